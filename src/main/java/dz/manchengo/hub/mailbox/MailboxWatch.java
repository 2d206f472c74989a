package dz.manchengo.hub.mailbox;

import dz.manchengo.hub.intake.DoorLease;
import dz.manchengo.hub.intake.Doors;
import jakarta.mail.AuthenticationFailedException;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down of one mailbox whether it could be looked into, and why not. */
final class MailboxWatch implements PollingConsumerPollStrategy, ExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(MailboxWatch.class);

  private final String name;
  private final Mailbox mailbox;
  private final MailboxLogin login;
  private final Doors doors;
  private final DoorLease lease;
  private final MailboxReasons reasons;
  private String said = "";
  private boolean failed;

  MailboxWatch(
      String name,
      Mailbox mailbox,
      MailboxLogin login,
      Doors doors,
      DoorLease lease,
      MailboxReasons reasons) {
    this.name = name;
    this.mailbox = mailbox;
    this.login = login;
    this.doors = doors;
    this.lease = lease;
    this.reasons = reasons;
  }

  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    if (!lease.begin(name, mailbox.account())) {
      return false;
    }
    failed = false;
    login.use();
    return true;
  }

  @Override
  public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
    lease.release(mailbox.account());
    if (!failed) {
      said = "";
      doors.polled(name);
    }
  }

  @Override
  public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
    lease.release(mailbox.account());
    fail(cause);
    return false; // the next look is the retry
  }

  @Override
  public void handleException(Throwable exception) {
    fail(exception);
  }

  @Override
  public void handleException(String message, Throwable exception) {
    fail(exception);
  }

  /** Of a mail that was taken in: the server would not let it be moved, or the connection broke. */
  @Override
  public void handleException(String message, @Nullable Exchange exchange, Throwable exception) {
    boolean moving = exchange != null && !MailboxReasons.isBroken(exception);
    fail(
        moving ? reasons.unmoved(mailbox, exception) : reasons.locked(mailbox, exception),
        exception);
  }

  private void fail(Throwable failure) {
    if (failure instanceof AuthenticationFailedException) {
      login.forget();
    }
    fail(reasons.locked(mailbox, failure), failure);
  }

  /** The server's own words go into the log, and nowhere else. */
  private void fail(String reason, Throwable failure) {
    failed = true;
    if (!reason.equals(said)) {
      log.warn("mailbox {}: {} [{}]", name, reason, MailboxReasons.said(failure));
      said = reason;
    }
    doors.failed(name, reason);
  }
}
