package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a column « TVA » holds rates or amounts (domain notes §7.3). One slip among rates stays
 * one slip, to be told at its cell (INV-016): it does not turn the others into amounts.
 */
final class VatEvidence {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal CLOSE = new BigDecimal("0.02");
  private static final List<BigDecimal> TODAY = List.of(new BigDecimal(19), new BigDecimal(9));
  private static final Set<BigDecimal> RATES =
      Set.of(
          new BigDecimal("0"),
          new BigDecimal("7"),
          new BigDecimal("9"),
          new BigDecimal("17"),
          new BigDecimal("19"),
          new BigDecimal("0.07"),
          new BigDecimal("0.09"),
          new BigDecimal("0.17"),
          new BigDecimal("0.19"));

  private int rates;
  private int others;
  private int amounts;
  private int unlikeRates;
  private boolean percentSign;
  private boolean positive;
  private boolean sureRate;
  private boolean sureAmount;
  private @Nullable BigDecimal doubtful;

  private int document = -1;
  private BigDecimal documentGross = BigDecimal.ZERO;
  private @Nullable BigDecimal documentValue;

  /**
   * Adds a row's value.
   *
   * @param gross the row's quantity × price; null when it is not known
   * @param rowsDocument counts the documents
   */
  void add(Cell cell, BigDecimal value, int rowsDocument, @Nullable BigDecimal gross) {
    if (rowsDocument != document) {
      end();
      document = rowsDocument;
    }
    documentGross = documentGross.add(gross == null ? BigDecimal.ZERO : gross);
    percentSign |= cell.text().indexOf('%') >= 0;
    positive |= value.signum() > 0;
    BigDecimal plain = value.stripTrailingZeros();
    if (isRate(value)) {
      if (value.signum() > 0) { // 0 is a rate and an amount
        rates++;
        boolean either = gross != null && isVatAtAnother(value, gross);
        doubtful = either ? value : doubtful;
        sureRate |= !either && !isHundred(gross); // on 100 DA amount and rate are one number
      }
      return;
    }
    others++;
    documentValue = value;
    amounts += gross != null && isVat(value, gross) ? 1 : 0;
    unlikeRates += plain.scale() > 0 || value.compareTo(HUNDRED) > 0 ? 1 : 0;
  }

  /**
   * Tells that the value makes the document's total of its amount excluding tax: no rate does, but
   * on 100 DA.
   *
   * @param ht the document's amount excluding tax
   * @param total what is to be paid, without stamp duty
   */
  void addSum(BigDecimal value, BigDecimal ht, BigDecimal total) {
    boolean sum = ht.add(value).subtract(total).abs().compareTo(CLOSE) <= 0;
    sureAmount |= sum && !isHundred(ht) && value.signum() != 0;
  }

  /** A document is over: its value may be the VAT on all of its rows. */
  void end() {
    BigDecimal value = documentValue;
    amounts += value != null && isVat(value, documentGross) ? 1 : 0;
    documentGross = BigDecimal.ZERO;
    documentValue = null;
  }

  /** Whether the number is one of the rates, 19 or 0,19. */
  static boolean isRate(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return RATES.contains(plain.scale() < 0 ? plain.setScale(0) : plain);
  }

  private static boolean isHundred(@Nullable BigDecimal amount) {
    return amount != null && amount.abs().subtract(HUNDRED).abs().compareTo(BigDecimal.ONE) < 0;
  }

  /** As an amount it gives another VAT than as a rate: 9,00 on 47,37 is 19 % of it. */
  private static boolean isVatAtAnother(BigDecimal value, BigDecimal gross) {
    BigDecimal rate = value.compareTo(BigDecimal.ONE) < 0 ? value.movePointRight(2) : value;
    return isVat(value, gross, TODAY.stream().filter(r -> r.compareTo(rate) != 0).toList());
  }

  /** Whether it is the VAT on that amount at one of today's rates. */
  static boolean isVat(BigDecimal value, BigDecimal gross) {
    return isVat(value, gross, TODAY);
  }

  private static boolean isVat(BigDecimal value, BigDecimal gross, List<BigDecimal> of) {
    return of.stream()
        .map(rate -> gross.multiply(rate).movePointLeft(2).subtract(value).abs())
        .anyMatch(gap -> gap.compareTo(CLOSE) <= 0);
  }

  /** One of the values that may be either, where no row shows which; null where one does. */
  @Nullable BigDecimal doubtful() {
    return percentSign || others > 0 || sureRate || sureAmount ? null : doubtful;
  }

  boolean hasPercentSign() {
    return percentSign;
  }

  boolean holdsRates() {
    if (sureAmount && !percentSign) {
      return false;
    }
    if (!positive) {
      return percentSign && others == 0; // « 0% » for all that is exempt
    }
    if (percentSign || others == 0) {
      return true;
    }
    boolean mostlyRates = rates > 0 && (rates >= others || unlikeRates <= rates);
    return amounts == 0 && (mostlyRates || unlikeRates == 0);
  }
}
