package dz.manchengo.hub.mailbox;

import dz.manchengo.hub.platform.ContentHash;
import dz.manchengo.hub.platform.Node;
import dz.manchengo.hub.platform.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code mail} and {@code mail_part}: which mails came, and what became of them. */
@Component
class MailLog {
  private final JdbcClient db;
  private final String node;

  MailLog(JdbcClient db, Node node) {
    this.db = db;
    this.node = node.id();
  }

  enum Status {
    /** Known by its number only. */
    SEEN,
    /** Its bytes are kept. */
    STORED,
    /** All its attachments are submissions. */
    TAKEN,
    /** It was answered with a sentence and brought nothing. */
    REFUSED,
    /** Of somebody who may not send anything; not kept, not answered. */
    STRANGER,
    /** A bounce or the answer of a machine. */
    ECHO;

    boolean isFinal() {
      return this != SEEN && this != STORED;
    }
  }

  /**
   * A mail as the tables know it.
   *
   * @param deferred whether the server could not give it and it is not yet asked again
   */
  record Mail(
      long id,
      Status status,
      String sender,
      @Nullable String sha256,
      int attempt,
      boolean deferred) {
    /** The identity of one of its parts for the inbox. */
    String delivery(String part) {
      return DELIVERY + id + "|" + part;
    }

    /** The mail that a submission came with. */
    static long of(String delivery) {
      String rest = delivery.substring(DELIVERY.length());
      return Long.parseLong(rest.substring(0, rest.indexOf('|')));
    }

    private static final String DELIVERY = "mail|";
  }

  Mail see(String mailbox, String account, MailIdentity.Uid uid) {
    return db.sql(Sql.file("mailbox/see.sql"))
        .param("mailbox", mailbox)
        .param("account", account)
        .param("validity", uid.validity())
        .param("uid", uid.uid())
        .param("node", node)
        .query(Mail.class)
        .single();
  }

  /** What the server says of it before it is read. */
  void address(Mail mail, String sender, long size) {
    db.sql("UPDATE mail SET sender = :sender, byte_size = :size WHERE id = :id")
        .param("sender", sender)
        .param("size", size)
        .param("id", mail.id())
        .update();
  }

  /**
   * It could not be taken; it is tried again after 10 s, 20 s … 10 min.
   *
   * @return how often that happened
   */
  int defer(Mail mail, String failure) {
    return db.sql(Sql.file("mailbox/defer.sql"))
        .param("id", mail.id())
        .param("failure", failure)
        .query(Integer.class)
        .single();
  }

  /** Its bytes lie here, whatever becomes of it. */
  void keep(Mail mail, ContentHash hash) {
    db.sql("UPDATE mail SET sha256 = :hash WHERE id = :id AND status IN ('SEEN', 'STORED')")
        .param("id", mail.id())
        .param("hash", hash.hex())
        .update();
  }

  void store(Mail mail, ContentHash hash, MailHeaders headers, boolean answerable) {
    db.sql(Sql.file("mailbox/store.sql"))
        .param("id", mail.id())
        .param("hash", hash.hex())
        .param("subject", headers.subject())
        .param("messageId", headers.messageId())
        .param("thread", headers.references().toArray(String[]::new))
        .param("answerable", answerable)
        .update();
  }

  /** What the server says of one that is not kept. */
  void headers(Mail mail, MailHeaders headers) {
    db.sql(
            "UPDATE mail SET subject = :subject, message_id = :messageId, thread = :thread"
                + " WHERE id = :id")
        .param("id", mail.id())
        .param("subject", headers.subject())
        .param("messageId", headers.messageId())
        .param("thread", headers.references().toArray(String[]::new))
        .update();
  }

  /** Somebody wants to know why it brought nothing. */
  void wantsAnswer(Mail mail) {
    db.sql("UPDATE mail SET answerable = true WHERE id = :id").param("id", mail.id()).update();
  }

  /** What it will be answered about; what is said of the mail itself is known at once. */
  void announce(Mail mail, String part, String name, @Nullable String sentence) {
    db.sql(
            "INSERT INTO mail_part (mail_id, part, name, delivery, sentence)"
                + " VALUES (:id, :part, :name, :delivery, :sentence) ON CONFLICT DO NOTHING")
        .param("sentence", sentence)
        .param("id", mail.id())
        .param("part", part)
        .param("name", name)
        .param("delivery", mail.delivery(part))
        .update();
  }

  List<String> unansweredParts(Mail mail) {
    return db.sql("SELECT part FROM mail_part WHERE mail_id = :id AND answer IS NULL")
        .param("id", mail.id())
        .query(String.class)
        .list();
  }

  void forget(Mail mail, String part) {
    db.sql("DELETE FROM mail_part WHERE mail_id = :id AND part = :part AND answer IS NULL")
        .param("id", mail.id())
        .param("part", part)
        .update();
  }

  void end(long mail, Status status) {
    db.sql("UPDATE mail SET status = :status, filed_at = now() WHERE id = :id")
        .param("status", status.name())
        .param("id", mail)
        .update();
  }

  /** Nobody else changes this mail or its parts until the transaction ends. */
  void lock(long mail) {
    db.sql("SELECT 1 FROM mail WHERE id = :id FOR UPDATE")
        .param("id", mail)
        .query((rs, n) -> true)
        .optional();
  }

  void answered(String delivery, String sentence, String answer) {
    db.sql(
            "UPDATE mail_part SET answer = :answer, sentence ="
                + " CASE WHEN part = :whole THEN coalesce(sentence, :sentence) ELSE :sentence END"
                + " WHERE delivery = :delivery")
        .param("whole", Taking.WHOLE)
        .param("sentence", sentence)
        .param("answer", answer)
        .param("delivery", delivery)
        .update();
  }

  /** A mail to be answered now. */
  record Unanswered(
      String sender,
      String subject,
      @Nullable String messageId,
      List<String> thread,
      Instant seenAt) {}

  Optional<Unanswered> unanswered(long mail) {
    return db.sql(Sql.file("mailbox/unanswered.sql"))
        .param("id", mail)
        .query(
            (row, n) ->
                new Unanswered(
                    row.getString("sender"),
                    row.getString("subject"),
                    row.getString("message_id"),
                    List.of((String[]) row.getArray("thread").getArray()),
                    row.getTimestamp("seen_at").toInstant()))
        .optional();
  }

  /**
   * What happened to one file of a mail.
   *
   * @param whole whether the mail itself is meant
   */
  record Outcome(boolean whole, String name, String sentence, String answer) {}

  List<Outcome> outcomes(long mail) {
    return db.sql(Sql.file("mailbox/outcomes.sql"))
        .param("id", mail)
        .param("whole", Taking.WHOLE)
        .query(Outcome.class)
        .list();
  }
}
