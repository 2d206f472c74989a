package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Allowances and charges of a whole document. UBL gives each its rate of VAT; the hub's document
 * discount has none and is shared out over all rates. So with several rates an allowance is shared
 * out over the lines of its own.
 */
final class UblAllowances {
  private static final BigDecimal ZERO = BigDecimal.ZERO;

  private final List<UblElement> all;
  private final UblTax tax;
  private final String currency;

  UblAllowances(UblElement root, UblTax tax, String currency) {
    this.all = root.all("AllowanceCharge");
    this.tax = tax;
    this.currency = currency;
  }

  /** Each charge as a line: freight is sold like goods. */
  List<UblLine> charges() {
    return all.stream()
        .filter(UblLine::isCharge)
        .map(
            charge -> {
              UblElement category = charge.first("TaxCategory");
              return UblLine.charge(
                  charge,
                  amount(charge),
                  tax.rate(category, List.of()),
                  UblValue.text(tax.exemption(category)));
            })
        .toList();
  }

  private Cell amount(UblElement allowance) {
    return UblValue.amount(allowance.first("Amount"), currency);
  }

  /** Shares out what belongs to one rate among several; what remains is the document's discount. */
  Cell spread(List<UblLine> lines) {
    List<Cell> left = new ArrayList<>();
    boolean several = rates(lines).distinct().count() > 1;
    for (UblElement allowance : all.stream().filter(a -> !UblLine.isCharge(a)).toList()) {
      Cell amount = amount(allowance);
      BigDecimal rate = tax.rate(allowance.first("TaxCategory"), List.of());
      if (!several || !isSpread(UblValue.of(amount), rate, lines)) {
        left.add(amount);
      }
    }
    return sum(left);
  }

  private static Stream<BigDecimal> rates(List<UblLine> lines) {
    return lines.stream()
        .map(UblLine::rate)
        .filter(Objects::nonNull)
        .map(BigDecimal::stripTrailingZeros);
  }

  private static boolean isSpread(
      @Nullable BigDecimal amount, @Nullable BigDecimal rate, List<UblLine> lines) {
    List<UblLine> ofRate =
        lines.stream().filter(line -> isOf(line, rate)).filter(UblAllowances::isSold).toList();
    BigDecimal base = ofRate.stream().map(UblAllowances::sold).reduce(ZERO, BigDecimal::add);
    if (amount == null || amount.signum() <= 0 || base.compareTo(amount) < 0) {
      return false;
    }
    BigDecimal left = amount;
    for (UblLine line : ofRate) {
      BigDecimal share = amount.multiply(sold(line)).divide(base, 2, RoundingMode.DOWN);
      line.take(share);
      left = left.subtract(share);
    }
    ofRate.stream().max(Comparator.comparing(UblAllowances::sold)).orElseThrow().take(left);
    return true;
  }

  private static boolean isOf(UblLine line, @Nullable BigDecimal rate) {
    BigDecimal own = line.rate();
    return own != null && rate != null && own.compareTo(rate) == 0;
  }

  private static boolean isSold(UblLine line) {
    return sold(line).signum() > 0;
  }

  private static BigDecimal sold(UblLine line) {
    return Objects.requireNonNullElse(line.amount(), ZERO);
  }

  /** One that is no number stands for all: it is refused with its value. */
  private static Cell sum(List<Cell> amounts) {
    BigDecimal sum = null;
    for (Cell amount : amounts) {
      BigDecimal number = UblValue.of(amount);
      if (number == null && !amount.isBlank()) {
        return amount;
      }
      sum = number == null ? sum : (sum == null ? number : sum.add(number));
    }
    return UblValue.number(sum);
  }
}
