package dz.manchengo.hub.documents;

import dz.manchengo.hub.catalog.PartyMention;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sales order as it came in; its lines are those of invoices. Amounts are dinars (DA), null when
 * the file does not give them.
 *
 * @param requestedDate the earliest day for which a line is wanted
 * @param customerRef the customer's own number for it
 * @param status null when the file does not say
 */
public record Order(
    String number,
    LocalDate date,
    @Nullable LocalDate requestedDate,
    PartyMention party,
    @Nullable String customerRef,
    @Nullable Status status,
    @Nullable String cancelReason,
    @Nullable String salesperson,
    @Nullable String note,
    Invoice.Declared declared,
    List<Line> lines,
    Place place) {

  /** The same order with these. */
  public Order with(@Nullable LocalDate requested, @Nullable String reference) {
    return new Order(
        number,
        date,
        requested,
        party,
        reference,
        status,
        cancelReason,
        salesperson,
        note,
        declared,
        lines,
        place);
  }

  /**
   * One line.
   *
   * @param requestedDate of this line alone; null when it has none of its own
   * @param content its rate is a stand-in while {@code rateGiven} is false
   */
  public record Line(Invoice.Line content, boolean rateGiven, @Nullable LocalDate requestedDate) {}

  /** Where an order stands, with what may follow (domain notes §3.2). */
  public enum Status {
    DRAFT,
    CONFIRMED,
    PARTIALLY_DELIVERED,
    DELIVERED,
    INVOICED,
    CANCELLED;

    /** Whether an order may go from this status to the other at once (ORD-013). */
    public boolean mayBecome(Status next) {
      return next == this || following().contains(next);
    }

    /** Whether goods have left for it. */
    public boolean isUnderWay() {
      return this == PARTIALLY_DELIVERED || this == DELIVERED || this == INVOICED;
    }

    private Set<Status> following() {
      return switch (this) {
        case DRAFT -> Set.of(CONFIRMED, CANCELLED);
        case CONFIRMED -> Set.of(PARTIALLY_DELIVERED, DELIVERED, CANCELLED);
        case PARTIALLY_DELIVERED -> Set.of(DELIVERED);
        case DELIVERED -> Set.of(INVOICED);
        case INVOICED, CANCELLED -> Set.of();
      };
    }
  }
}
