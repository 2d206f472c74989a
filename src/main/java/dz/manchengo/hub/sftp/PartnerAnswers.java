package dz.manchengo.hub.sftp;

import dz.manchengo.hub.intake.Acknowledged;
import dz.manchengo.hub.intake.FileName;
import dz.manchengo.hub.platform.Backoff;
import dz.manchengo.hub.platform.Failpoint;
import dz.manchengo.hub.platform.HubHome;
import dz.manchengo.hub.platform.Node;
import dz.manchengo.hub.platform.Sql;
import java.io.File;
import java.util.Optional;
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
 * Acknowledgements on their way back to partners' servers. One is owed in the transaction that
 * records it and brought at least once; under the same name it replaces itself.
 */
@Component("partnerAnswers")
class PartnerAnswers {
  private static final Logger log = LoggerFactory.getLogger(PartnerAnswers.class);
  private static final String PROPERTY = "answer";

  /** File systems bear 255 bytes; a number, {@code .ack.xlsx} and {@code .part} are added. */
  private static final int LONGEST_NAME = 220;

  private final Partners partners;
  private final Reasons reasons;
  private final HubHome home;
  private final String node;
  private final JdbcClient db;

  PartnerAnswers(Partners partners, Reasons reasons, HubHome home, Node node, JdbcClient db) {
    this.reasons = reasons;
    this.partners = partners;
    this.home = home;
    this.node = node.id();
    this.db = db;
  }

  /**
   * One answer that is owed.
   *
   * @param remoteName in the partner's folder of answers
   * @param acknowledgement path below the hub's home
   */
  record Owed(
      long submissionId, String remoteName, String acknowledgement, int attempt, String partner) {}

  /** While we go on trying there is nothing to say to a partner's program. */
  @EventListener
  void acknowledged(Acknowledged answer) {
    if (answer.channel().equals(RemoteArrival.CHANNEL) && !answer.status().equals("FAILED")) {
      RemoteArrival.partnerOf(answer.delivery())
          .flatMap(partners::named)
          .filter(partner -> !partner.answersFolder().isEmpty())
          .ifPresent(partner -> owe(partner, answer));
    }
  }

  private void owe(Partner partner, Acknowledged answer) {
    String base =
        FileName.shortened(FileName.safe(RemoteArrival.nameOf(answer.delivery())), LONGEST_NAME);
    int former =
        db.sql("SELECT count(*) FROM sftp_answer WHERE partner = :partner AND base_name = :base")
            .param("partner", partner.name())
            .param("base", base)
            .query(Integer.class)
            .single();
    for (int n = former + 1; !owed(partner, answer, base, n); n++) {
      log.debug("{} has {} of {} already", partner, n, base);
    }
  }

  private boolean owed(Partner partner, Acknowledged answer, String base, int number) {
    return db.sql(Sql.file("sftp/owe_answer.sql"))
        .param("submission", answer.submissionId())
        .param("partner", partner.name())
        .param("base", base)
        .param("name", base + (number == 1 ? "" : "." + number) + ".ack.xlsx")
        .param("acknowledgement", answer.acknowledgement())
        .param("node", node)
        .query(Boolean.class)
        .single();
  }

  /** The next answer that is due to that partner; null when there is none. */
  @Nullable Owed due(String partner) {
    return db.sql(Sql.file("sftp/due_answer.sql"))
        .param("partner", partner)
        .param("node", node)
        .query(Owed.class)
        .optional()
        .orElse(null);
  }

  /** Makes the workbook the message that is sent. */
  void open(@Body Owed answer, Exchange exchange) {
    exchange.setProperty(PROPERTY, answer);
    File workbook = home.resolve(answer.acknowledgement()).toFile();
    exchange.getIn().setHeader(Exchange.FILE_NAME, answer.remoteName());
    exchange.getIn().setBody(workbook);
  }

  void brought(@ExchangeProperty(PROPERTY) Owed answer) {
    Failpoint.ANSWER_BROUGHT.reach();
    db.sql("UPDATE sftp_answer SET sent_at = now(), failure = NULL WHERE submission_id = :id")
        .param("id", answer.submissionId())
        .update();
  }

  void postpone(
      @ExchangeProperty(PROPERTY) @Nullable Owed answer,
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure) {
    String words = Reasons.said(failure);
    if (answer == null) {
      log.warn("answers to partners are tried again later: {}", words);
      return;
    }
    String sentence =
        partners
            .named(answer.partner())
            .map(partner -> reasons.unanswered(partner, failure))
            .orElse(words);
    if (answer.attempt() == 0) {
      log.warn("{}: {} is brought later: {}", answer.partner(), answer.remoteName(), sentence);
    }
    db.sql(Sql.file("sftp/postpone_answer.sql"))
        .param("id", answer.submissionId())
        .param("seconds", Backoff.seconds(answer.attempt()))
        .param("failure", sentence)
        .update();
  }

  /**
   * What to say where an answer or a workbook that is owed to that partner could not be brought;
   * the row and the log say why.
   */
  Optional<String> trouble(Partner partner) {
    return db.sql(Sql.file("sftp/find_trouble.sql"))
        .param("partner", partner.name())
        .param("node", node)
        .query(String.class)
        .optional()
        .map(
            folder ->
                folder.equals("ANSWERS")
                    ? reasons.unanswered(partner)
                    : reasons.unbrought(partner));
  }
}
