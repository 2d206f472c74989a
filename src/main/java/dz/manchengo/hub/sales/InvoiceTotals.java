package dz.manchengo.hub.sales;

import static java.math.BigDecimal.ZERO;

import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.platform.Money;
import dz.manchengo.hub.sales.ComputedInvoice.ComputedLine;
import dz.manchengo.hub.sales.ComputedInvoice.VatLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The arithmetic of an invoice: VAT per rate and per document, as EN 16931 has it (§2.1). */
final class InvoiceTotals {
  private InvoiceTotals() {}

  static ComputedInvoice of(Invoice invoice) {
    return invoice.isJournalEntry()
        ? ofJournal(invoice.declared().byRate())
        : of(invoice.lines(), Money.orZero(invoice.globalDiscount()));
  }

  /** Without lines the bases are as the journal has them, their VAT is computed all the same. */
  private static ComputedInvoice ofJournal(List<Invoice.RateTotal> byRate) {
    NavigableMap<BigDecimal, Money> bases = new TreeMap<>();
    byRate.forEach(total -> bases.merge(total.rate(), new Money(total.base()), Money::plus));
    return ComputedInvoice.of(List.of(), vat(bases, Money.ZERO));
  }

  static ComputedInvoice of(List<Invoice.Line> lines, Money documentDiscount) {
    List<ComputedLine> computed = lines.stream().map(InvoiceTotals::line).toList();
    return ComputedInvoice.of(computed, vat(bases(computed), documentDiscount));
  }

  static ComputedLine line(Invoice.Line line) {
    Money gross = new Money(line.quantity().multiply(line.unitPriceHt()));
    Money stated = roundedOnce(line);
    Money discount = stated == null ? discount(line, gross) : gross.minus(stated);
    return new ComputedLine(line.number(), gross, discount, gross.minus(discount), line.vatRate());
  }

  /**
   * The line's amount where the file states it and it is quantity × price less the percentage,
   * rounded at the end only, as Excel and Sage do; null where it is not, or not stated.
   */
  private static @Nullable Money roundedOnce(Invoice.Line line) {
    BigDecimal pct = line.discountPct();
    BigDecimal declared = line.declaredHt();
    if (declared == null || pct == null || isGiven(line.discountAmount())) {
      return null;
    }
    BigDecimal share = BigDecimal.ONE.subtract(pct.movePointLeft(2));
    Money once = new Money(line.quantity().multiply(line.unitPriceHt()).multiply(share));
    return once.equals(new Money(declared)) ? once : null;
  }

  /** The amount goes before the percentage: it is what was printed, already rounded. */
  private static Money discount(Invoice.Line line, Money gross) {
    if (isGiven(line.discountAmount())) {
      return Money.orZero(line.discountAmount());
    }
    BigDecimal pct = line.discountPct();
    return pct == null ? Money.ZERO : gross.percent(pct);
  }

  static boolean isGiven(@Nullable BigDecimal discount) {
    return discount != null && discount.signum() != 0;
  }

  /** Sum of the lines per rate; 19 and 19.00 are one rate. */
  static NavigableMap<BigDecimal, Money> bases(List<ComputedLine> lines) {
    NavigableMap<BigDecimal, Money> bases = new TreeMap<>();
    lines.forEach(line -> bases.merge(line.vatRate(), line.ht(), Money::plus));
    return bases;
  }

  static List<VatLine> vat(NavigableMap<BigDecimal, Money> bases, Money documentDiscount) {
    Map<BigDecimal, Money> shares = shares(bases, documentDiscount);
    List<VatLine> vat = new ArrayList<>(bases.size());
    bases.forEach((rate, lines) -> vat.add(vatLine(rate, lines, orZero(shares.get(rate)))));
    return vat;
  }

  private static VatLine vatLine(BigDecimal rate, Money lines, Money discount) {
    Money base = lines.minus(discount);
    BigDecimal plain = rate.signum() == 0 ? ZERO : rate.stripTrailingZeros();
    return new VatLine(plain, discount, base, base.percent(rate));
  }

  /**
   * In proportion to the bases; the remainder goes to the largest, of equal ones to the highest
   * rate.
   */
  private static Map<BigDecimal, Money> shares(
      NavigableMap<BigDecimal, Money> bases, Money discount) {
    Map<BigDecimal, Money> shares = new TreeMap<>();
    if (discount.signum() == 0 || bases.isEmpty()) {
      return shares;
    }
    Money whole = bases.values().stream().reduce(Money.ZERO, Money::plus);
    BigDecimal largest = bases.firstKey();
    Money left = discount;
    for (Map.Entry<BigDecimal, Money> base : bases.entrySet()) {
      Money share = discount.share(base.getValue(), whole);
      shares.put(base.getKey(), share);
      left = left.minus(share);
      largest =
          base.getValue().compareTo(orZero(bases.get(largest))) >= 0 ? base.getKey() : largest;
    }
    shares.merge(largest, left, Money::plus);
    return shares;
  }

  private static Money orZero(@Nullable Money money) {
    return money == null ? Money.ZERO : money;
  }
}
