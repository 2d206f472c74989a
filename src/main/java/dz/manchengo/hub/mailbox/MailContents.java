package dz.manchengo.hub.mailbox;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.intake.Delivery;
import dz.manchengo.hub.intake.Inbox;
import dz.manchengo.hub.platform.ContentHash;
import dz.manchengo.hub.platform.Failpoint;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What lies in a kept mail: its attachments become submissions, or one sentence says why not. */
@Component
class MailContents {
  private static final String CHANNEL = "EMAIL";

  /** Bytes of a {@code winmail.dat}, which is opened in memory. */
  private static final int WINMAIL_LIMIT = 20 << 20;

  /** The mail itself among its parts, when all that can be said is said of the mail. */
  private static final String WHOLE = "0";

  private static final String MAIL = "message.eml";

  private final MailSettings settings;
  private final MailLog mails;
  private final MailAnswers answers;
  private final Inbox inbox;
  private final OwnAddresses own;
  private final TransactionTemplate transaction;

  MailContents(
      MailSettings settings,
      MailLog mails,
      MailAnswers answers,
      Inbox inbox,
      OwnAddresses own,
      TransactionTemplate transaction) {
    this.settings = settings;
    this.mails = mails;
    this.answers = answers;
    this.inbox = inbox;
    this.own = own;
    this.transaction = transaction;
  }

  /** Makes the attachments submissions; those that are it already stay what they are. */
  MailLog.Status take(
      MailLog.Mail mail, Mailbox mailbox, String sender, ContentHash hash, boolean ownMail)
      throws IOException {
    try {
      MailHeaders headers = MailHeaders.of(inbox.archived(hash));
      mails.store(mail, hash, headers, headers.mayBeAnswered() && !ownMail);
      Failpoint.MAIL_KEPT.reach();
      if (ownMail || headers.isEcho() || isServer(sender)) {
        return end(mail, MailLog.Status.ECHO);
      }
      Mailbox.Rule rule = mailbox.rule(sender, headers.subject());
      Taking taking = new Taking(mail, rule);
      MailParts.read(inbox.archived(hash), taking);
      if (taking.isEmpty() && (headers.isAutomatic() || own.wrote(headers.inReplyTo()))) {
        return end(mail, MailLog.Status.ECHO);
      }
      return end(mail, taking.verdict(headers.subject()));
    } catch (UnreadableMail e) {
      mails.wantsAnswer(mail);
      return unreadable(mail, mailbox);
    }
  }

  /** Whoever writes under such a name brings mails back. */
  private static boolean isServer(String sender) {
    return sender.startsWith("mailer-daemon@") || sender.startsWith("postmaster@");
  }

  MailLog.Status tooLarge(MailLog.Mail mail, Mailbox mailbox, long size) {
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
    mails.wantsAnswer(mail);
    refuse(mail, mailbox.rule("", ""), finding);
    return end(mail, MailLog.Status.REFUSED);
  }

  MailLog.Status unreadable(MailLog.Mail mail, Mailbox mailbox) {
    mails.wantsAnswer(mail);
    refuse(mail, mailbox.rule("", ""), RuleBook.finding("FIL-038", Place.FILE, null));
    return end(mail, MailLog.Status.REFUSED);
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

  private void refuse(MailLog.Mail mail, Mailbox.Rule rule, Finding finding) {
    refuse(mail, rule, WHOLE, MAIL, finding);
  }

  private void refuse(
      MailLog.Mail mail, Mailbox.Rule rule, String part, String name, Finding finding) {
    Delivery delivery = delivery(mail, rule, part, name);
    mails.announce(mail, part, name);
    if (!inbox.knows(delivery)) {
      inbox.refuse(delivery, finding);
    }
  }

  private static Delivery delivery(MailLog.Mail mail, Mailbox.Rule rule, String part, String name) {
    return new Delivery(mail.delivery(part), CHANNEL, rule.into(), name, rule.preview(), List.of());
  }

  /** One walk through a mail. */
  private final class Taking implements MailParts.Visitor {
    private final MailLog.Mail mail;
    private final Mailbox.Rule rule;
    private int files;
    private final List<MailPart> encrypted = new ArrayList<>();

    Taking(MailLog.Mail mail, Mailbox.Rule rule) {
      this.mail = mail;
      this.rule = rule;
    }

    @Override
    public void visit(MailPart part, InputStream bytes) throws IOException {
      switch (part.kind()) {
        case FILE -> take(part, bytes);
        case TNEF -> WinmailDat.read(part, bytes, WINMAIL_LIMIT, this::take);
        case ENCRYPTED -> encrypted.add(part);
        case OTHER -> {}
      }
    }

    private void take(MailPart part, InputStream bytes) throws IOException {
      if (++files > settings.attachmentLimit()) {
        return;
      }
      Delivery delivery = delivery(mail, rule, part.path(), part.fileName());
      mails.announce(mail, part.path(), part.fileName());
      if (inbox.knows(delivery)) {
        return;
      }
      inbox.receive(delivery, bytes::transferTo, () -> true);
      if (!inbox.knows(delivery)) {
        throw new IOException("the inbox has to be asked again"); // see Inbox.submit
      }
      Failpoint.ATTACHMENT_RECEIVED.reach();
    }

    boolean isEmpty() {
      return files == 0 && encrypted.isEmpty();
    }

    private void refuseWhole(Finding finding) {
      MailContents.this.refuse(mail, rule, finding);
    }

    private void refuse(MailPart part) {
      MailContents.this.refuse(
          mail,
          rule,
          part.path(),
          part.fileName(),
          RuleBook.finding("FIL-037", Place.FILE, null, "subject", part.fileName()));
    }

    MailLog.Status verdict(String subject) {
      if (files > settings.attachmentLimit()) {
        refuseWhole(
            RuleBook.finding(
                "FIL-039", Place.FILE, null, "n", files, "limit", settings.attachmentLimit()));
      } else if (files == 0) {
        refuseWhole(
            RuleBook.finding(
                encrypted.isEmpty() ? "FIL-036" : "FIL-037", Place.FILE, null, "subject", subject));
        return MailLog.Status.REFUSED;
      }
      encrypted.stream().limit(settings.attachmentLimit()).forEach(this::refuse);
      return MailLog.Status.TAKEN;
    }
  }
}
