package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.PartyMention;
import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Order;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One order on its way to the tables. */
final class OrderCandidate extends Pending {
  @Nullable Order assembled;
  List<Invoice.Line> content = List.of();
  @Nullable ComputedInvoice computed;
  TotalsStatus totals = TotalsStatus.UNDECLARED;
  Order.Status status = Order.Status.CONFIRMED;
  String hash = "";
  String norm = "";
  long fingerprint;
  @Nullable FormerOrder former;

  /** Where that is from. */
  String origin = "";

  OrderCandidate(RawDocument raw) {
    super(raw);
  }

  /** Takes what was made of the rows. */
  void take(Order order) {
    assembled = order;
    content = order.lines().stream().map(Order.Line::content).toList();
    norm = DocumentNumber.norm(order.number());
    hash = OrderFingerprint.sha256(order);
    status = Objects.requireNonNullElse(order.status(), Order.Status.CONFIRMED);
  }

  /** What the file has no column for stays as the former revision has it. */
  void keep(FormerOrder before) {
    Order order = order();
    boolean dated = raw.headers().containsKey("requested_date");
    boolean referred = raw.headers().containsKey("customer_ref");
    assembled =
        order.with(
            dated ? order.requestedDate() : before.requestedDate(),
            referred ? order.customerRef() : before.customerRef());
  }

  Order order() {
    return Objects.requireNonNull(assembled);
  }

  ComputedInvoice computed() {
    return Objects.requireNonNull(computed);
  }

  @Override
  PartyMention mention() {
    return order().party();
  }

  @Override
  LocalDate date() {
    return order().date();
  }

  @Override
  List<Invoice.Line> content() {
    return content;
  }

  @Override
  boolean isAssessed() {
    return computed != null;
  }

  /** Nothing of a cancelled order is delivered: what its units are by now does not matter. */
  @Override
  boolean needsUnits() {
    return status != Order.Status.CANCELLED;
  }

  @Override
  boolean isRevision() {
    return former != null;
  }

  /** Why it was cancelled, as told now or before. */
  @Nullable String cancelReason() {
    String told = order().cancelReason();
    return told == null && former != null ? former.cancelReason() : told;
  }

  int revision() {
    return former == null ? 1 : former.revision() + 1;
  }

  @Override
  Verdict.@Nullable Identity identity() {
    if (unchanged && former != null) {
      return new Verdict.Identity(former.orderId(), former.revision());
    }
    return id == 0 ? null : new Verdict.Identity(id, revision());
  }

  @Override
  Verdict.Totals totals() {
    if (status == Order.Status.CANCELLED) {
      return Verdict.Totals.ZERO; // nobody delivers it
    }
    ComputedInvoice sums = computed();
    return new Verdict.Totals(sums.ht().amount(), sums.vat().amount(), sums.ttc().amount());
  }
}
