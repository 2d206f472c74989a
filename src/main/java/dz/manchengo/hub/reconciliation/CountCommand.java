package dz.manchengo.hub.reconciliation;

import dz.manchengo.hub.platform.CommandOptions;
import dz.manchengo.hub.platform.DatabaseCommand;
import dz.manchengo.hub.platform.Figures;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code count list}, {@code count show SESSION}, {@code count open --warehouse CODE --by NAME
 * [--session NO] [--cutoff 2026-09-30T18:00] [--kind FULL|CYCLE|SPOT] [--freeze HARD|SOFT|NONE]
 * [--empty NOT_COUNTED|ZERO]}, {@code count approve SESSION --by NAME [--product CODE] [--reason
 * CODE]}, {@code count reject SESSION --by NAME --product CODE [--reason CODE]}, {@code count post
 * SESSION --by NAME}, {@code count close SESSION --by NAME [--because TEXT]}. Exit 0 when done, 2
 * when not.
 */
public final class CountCommand extends DatabaseCommand {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
  private static final String ZERO = "ZERO";

  /** Sentences that are printed. */
  private static final int MOST = 20;

  @Override
  public String name() {
    return "count";
  }

  @Override
  protected Set<String> options() {
    return Set.of(
        "by",
        "product",
        "reason",
        "warehouse",
        "session",
        "cutoff",
        "kind",
        "freeze",
        "empty",
        "because");
  }

  @Override
  protected int run(CommandOptions line, Hub hub) {
    if (!isComplete(line)) {
      hub.say("count.command.usage");
      return FAILED;
    }
    try {
      return done(line, hub);
    } catch (CountRefused refused) {
      refused.sentences().stream().limit(MOST).forEach(hub.out()::println);
      if (refused.sentences().size() > MOST) {
        hub.say("count.command.more", refused.sentences().size() - MOST);
      }
      return FAILED;
    }
  }

  private static boolean isComplete(CommandOptions line) {
    List<String> words = line.words();
    boolean signed = !line.text("by").isEmpty();
    return switch (words.isEmpty() ? "" : words.get(0)) {
      case "list" -> words.size() == 1;
      case "show" -> words.size() == 2;
      case "open" -> words.size() == 1 && signed && !line.text("warehouse").isEmpty();
      case "approve", "post", "close" -> words.size() == 2 && signed;
      case "reject" -> words.size() == 2 && signed && !line.text("product").isEmpty();
      default -> false;
    };
  }

  private static int done(CommandOptions line, Hub hub) {
    List<String> words = line.words();
    String by = line.text("by");
    DataSource source = hub.database().dataSource();
    JdbcClient db = JdbcClient.create(source);
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    CountSessionBook sessions = new CountSessionBook(db, transaction, hub.texts(), hub.zone());
    Approvals approvals = new Approvals(db, transaction, hub.texts(), hub.zone());
    String session = words.size() > 1 ? words.get(1) : "";
    Approvals.Wish wish =
        new Approvals.Wish(session, by, line.value("product"), line.value("reason"));
    switch (words.get(0)) {
      case "list" -> sessions.all().forEach(one -> list(one, hub));
      case "open" -> {
        CountSessionBook.Opening opening = opening(line, hub);
        sessions.open(opening);
        list(sessions.one(sessions.number(opening)), hub);
      }
      case "close" -> {
        sessions.close(session, by, line.value("because"));
        list(sessions.one(session), hub);
      }
      case "approve" -> hub.say("count.command.approved", approvals.approve(wish));
      case "reject" -> hub.say("count.command.rejected", approvals.reject(wish));
      case "post" -> hub.say("count.command.posted", approvals.post(wish));
      default -> {}
    }
    if (!session.isEmpty()) {
      approvals.differences(wish).forEach(one -> show(one, hub));
    }
    return OK;
  }

  private static CountSessionBook.Opening opening(CommandOptions line, Hub hub) {
    String empty = word(line, "empty", "NOT_COUNTED");
    if (!List.of("NOT_COUNTED", ZERO).contains(empty)) {
      throw invalid(hub, "empty", empty, "NOT_COUNTED, ZERO");
    }
    return new CountSessionBook.Opening(
        line.value("session"),
        line.text("warehouse"),
        cutoff(line.value("cutoff"), hub),
        of(CountSessionBook.Kind.class, line, "kind", CountSessionBook.Kind.FULL, hub),
        of(CountSessionBook.Freeze.class, line, "freeze", CountSessionBook.Freeze.SOFT, hub),
        empty.equals(ZERO),
        line.text("by"));
  }

  private static <E extends Enum<E>> E of(
      Class<E> type, CommandOptions line, String name, E usual, Hub hub) {
    String word = word(line, name, usual.name());
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().equals(word))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> known = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
              return invalid(hub, name, word, String.join(", ", known));
            });
  }

  private static @Nullable OffsetDateTime cutoff(@Nullable String value, Hub hub) {
    if (value == null) {
      return null;
    }
    try {
      return LocalDateTime.parse(value.strip()).atZone(hub.zone()).toOffsetDateTime();
    } catch (DateTimeException e) {
      throw invalid(hub, "cutoff", value, "2026-09-30T18:00");
    }
  }

  private static CountRefused invalid(Hub hub, String option, String value, String known) {
    return new CountRefused(
        CountRefused.Reason.INVALID,
        List.of(hub.texts().get("count.command.option", option, value, known)));
  }

  private static String word(CommandOptions line, String name, String usual) {
    String value = line.text(name);
    return value.isEmpty() ? usual : value.toUpperCase(Locale.ROOT);
  }

  private static void list(CountSessionBook.Listed one, Hub hub) {
    hub.say(
        "count.command.session",
        one.session(),
        one.warehouse(),
        MOMENT.format(one.cutoffAt().atZoneSameInstant(hub.zone())),
        one.status(),
        one.lines(),
        one.differences(),
        one.pending(),
        one.freeze());
  }

  private static void show(Difference one, Hub hub) {
    hub.say(
        "count.command.difference",
        one.shown(),
        Figures.of(one.deltaQty()),
        one.baseUom(),
        one.deltaValue() == null ? "?" : Figures.of(one.deltaValue()),
        one.level(),
        one.status(),
        one.reasonCode() == null ? "–" : one.reasonCode(),
        one.rules() == null ? "–" : one.rules());
  }
}
