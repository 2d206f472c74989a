package dz.manchengo.hub.mailbox;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Interpreter;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.intake.Inbox;
import dz.manchengo.hub.platform.ContentHash;
import dz.manchengo.hub.platform.Failpoint;
import java.io.IOException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What lies in a kept mail: its attachments become submissions, or one sentence says why not. */
@Component
class MailContents {
  private static final Logger log = LoggerFactory.getLogger(MailContents.class);

  private final MailSettings settings;
  private final MailLog mails;
  private final MailAnswers answers;
  private final Inbox inbox;
  private final OwnAddresses own;
  private final Interpreter interpreter;
  private final TransactionTemplate transaction;
  private final Locale language;

  MailContents(
      MailSettings settings,
      MailLog mails,
      MailAnswers answers,
      Inbox inbox,
      OwnAddresses own,
      Interpreter interpreter,
      TransactionTemplate transaction,
      @Value("${hub.language}") Locale language) {
    this.settings = settings;
    this.mails = mails;
    this.answers = answers;
    this.inbox = inbox;
    this.own = own;
    this.interpreter = interpreter;
    this.transaction = transaction;
    this.language = language;
  }

  /** Makes the attachments submissions; those that are it already stay what they are. */
  MailLog.Status take(
      MailLog.Mail mail, Mailbox mailbox, String sender, ContentHash hash, boolean ownMail)
      throws IOException {
    MailHeaders headers = MailHeaders.of(inbox.archived(hash));
    mails.store(mail, hash, headers, headers.mayBeAnswered() && !ownMail);
    Failpoint.MAIL_KEPT.reach();
    if (ownMail || headers.isEcho() || isServer(sender)) {
      return echo(mail);
    }
    try {
      headers.requireWhole();
      Taking taking = read(mail, mailbox.rule(sender, headers.subject()), hash);
      if (taking.isEmpty() && (headers.isAutomatic() || own.wrote(headers.inReplyTo()))) {
        return echo(mail);
      }
      return end(mail, taking.verdict(headers.subject()));
    } catch (UnreadableMail e) {
      return refuse(mail, mailbox, e);
    }
  }

  private Taking read(MailLog.Mail mail, Mailbox.Rule rule, ContentHash hash)
      throws IOException, UnreadableMail {
    try (Taking taking = taking(mail, rule)) {
      taking.end(MailParts.read(inbox.archived(hash), taking));
      return taking;
    }
  }

  private Taking taking(MailLog.Mail mail, Mailbox.Rule rule) {
    return new Taking(
        mail,
        rule,
        settings.attachmentLimit(),
        mails,
        inbox,
        new Halves(interpreter, rule.into()),
        language);
  }

  /** Whoever writes under such a name brings mails back. */
  private static boolean isServer(String sender) {
    return sender.startsWith("mailer-daemon@") || sender.startsWith("postmaster@");
  }

  /** It is not fetched; the server says who wrote it about what, so that the answer finds him. */
  MailLog.Status tooLarge(
      MailLog.Mail mail, Mailbox mailbox, String sender, MailHeaders headers, long size) {
    mails.headers(mail, headers);
    if (own.include(sender) || headers.isEcho() || isServer(sender)) {
      return echo(mail);
    }
    long limit = settings.messageLimit().toMegabytes();
    long megabytes = (size >> 20) + 1;
    Finding finding =
        RuleBook.finding(
            "FIL-011",
            Place.FILE,
            String.valueOf(megabytes),
            "what",
            "reason.what.megabytes",
            "value",
            megabytes,
            "limit",
            limit);
    if (headers.mayBeAnswered()) {
      mails.wantsAnswer(mail);
    }
    taking(mail, mailbox.rule("", "")).refuseWhole(finding);
    return end(mail, MailLog.Status.REFUSED);
  }

  /** The server cannot give it, and nobody knows more. */
  MailLog.Status unreadable(MailLog.Mail mail, Mailbox mailbox) {
    mails.wantsAnswer(mail);
    return refuse(mail, mailbox, new UnreadableMail(UnreadableMail.DAMAGED, 0));
  }

  /** The hub failed over it; whoever sent it learns what of it counts. */
  MailLog.Status broken(MailLog.Mail mail, Mailbox mailbox) {
    Taking taking = taking(mail, mailbox.rule("", ""));
    taking.forgetUnreceived();
    if (own.include(mail.sender()) || isServer(mail.sender())) {
      return echo(mail);
    }
    if (mail.status() == MailLog.Status.SEEN) { // else it is known whether it may be answered
      mails.wantsAnswer(mail);
    }
    return refuse(mail, mailbox, new UnreadableMail(UnreadableMail.BROKEN, 0));
  }

  private MailLog.Status refuse(MailLog.Mail mail, Mailbox mailbox, UnreadableMail why) {
    taking(mail, mailbox.rule("", ""))
        .refuseWhole(
            RuleBook.finding(
                "FIL-038", Place.FILE, null, "reason", why.reason(), "limit", why.limit()));
    return end(mail, MailLog.Status.REFUSED);
  }

  private MailLog.Status echo(MailLog.Mail mail) {
    log.info("mail {} is ours, or a machine's answer, and not taken", mail.id());
    return end(mail, MailLog.Status.ECHO);
  }

  private MailLog.Status end(MailLog.Mail mail, MailLog.Status status) {
    transaction.executeWithoutResult(
        running -> {
          mails.lock(mail.id());
          mails.end(mail.id(), status);
          answers.answer(mail.id());
        });
    Failpoint.MAIL_TAKEN.reach();
    return status;
  }
}
