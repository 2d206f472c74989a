package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.StampSchedule;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.platform.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Declared totals against computed ones, with the tolerances of §2.4. */
final class TotalsComparison {
  private final Invoice invoice;
  private final ComputedInvoice computed;
  private final Money tolerance;
  private final List<Gap> gaps;
  private final String grave;

  /**
   * Our own invoice must add up; a supplier's is evidence, and is kept but not paid.
   *
   * @param invoice its stamp already apart from TTC
   */
  TotalsComparison(Invoice invoice, ComputedInvoice computed) {
    this(invoice, computed, invoice.direction() == Invoice.Direction.SALE ? "INV-013" : "INV-014");
  }

  /**
   * @param grave rule for a total that misses by a dinar or more
   */
  TotalsComparison(Invoice invoice, ComputedInvoice computed, String grave) {
    this.invoice = invoice;
    this.computed = computed;
    this.grave = grave;
    this.tolerance = TotalsStatus.tolerance(invoice.lines().size());
    this.gaps = Gap.of(invoice.declared(), computed.ht(), computed.vat());
  }

  /** That of the worst total. */
  TotalsStatus status() {
    return gaps.stream()
        .map(gap -> gap.status(tolerance))
        .max(TotalsStatus::compareTo)
        .orElse(TotalsStatus.UNDECLARED);
  }

  /** One finding per total that is off; the first grave one carries the explanation. */
  void report(StampSchedule schedule, Findings findings) {
    Optional<Hint> hint =
        status() == TotalsStatus.MAJOR
            ? new TotalsHypotheses(invoice, computed, schedule).fitting()
            : Optional.empty();
    for (Gap gap : gaps) {
      TotalsStatus status = gap.status(tolerance);
      if (status != TotalsStatus.EXACT) {
        boolean major = status == TotalsStatus.MAJOR;
        Map<String, String> params = Hint.added(major ? hint : Optional.empty(), params(gap));
        findings.add(code(status), gap.field(), new Money(gap.declared()).text(), params);
        hint = major ? Optional.empty() : hint;
      }
    }
  }

  private String code(TotalsStatus status) {
    if (status == TotalsStatus.ROUNDING) {
      return "INV-011";
    }
    return status == TotalsStatus.MINOR ? "INV-012" : grave;
  }

  private static Map<String, String> params(Gap gap) {
    return Finding.params(
        "decl", new Money(gap.declared()).text(),
        "comp", gap.computed().text(),
        "delta", gap.delta().text());
  }
}
