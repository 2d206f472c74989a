package dz.manchengo.hub.reconciliation;

import dz.manchengo.hub.platform.CommandOptions;
import dz.manchengo.hub.platform.DatabaseCommand;
import dz.manchengo.hub.platform.Figures;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * {@code count list}, {@code count show SESSION}, {@code count approve SESSION --by NAME [--product
 * CODE] [--reason CODE]}, {@code count post SESSION --by NAME}. Exit 0 when done, 2 when not.
 */
public final class CountCommand extends DatabaseCommand {
  private static final List<String> REASONS =
      List.of(
          "COUNT_ERROR",
          "UNIT_ERROR",
          "UNRECORDED_EXIT",
          "UNRECORDED_ENTRY",
          "WEIGHT_LOSS",
          "SAMPLE",
          "THEFT_SUSPECTED",
          "LABEL_SWAP",
          "DLC_EXPIRED",
          "QUALITY_DEFECT",
          "DAMAGE",
          "CONTAMINATION",
          "INVENTORY_ADJUSTMENT",
          "OTHER");

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  /** Sentences that are printed. */
  private static final int MOST = 20;

  @Override
  public String name() {
    return "count";
  }

  @Override
  protected Set<String> options() {
    return Set.of("by", "product", "reason");
  }

  @Override
  protected int run(CommandOptions line, Hub hub) {
    List<String> words = line.words();
    String by = line.value("by");
    String reason = line.value("reason");
    String verb = words.isEmpty() ? "" : words.get(0);
    boolean alone = verb.equals("list") && words.size() == 1;
    boolean named = verb.equals("show") && words.size() == 2;
    boolean signed = List.of("approve", "post").contains(verb) && words.size() == 2 && !isBlank(by);
    if (!alone && !named && !signed) {
      hub.say("count.command.usage");
      return FAILED;
    }
    if (reason != null && !REASONS.contains(reason)) {
      hub.say("count.command.reason", reason, String.join(", ", REASONS));
      return FAILED;
    }
    Approvals approvals = approvals(hub);
    if (alone) {
      return list(approvals, hub);
    }
    String who = by == null ? "" : by.strip();
    return run(
        verb, approvals, new Approvals.Wish(words.get(1), who, line.value("product"), reason), hub);
  }

  private static boolean isBlank(@Nullable String value) {
    return value == null || value.isBlank();
  }

  private static Approvals approvals(Hub hub) {
    DataSource source = hub.database().dataSource();
    return new Approvals(
        JdbcClient.create(source),
        new TransactionTemplate(new JdbcTransactionManager(source)),
        hub.texts(),
        zone(hub));
  }

  private static ZoneId zone(Hub hub) {
    return ZoneId.of(hub.setting("hub.zone", "Africa/Algiers"));
  }

  private static int run(String verb, Approvals approvals, Approvals.Wish wish, Hub hub) {
    try {
      switch (verb) {
        case "approve" -> hub.say("count.command.approved", approvals.approve(wish));
        case "post" -> hub.say("count.command.posted", approvals.post(wish));
        default -> {}
      }
      approvals.differences(wish).forEach(one -> show(one, hub));
      return OK;
    } catch (CountRefused refused) {
      refused.sentences().stream().limit(MOST).forEach(hub.out()::println);
      if (refused.sentences().size() > MOST) {
        hub.say("count.command.more", refused.sentences().size() - MOST);
      }
      return FAILED;
    }
  }

  private static int list(Approvals approvals, Hub hub) {
    for (Approvals.Listed one : approvals.sessions()) {
      hub.say(
          "count.command.session",
          one.sessionNo(),
          one.warehouse(),
          MOMENT.format(one.cutoffAt().atZoneSameInstant(zone(hub))),
          one.status(),
          one.lines(),
          one.differences(),
          one.pending());
    }
    return OK;
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
        one.reasonCode() == null ? "–" : one.reasonCode());
  }
}
