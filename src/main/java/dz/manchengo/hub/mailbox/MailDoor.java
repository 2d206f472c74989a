package dz.manchengo.hub.mailbox;

import dz.manchengo.hub.intake.DoorLease;
import dz.manchengo.hub.intake.Doors;
import dz.manchengo.hub.intake.Inbox;
import dz.manchengo.hub.platform.ContentHash;
import dz.manchengo.hub.platform.Failpoint;
import dz.manchengo.hub.tracing.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes one mail in: kept whole first, then its attachments become submissions, and only then is it
 * told where the mail belongs. A crash anywhere presents it again, which does no harm.
 */
@Component("mailDoor")
class MailDoor {
  private static final Logger log = LoggerFactory.getLogger(MailDoor.class);

  /** After this many looks the server is taken not to be able to give the mail at all. */
  private static final int PATIENCE = 8;

  /**
   * The same where the connection broke meanwhile, for which the mail is seldom to blame: hours.
   */
  private static final int PATIENCE_WITH_LINE = 30;

  /** After this many failures of the hub itself over one mail, that mail is put aside. */
  private static final int PATIENCE_WITH_US = 3;

  private final MailSettings settings;
  private final MailLog mails;
  private final MailContents contents;
  private final Inbox inbox;
  private final Doors doors;
  private final MailboxReasons reasons;
  private final DoorLease lease;
  private final OwnAddresses own;
  private final Traces traces;
  private final MeterRegistry metrics;

  MailDoor(
      MailSettings settings,
      MailLog mails,
      MailContents contents,
      Inbox inbox,
      Doors doors,
      MailboxReasons reasons,
      DoorLease lease,
      OwnAddresses own,
      Traces traces,
      MeterRegistry metrics) {
    this.settings = settings;
    this.mails = mails;
    this.contents = contents;
    this.inbox = inbox;
    this.doors = doors;
    this.reasons = reasons;
    this.lease = lease;
    this.own = own;
    this.traces = traces;
    this.metrics = metrics;
  }

  /**
   * The folder that the mail belongs to now; null while it has to stay where it is.
   *
   * @throws IOException if we could not keep it; the next look is the retry
   */
  @Nullable String receive(Exchange exchange) throws IOException {
    String name = MailboxRoutes.mailbox(exchange.getFromRouteId());
    Mailbox mailbox = settings.box(name);
    Message message = exchange.getIn(MailMessage.class).getOriginalMessage();
    MailLog.Status status = status(name, mailbox, message);
    if (status == null) {
      return null;
    }
    Failpoint.MAIL_RECEIVED.reach();
    String folder = status == MailLog.Status.TAKEN ? mailbox.processed() : mailbox.rejected();
    return message.getFolder() instanceof OpenedFolder opened ? opened.beside(folder) : folder;
  }

  private MailLog.@Nullable Status status(String name, Mailbox mailbox, Message message)
      throws IOException {
    if (!message.getFolder().isOpen()) {
      return null; // the connection broke at a mail before it
    }
    if (!lease.take(mailbox.account())) {
      return null; // it took so long that another hub goes on
    }
    MailLog.Mail mail;
    try {
      mail = mails.see(name, mailbox.account(), MailIdentity.Uid.of(message));
    } catch (MessagingException e) {
      log.warn("mailbox {}: a mail has no number: {}", name, e.getMessage());
      return null;
    }
    doors.busy(name); // a long mailbox is looked at all the while
    if (mail.status().isFinal()) {
      return mail.status();
    }
    if (mail.deferred()) {
      return null;
    }
    MailLog.Status status =
        traces
            .ask("intake-mail", () -> Optional.ofNullable(kept(name, mail, mailbox, message)))
            .orElse(null);
    if (status != null) {
      metrics
          .counter("hub.mailbox.messages", "mailbox", name, "outcome", status.name())
          .increment();
    }
    return status;
  }

  /** A mailbox that lets us in brings nothing either where nothing can be kept. */
  private MailLog.@Nullable Status kept(
      String name, MailLog.Mail mail, Mailbox mailbox, Message message) throws IOException {
    try {
      return take(mail, mailbox, message);
    } catch (IOException e) {
      doors.failed(name, reasons.unkept(mailbox));
      throw e;
    }
  }

  private MailLog.@Nullable Status take(MailLog.Mail mail, Mailbox mailbox, Message message)
      throws IOException {
    try {
      return judge(mail, mailbox, message);
    } catch (MessagingException | MailBytes.NotGiven e) {
      return notGiven(mail, mailbox, e);
    } catch (RuntimeException | StackOverflowError e) {
      return broken(mail, mailbox, message, e);
    }
  }

  private MailLog.Status judge(MailLog.Mail mail, Mailbox mailbox, Message message)
      throws IOException, MessagingException {
    if (mail.sha256() != null && inbox.hasArchived(new ContentHash(mail.sha256()))) {
      String sender = mail.sender();
      ContentHash hash = new ContentHash(mail.sha256());
      return contents.take(mail, mailbox, sender, hash, own.include(sender));
    }
    String sender = Sender.of(message);
    mails.address(mail, sender, message.getSize());
    if (!mailbox.allows(sender) || !isAuthentic(mailbox, message, sender)) {
      mails.end(mail.id(), MailLog.Status.STRANGER);
      log.info("mail {} is a stranger's and not taken", mail.id());
      return MailLog.Status.STRANGER;
    }
    if (message.getSize() > settings.messageLimit().toBytes()) {
      return tooLarge(mail, mailbox, sender, message, message.getSize());
    }
    ContentHash hash;
    try {
      hash = inbox.archive(new MailBytes(message, settings.messageLimit()), "mail.eml");
    } catch (MailBytes.TooLarge e) {
      return tooLarge(mail, mailbox, sender, message, e.size());
    }
    mails.keep(mail, hash);
    Failpoint.MAIL_STORED.reach();
    return contents.take(mail, mailbox, sender, hash, own.include(sender));
  }

  private MailLog.Status tooLarge(
      MailLog.Mail mail, Mailbox mailbox, String sender, Message message, long size)
      throws MessagingException {
    return contents.tooLarge(mail, mailbox, sender, MailHeaders.of(message), size);
  }

  /**
   * Something that nobody foresaw: a few tries, then the mail goes aside instead of coming for
   * ever.
   */
  private MailLog.@Nullable Status broken(
      MailLog.Mail mail, Mailbox mailbox, Message message, Throwable failure) throws IOException {
    if (failure instanceof RuntimeException passing
        && (Outage.is(passing) || !message.getFolder().isOpen())) {
      throw passing;
    }
    log.warn("mail {} cannot be taken in", mail.id(), failure);
    if (mails.defer(mail, MailboxReasons.said(failure)) < PATIENCE_WITH_US) {
      return null;
    }
    return contents.broken(mail, mailbox);
  }

  private MailLog.@Nullable Status notGiven(MailLog.Mail mail, Mailbox mailbox, Exception failure)
      throws IOException {
    log.warn("mail {} cannot be read: {}", mail.id(), MailboxReasons.said(failure));
    int patience = MailboxReasons.isBroken(failure) ? PATIENCE_WITH_LINE : PATIENCE;
    if (mail.attempt() + 1 >= patience) {
      return contents.unreadable(mail, mailbox);
    }
    mails.defer(mail, String.valueOf(failure.getMessage()));
    return null;
  }

  /** Whether the mail server of this mailbox vouches for the sender, where it is asked to. */
  private static boolean isAuthentic(Mailbox mailbox, Message message, String sender)
      throws MessagingException {
    if (mailbox.authenticatedBy() == null) {
      return true;
    }
    String[] results = message.getHeader("Authentication-Results");
    return results != null
        && AuthenticationResults.pass(mailbox.authenticatedBy(), results[0], sender);
  }
}
