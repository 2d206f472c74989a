package dz.manchengo.hub.sales;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The VAT rate that an amount proves, for files with a VAT amount and no rate. */
final class VatRates {
  private static final List<BigDecimal> RATES =
      List.of(
          BigDecimal.ZERO,
          BigDecimal.valueOf(9),
          BigDecimal.valueOf(19),
          BigDecimal.valueOf(7),
          BigDecimal.valueOf(17));
  private static final BigDecimal CENT = new BigDecimal("0.01");

  private VatRates() {}

  /**
   * The one rate at which an invoice of unknown length bears that VAT: within two centimes, else
   * below a dinar, which is how far honest rounding of its lines may lead (EN 16931, BR-CO-17).
   */
  static @Nullable BigDecimal near(BigDecimal ht, BigDecimal vat) {
    BigDecimal exact = of(ht, vat, 1);
    return exact != null ? exact : of(ht, vat, 98);
  }

  /**
   * The one rate at which {@code ht} bears {@code vat}, within a centime for each line and one
   * more; null when an amount is missing or no single rate fits.
   */
  static @Nullable BigDecimal of(@Nullable BigDecimal ht, @Nullable BigDecimal vat, int lines) {
    if (ht == null || vat == null || ht.signum() == 0) {
      return null;
    }
    BigDecimal tolerance = CENT.multiply(BigDecimal.valueOf(lines + 1L));
    List<BigDecimal> fitting =
        RATES.stream()
            .filter(
                r -> ht.multiply(r).movePointLeft(2).subtract(vat).abs().compareTo(tolerance) <= 0)
            .toList();
    return fitting.size() == 1 ? fitting.get(0) : null;
  }
}
