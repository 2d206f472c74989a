package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.StampSchedule;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Invoice.Declared;
import dz.manchengo.hub.platform.Money;
import dz.manchengo.hub.sales.ComputedInvoice.ComputedLine;
import dz.manchengo.hub.sales.ComputedInvoice.VatLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Why declared totals may miss: hypotheses (a) to (g) of §2.4 in order, the first that fits. */
final class TotalsHypotheses {
  private static final List<BigDecimal> CHARGE_RATES =
      Stream.of(19, 9, 0).map(BigDecimal::valueOf).toList();

  private final Invoice invoice;
  private final Declared declared;
  private final ComputedInvoice computed;
  private final StampSchedule schedule;
  private final Money discount;
  private final Money tolerance;
  private final NavigableMap<BigDecimal, Money> bases;

  TotalsHypotheses(Invoice invoice, ComputedInvoice computed, StampSchedule schedule) {
    this.invoice = invoice;
    this.declared = invoice.declared();
    this.computed = computed;
    this.schedule = schedule;
    this.discount = Money.orZero(invoice.globalDiscount());
    this.tolerance = TotalsStatus.tolerance(invoice.lines().size());
    this.bases = InvoiceTotals.bases(computed.lines());
  }

  Optional<Hint> fitting() {
    return stampInTtc()
        .or(() -> discountTold("hint.discount-is-amount", LineHypotheses::discountAsAmount))
        .or(() -> discountTold("hint.discount-is-percent", LineHypotheses::discountAsPercentage))
        .or(this::documentDiscountInPercent)
        .or(this::priceWithVat)
        .or(this::misreadLine)
        .or(() -> declaredTimes(Factor.THOUSAND, "hint.thousand-amount", "hint.thousand-amount"))
        .or(
            () ->
                declaredTimes(
                    Factor.HUNDRED, "hint.amounts-in-centimes", "hint.prices-in-centimes"))
        .or(this::lineLeftOut)
        .or(this::lineCountedTwice)
        .or(this::taxedCharge)
        .or(this::untaxedCharge);
  }

  /** (a) with a stamp that no column tells: INV-015 has dealt with one that is told. */
  private Optional<Hint> stampInTtc() {
    BigDecimal ttc = declared.ttc();
    if (ttc == null || declared.stamp() != null) {
      return Optional.empty();
    }
    Money base = computed.ttc();
    return Stream.concat(
            Stream.of(schedule.duty(base, invoice.date())),
            schedule.variants(base, invoice.date()).values().stream())
        .filter(stamp -> stamp.signum() > 0)
        .filter(
            stamp ->
                fits(DeclaredStamp.with(declared, ttc.subtract(stamp.amount()), stamp.amount())))
        .findFirst()
        .map(stamp -> Hint.of("hint.ttc-includes-stamp").with("amount", stamp.text()));
  }

  /** (b) */
  private Optional<Hint> discountTold(String key, UnaryOperator<Invoice.Line> otherwise) {
    List<Invoice.Line> told = invoice.lines().stream().map(otherwise).toList();
    return hint(fits(InvoiceTotals.of(told, discount)), key);
  }

  /** (b) for the discount of the whole document, which is read as dinars. */
  private Optional<Hint> documentDiscountInPercent() {
    BigDecimal pct = invoice.globalDiscount();
    if (pct == null || !LineHypotheses.isPercentage(pct)) {
      return Optional.empty();
    }
    Money lines = bases.values().stream().reduce(Money.ZERO, Money::plus);
    return hint(fits(bases, lines.percent(pct)), "hint.discount-is-percent");
  }

  /** (c) */
  private Optional<Hint> priceWithVat() {
    NavigableMap<BigDecimal, Money> without = new TreeMap<>();
    for (ComputedLine line : computed.lines()) {
      without.merge(line.vatRate(), LineHypotheses.withoutVat(line), Money::plus);
    }
    return hint(fits(without, discount), "hint.price-includes-vat");
  }

  /** (d) in the quantity or price of one line; the product does not tell which. */
  private Optional<Hint> misreadLine() {
    for (Invoice.Line line : invoice.lines()) {
      for (BigDecimal factor : List.of(Factor.THOUSAND.up(), Factor.THOUSAND.down())) {
        Money now = InvoiceTotals.line(line).ht();
        Money then = InvoiceTotals.line(times(line, factor)).ht();
        if (fits(changed(line.vatRate(), then.minus(now)), discount)) {
          return Optional.of(Hint.of("hint.thousand-line").with("line", line.number()));
        }
      }
    }
    return Optional.empty();
  }

  private static Invoice.Line times(Invoice.Line line, BigDecimal factor) {
    return InvoiceCopy.line(
        line,
        line.quantity().multiply(factor),
        line.unitPriceHt(),
        line.discountPct(),
        line.discountAmount(),
        line.declaredHt());
  }

  /** (d), (e) in the declared totals: each that is off is off by the factor, all the same way. */
  private Optional<Hint> declaredTimes(Factor factor, String tooLarge, String tooSmall) {
    List<Gap> off = gaps(declared).stream().filter(gap -> !gap.isWithin(tolerance)).toList();
    if (off.isEmpty()) {
      return Optional.empty();
    }
    if (off.stream().allMatch(gap -> factor.declaredIsTooLarge(gap.declared(), gap.computed()))) {
      return Optional.of(Hint.of(tooLarge));
    }
    return hint(
        off.stream().allMatch(gap -> factor.declaredIsTooSmall(gap.declared(), gap.computed())),
        tooSmall);
  }

  /** (f) the file has a line that the totals have not. */
  private Optional<Hint> lineLeftOut() {
    return differingBy("hint.line-left-out", line -> Money.ZERO.minus(line));
  }

  /** (f) the totals have a line that the file has not, and the file has its like. */
  private Optional<Hint> lineCountedTwice() {
    return differingBy("hint.line-counted-twice", line -> line);
  }

  private Optional<Hint> differingBy(String key, UnaryOperator<Money> change) {
    return computed.lines().stream()
        .filter(line -> line.ht().signum() != 0)
        .filter(line -> fits(changed(line.vatRate(), change.apply(line.ht())), discount))
        .findFirst()
        .map(line -> Hint.of(key).with("line", line.number()));
  }

  /** (g) HT exceeds the lines by an amount on which the declared VAT was paid too. */
  private Optional<Hint> taxedCharge() {
    if (declared.ht() == null || gaps(declared).size() < 2) {
      return Optional.empty();
    }
    Money charge = new Money(declared.ht()).minus(computed.ht());
    boolean taxed =
        CHARGE_RATES.stream()
            .anyMatch(
                rate ->
                    allWithin(
                        Gap.of(
                            declared,
                            computed.ht().plus(charge),
                            computed.vat().plus(charge.percent(rate)))));
    return charge(taxed, charge);
  }

  /** (g) HT and VAT are right, TTC and what is to be paid exceed them by the same amount. */
  private Optional<Hint> untaxedCharge() {
    List<Gap> gaps = gaps(declared);
    List<Gap> off = gaps.stream().filter(gap -> !gap.isWithin(tolerance)).toList();
    if (off.isEmpty() || off.size() == gaps.size()) {
      return Optional.empty();
    }
    Money charge = off.get(0).delta();
    boolean afterVat =
        off.stream()
            .noneMatch(gap -> gap.field().equals("total_ht") || gap.field().equals("total_vat"));
    boolean same = off.stream().allMatch(gap -> gap.delta().isWithin(tolerance, charge));
    return charge(afterVat && same, charge);
  }

  private static Optional<Hint> charge(boolean fits, Money charge) {
    return fits && charge.signum() > 0
        ? Optional.of(Hint.of("hint.charge").with("amount", charge.text()))
        : Optional.empty();
  }

  private static Optional<Hint> hint(boolean fits, String key) {
    return fits ? Optional.of(Hint.of(key)) : Optional.empty();
  }

  private NavigableMap<BigDecimal, Money> changed(BigDecimal rate, Money by) {
    NavigableMap<BigDecimal, Money> changed = new TreeMap<>(bases);
    changed.merge(rate, by, Money::plus);
    return changed;
  }

  private boolean fits(NavigableMap<BigDecimal, Money> otherBases, Money otherDiscount) {
    List<VatLine> vat = InvoiceTotals.vat(otherBases, otherDiscount);
    return fits(ComputedInvoice.of(List.of(), vat));
  }

  private boolean fits(ComputedInvoice other) {
    return allWithin(Gap.of(declared, other.ht(), other.vat()));
  }

  private boolean fits(Declared other) {
    return allWithin(gaps(other));
  }

  private List<Gap> gaps(Declared totals) {
    return Gap.of(totals, computed.ht(), computed.vat());
  }

  private boolean allWithin(List<Gap> gaps) {
    return !gaps.isEmpty() && gaps.stream().allMatch(gap -> gap.isWithin(tolerance));
  }
}
