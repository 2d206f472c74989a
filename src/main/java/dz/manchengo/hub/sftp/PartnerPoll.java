package dz.manchengo.hub.sftp;

import dz.manchengo.hub.intake.DoorLease;
import dz.manchengo.hub.intake.Doors;
import java.io.IOException;
import java.util.Optional;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.remote.RemoteFilePollingConsumerPollStrategy;
import org.apache.camel.spi.ExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Each look at a partner's server leaves its time in the table of doors, or why it failed. */
class PartnerPoll extends RemoteFilePollingConsumerPollStrategy implements ExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(PartnerPoll.class);

  private final Partner partner;
  private final Offers offers;
  private final PartnerAnswers answers;
  private final Reasons reasons;
  private final Doors doors;
  private final DoorLease lease;
  private @Nullable String told;

  PartnerPoll(
      Partner partner,
      Offers offers,
      PartnerAnswers answers,
      Reasons reasons,
      Doors doors,
      DoorLease lease) {
    this.partner = partner;
    this.offers = offers;
    this.answers = answers;
    this.reasons = reasons;
    this.doors = doors;
    this.lease = lease;
  }

  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    if (!lease.begin(partner.door(), partner.place())) {
      return false;
    }
    offers.begin();
    return true;
  }

  @Override
  public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
    offers.end();
    lease.release(partner.place());
    if (offers.hadFailures()) {
      reconnect(consumer, endpoint);
    }
    Optional<String> missing = offers.missing().map(folder -> reasons.missing(partner, folder));
    missing
        .or(offers::trouble)
        .or(() -> answers.trouble(partner))
        .ifPresentOrElse(
            trouble -> doors.failed(partner.door(), trouble), () -> doors.polled(partner.door()));
    tell(missing.orElse(null), null);
  }

  /** Whatever a failure left on the connection, the next look has a new one. */
  private void reconnect(Consumer consumer, Endpoint endpoint) {
    try {
      super.rollback(consumer, endpoint, 0, new IOException("a file failed"));
    } catch (Exception e) {
      log.debug("{}", partner, e);
    }
  }

  @Override
  public boolean rollback(Consumer consumer, Endpoint endpoint, int retries, Exception e)
      throws Exception {
    lease.release(partner.place());
    if (retries == 0 && Reasons.isBroken(e)) {
      super.rollback(consumer, endpoint, retries, e);
      return true; // at once, on a new connection
    }
    String reason = reasons.locked(partner, e);
    tell(reason, e);
    try {
      doors.failed(partner.door(), reason);
    } catch (DataAccessException away) {
      log.warn("{}: {}", partner, away.toString());
    }
    return super.rollback(consumer, endpoint, retries, e);
  }

  /** Once, until it is something else. */
  private void tell(@Nullable String reason, @Nullable Exception failure) {
    if (reason != null && !reason.equals(told)) {
      log.warn("{}: {} [{}]", partner, reason, failure == null ? "" : Reasons.said(failure));
    } else if (reason == null && told != null) {
      log.info("{} is looked at again", partner);
    }
    told = reason;
  }

  /** What ends a look came by {@link #rollback}; files have told of themselves. */
  @Override
  public void handleException(
      @Nullable String message, @Nullable Exchange exchange, Throwable failure) {
    log.debug("{}", partner, failure);
  }

  @Override
  public void handleException(Throwable failure) {
    handleException(null, null, failure);
  }

  @Override
  public void handleException(String message, Throwable failure) {
    handleException(message, null, failure);
  }
}
