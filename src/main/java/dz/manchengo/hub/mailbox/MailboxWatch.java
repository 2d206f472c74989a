package dz.manchengo.hub.mailbox;

import dz.manchengo.hub.intake.Doors;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/** Writes down of one mailbox whether it could be looked into, and why not. */
final class MailboxWatch implements PollingConsumerPollStrategy, ExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(MailboxWatch.class);

  private final String name;
  private final MailboxLogin login;
  private final Doors doors;
  private String said = "";
  private boolean failed;

  MailboxWatch(String name, MailboxLogin login, Doors doors) {
    this.name = name;
    this.login = login;
    this.doors = doors;
  }

  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    failed = false;
    return true;
  }

  @Override
  public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
    if (!failed) {
      said = "";
      doors.polled(name);
    }
  }

  @Override
  public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
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

  @Override
  public void handleException(String message, @Nullable Exchange exchange, Throwable exception) {
    fail(exception);
  }

  private void fail(Throwable failure) {
    failed = true;
    String reason = reason(failure);
    if (!reason.equals(said)) {
      log.warn("mailbox {}: {}", name, reason);
      said = reason;
    }
    doors.failed(name, reason);
  }

  private String reason(Throwable failure) {
    if (failure instanceof AuthenticationFailedException) {
      login.forget();
      return "login refused: " + failure.getMessage();
    }
    if (failure instanceof FolderNotFoundException) {
      return "folder not found: " + failure.getMessage();
    }
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
    return cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }
}
