package dz.manchengo.hub.sftp;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.intake.Inbox;
import java.io.IOException;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Takes what partners' servers offer into the inbox, or refuses it unread. */
@Component("partnerFiles")
class PartnerFiles {
  private static final Logger log = LoggerFactory.getLogger(PartnerFiles.class);
  private static final long MIB = 1 << 20;

  private final Inbox inbox;
  private final Reasons reasons;
  private final long limit;

  PartnerFiles(Inbox inbox, Reasons reasons, @Value("${hub.limits.bytes}") DataSize limit) {
    this.inbox = inbox;
    this.reasons = reasons;
    this.limit = limit.toBytes();
  }

  /** What fails is looked at again later and holds up nobody. */
  void receive(@ExchangeProperty(Offer.PROPERTY) Offer offer) {
    try {
      inbox.receive(offer.arrival().delivery(), offer::copyTo, offer::isUnchanged);
      offer.offers().succeeded(offer.arrival());
    } catch (IOException | DataAccessException | GenericFileOperationFailedException e) {
      postpone(offer, reasons.unread(offer.arrival()), e);
    }
  }

  /**
   * Links are not followed, what is too large is not fetched, a name of other bytes asks for no
   * file; the sender is told why.
   */
  boolean refuses(RemoteArrival arrival) {
    Finding finding =
        switch (arrival.kind()) {
          case LINK -> wrongKind(arrival, "reason.link");
          case OTHER -> wrongKind(arrival, "reason.special");
          case FILE -> refusedFile(arrival);
        };
    if (finding != null) {
      inbox.refuse(arrival.delivery(), finding);
    }
    return finding != null;
  }

  private @Nullable Finding refusedFile(RemoteArrival arrival) {
    if (!arrival.hasReadableName()) {
      return wrongKind(arrival, "reason.name-encoding");
    }
    return arrival.size() > limit || arrival.size() < 0 ? tooLarge(arrival) : null;
  }

  private static Finding wrongKind(RemoteArrival arrival, String reason) {
    return RuleBook.finding(
        "FIL-010", Place.FILE, arrival.name(), "name", arrival.name(), "detected", reason);
  }

  private Finding tooLarge(RemoteArrival arrival) {
    return RuleBook.finding(
        "FIL-011",
        Place.FILE,
        arrival.name(),
        "what",
        "reason.what.megabytes",
        "value",
        arrival.size() / MIB,
        "limit",
        limit / MIB);
  }

  /** Said once, tried again and again. */
  void postpone(Offer offer, String reason, Exception failure) {
    if (offer.offers().rest(offer.arrival(), reason)) {
      log.warn("{} [{}]", reason, Reasons.said(failure));
    }
  }
}
