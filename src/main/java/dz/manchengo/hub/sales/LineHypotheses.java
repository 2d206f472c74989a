package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.platform.Money;
import dz.manchengo.hub.sales.ComputedInvoice.ComputedLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Why a line's declared amount may miss: the usual mistakes, likeliest first (§2.4). */
final class LineHypotheses {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Invoice.Line line;
  private final ComputedLine computed;
  private final BigDecimal declared;

  /**
   * @param declared with all its decimals: 1.234 times 1000 is 1234
   */
  LineHypotheses(Invoice.Line line, BigDecimal declared, ComputedLine computed) {
    this.line = line;
    this.computed = computed;
    this.declared = declared;
  }

  Optional<Hint> fitting() {
    return hint("hint.discount-is-amount", this::isDiscountAnAmount)
        .or(() -> hint("hint.discount-is-percent", this::isDiscountAPercentage))
        .or(() -> hint("hint.price-includes-vat", this::isPriceWithVat))
        .or(() -> hint("hint.amount-includes-vat", this::isAmountWithVat))
        .or(() -> hint("hint.amount-before-discount", () -> meets(computed.gross())))
        .or(this::isMisread)
        .or(() -> hint("hint.amounts-in-centimes", this::isInCentimes))
        .or(() -> hint("hint.prices-in-centimes", this::isPriceInCentimes));
  }

  private static Optional<Hint> hint(String key, BooleanSupplier fits) {
    return fits.getAsBoolean() ? Optional.of(Hint.of(key)) : Optional.empty();
  }

  private boolean isDiscountAnAmount() {
    return meets(InvoiceTotals.line(discountAsAmount(line)).ht());
  }

  private boolean isDiscountAPercentage() {
    return meets(InvoiceTotals.line(discountAsPercentage(line)).ht());
  }

  private boolean isPriceWithVat() {
    return line.vatRate().signum() > 0 && meets(withoutVat(computed));
  }

  private boolean isAmountWithVat() {
    return line.vatRate().signum() > 0
        && meets(computed.ht().plus(computed.ht().percent(line.vatRate())));
  }

  private Optional<Hint> isMisread() {
    return Factor.THOUSAND.declaredIsTooLarge(declared, computed.ht())
            || Factor.THOUSAND.declaredIsTooSmall(declared, computed.ht())
        ? Optional.of(Hint.of("hint.thousand-line").with("line", line.number()))
        : Optional.empty();
  }

  private boolean isInCentimes() {
    return Factor.HUNDRED.declaredIsTooLarge(declared, computed.ht());
  }

  private boolean isPriceInCentimes() {
    return Factor.HUNDRED.declaredIsTooSmall(declared, computed.ht());
  }

  private boolean meets(Money amount) {
    return amount.isWithin(TotalsStatus.TWO_CENTIMES, new Money(declared));
  }

  /** The line's percentage read as dinars; the same line when it has none. */
  static Invoice.Line discountAsAmount(Invoice.Line line) {
    BigDecimal pct = line.discountPct();
    return InvoiceTotals.isGiven(pct) && !InvoiceTotals.isGiven(line.discountAmount())
        ? InvoiceCopy.discounted(line, null, pct)
        : line;
  }

  /** The line's dinars read as a percentage; the same line when there are none, or too many. */
  static Invoice.Line discountAsPercentage(Invoice.Line line) {
    BigDecimal amount = line.discountAmount();
    return isPercentage(amount) ? InvoiceCopy.discounted(line, amount, null) : line;
  }

  static boolean isPercentage(@Nullable BigDecimal value) {
    return value != null && value.signum() > 0 && value.compareTo(HUNDRED) <= 0;
  }

  /** The line's amount if its price was one with VAT. */
  static Money withoutVat(ComputedLine line) {
    BigDecimal percent = HUNDRED.add(line.vatRate());
    return percent.signum() <= 0
        ? line.ht()
        : new Money(line.ht().amount().multiply(HUNDRED).divide(percent, 2, RoundingMode.HALF_UP));
  }
}
