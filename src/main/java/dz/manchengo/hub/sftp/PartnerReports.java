package dz.manchengo.hub.sftp;

import dz.manchengo.hub.intake.Doors;
import dz.manchengo.hub.platform.Backoff;
import dz.manchengo.hub.platform.HubHome;
import dz.manchengo.hub.platform.Node;
import dz.manchengo.hub.platform.Sql;
import dz.manchengo.hub.reports.WorkbookWritten;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Workbooks of jobs on their way to servers. One is owed in the transaction that tells of it and
 * brought at least once; under the same name it replaces itself.
 */
@Component("partnerReports")
class PartnerReports {
  private static final Logger log = LoggerFactory.getLogger(PartnerReports.class);
  private static final String PROPERTY = "report";

  private final Partners partners;
  private final Reasons reasons;
  private final Doors doors;
  private final PartnerAnswers answers;
  private final HubHome home;
  private final String node;
  private final JdbcClient db;

  PartnerReports(
      Partners partners,
      Reasons reasons,
      Doors doors,
      PartnerAnswers answers,
      HubHome home,
      Node node,
      JdbcClient db) {
    this.partners = partners;
    this.reasons = reasons;
    this.doors = doors;
    this.answers = answers;
    this.home = home;
    this.node = node.id();
    this.db = db;
  }

  /**
   * One workbook that is owed.
   *
   * @param path below the hub's home
   */
  record Owed(long id, String remoteName, String path, int attempt, String partner) {}

  /**
   * A workbook goes to its servers.
   *
   * @throws IllegalStateException for a server that is not set, or has no folder for reports: the
   *     run fails, and its owner is told
   */
  @EventListener
  void written(WorkbookWritten book) {
    for (String name : book.servers()) {
      Partner partner =
          partners
              .named(name)
              .filter(one -> !one.reportsFolder().isEmpty())
              .orElseThrow(() -> new IllegalStateException(reasons.noReports(name)));
      db.sql(Sql.file("sftp/owe_report.sql"))
          .param("partner", partner.name())
          .param("job", book.job())
          .param("date", book.businessDate())
          .param("run", book.run())
          .param("name", book.name())
          .param("path", book.path())
          .param("node", node)
          .update();
    }
  }

  /** The next workbook that is due to that partner; null when there is none. */
  @Nullable Owed due(String partner) {
    return db.sql(Sql.file("sftp/due_report.sql"))
        .param("partner", partner)
        .param("node", node)
        .query(Owed.class)
        .optional()
        .orElse(null);
  }

  /** A server from which nothing is taken is known by what is brought to it. */
  void looked(String name) {
    partners
        .named(name)
        .filter(partner -> !partner.server().take())
        .ifPresent(
            partner ->
                answers
                    .trouble(partner)
                    .ifPresentOrElse(
                        trouble -> doors.failed(partner.door(), trouble),
                        () -> doors.polled(partner.door())));
  }

  /** Makes the workbook the message that is sent. */
  void open(@Body Owed report, Exchange exchange) {
    exchange.setProperty(PROPERTY, report);
    exchange.getIn().setHeader(Exchange.FILE_NAME, report.remoteName());
    exchange.getIn().setBody(home.resolve(report.path()).toFile());
  }

  void brought(@ExchangeProperty(PROPERTY) Owed report) {
    db.sql("UPDATE sftp_report SET sent_at = now(), failure = NULL WHERE id = :id")
        .param("id", report.id())
        .update();
  }

  void postpone(
      @ExchangeProperty(PROPERTY) @Nullable Owed report,
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure) {
    String words = Reasons.said(failure);
    if (report == null) {
      log.warn("reports are brought later: {}", words);
      return;
    }
    String sentence =
        partners
            .named(report.partner())
            .map(partner -> reasons.unbrought(partner, failure))
            .orElse(words);
    if (report.attempt() == 0) {
      log.warn("{}: {} is brought later: {}", report.partner(), report.remoteName(), sentence);
    }
    db.sql(Sql.file("sftp/postpone_report.sql"))
        .param("id", report.id())
        .param("seconds", Backoff.seconds(report.attempt()))
        .param("failure", sentence)
        .update();
  }
}
