package dz.manchengo.hub.reconciliation;

import dz.manchengo.hub.platform.CommandOptions;
import dz.manchengo.hub.platform.DatabaseCommand;
import dz.manchengo.hub.platform.Days;
import dz.manchengo.hub.stock.CountedStock;
import dz.manchengo.hub.stock.StockClosings;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code stock closings} and {@code stock close --through 2026-09-30 --by NAME [--because TEXT]}:
 * through which day stock is closed (MVT-003). The last word holds, so that a closing through an
 * earlier day opens the days after it again. Exit 0 when done, 2 when not.
 */
public final class StockCommand extends DatabaseCommand {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  @Override
  public String name() {
    return "stock";
  }

  @Override
  protected Set<String> options() {
    return Set.of("through", "by", "because");
  }

  @Override
  protected int run(CommandOptions line, Hub hub) {
    DataSource source = hub.database().dataSource();
    JdbcClient db = JdbcClient.create(source);
    ZoneId zone = hub.zone();
    StockClosings closings = new StockClosings(db, zone);
    if (line.words().equals(List.of("closings"))) {
      closings.all().forEach(one -> show(one, zone, hub));
      return OK;
    }
    String by = line.text("by");
    if (!line.words().equals(List.of("close")) || by.isEmpty()) {
      hub.say("stock.command.usage");
      return FAILED;
    }
    LocalDate through = day(line.text("through"));
    if (through == null) {
      hub.say("stock.command.day", line.text("through"));
      return FAILED;
    }
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              new CountedStock(db).lock(); // what is being posted comes before the closing
              return close(closings, new Wish(through, by, line.text("because"), zone), hub);
            }));
  }

  /**
   * @param because empty for none
   */
  private record Wish(LocalDate through, String by, String because, ZoneId zone) {}

  private static int close(StockClosings closings, Wish wish, Hub hub) {
    LocalDate through = wish.through();
    LocalDate former =
        closings.all().stream().map(StockClosings.Closing::closedThrough).findFirst().orElse(null);
    if (through.isAfter(LocalDate.now(wish.zone()))) {
      hub.say("stock.command.future", Days.of(through));
      return FAILED;
    }
    if (former != null && through.isBefore(former) && wish.because().isEmpty()) {
      hub.say("stock.command.reopening", Days.of(former), Days.of(through.plusDays(1)));
      return FAILED;
    }
    List<String> counts = closings.countsBefore(through);
    if (!counts.isEmpty()) {
      hub.say("stock.command.counts", Days.of(through), String.join(", ", counts));
      return FAILED;
    }
    if (!through.equals(former)) {
      closings.close(through, wish.by(), wish.because().isEmpty() ? null : wish.because());
    }
    show(closings.all().get(0), wish.zone(), hub);
    return OK;
  }

  private static @Nullable LocalDate day(String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static void show(StockClosings.Closing one, ZoneId zone, Hub hub) {
    hub.say(
        "stock.command.closing",
        Days.of(one.closedThrough()),
        one.closedBy(),
        MOMENT.format(one.closedAt().atZoneSameInstant(zone)),
        Objects.requireNonNullElse(one.because(), "–"));
  }
}
