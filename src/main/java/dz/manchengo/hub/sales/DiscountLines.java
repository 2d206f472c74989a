package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Invoice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * « Remise commerciale ; 1 ; -50,00 » among the articles: a discount of the whole document and no
 * sale (INV-050). Only where every line bears its rate: at several nobody knows which bases it
 * lowers, and the line is refused (INV-055).
 */
record DiscountLines(List<Invoice.Line> discounts, List<Invoice.Line> others) {
  private static final Pattern DISCOUNT =
      Pattern.compile(
          "\\s*(?:remise|rabais|ristourne|escompte|r[ée]duction|discount)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Nothing but a discount: « Remise en état du local » is work. */
  private static final Pattern BARE =
      Pattern.compile(
          "\\s*(?:remise|rabais|ristourne|escompte|discount)s?"
              + "(?:\\s+(?:exceptionnell?e?|commerciale?|accord[ée]e?|sp[ée]ciale?|globale?|client"
              + "|(?:de )?fid[ée]lit[ée]|sur\\b.*|pour\\b.*|(?:de\\s+)?\\d.*))*\\s*:?\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Lines that say they lower the invoice and would raise it (INV-054). */
  static List<Invoice.Line> raising(List<Invoice.Line> lines) {
    return lines.stream()
        .filter(line -> line.description() != null && amount(line).signum() > 0)
        .filter(line -> isBare(String.valueOf(line.description())))
        .toList();
  }

  static boolean isBare(String description) {
    return BARE.matcher(description).matches();
  }

  static DiscountLines in(List<Invoice.Line> lines) {
    List<Invoice.Line> discounts = lines.stream().filter(DiscountLines::isOne).toList();
    List<Invoice.Line> others = lines.stream().filter(line -> !isOne(line)).toList();
    boolean sales = others.stream().allMatch(line -> amount(line).signum() >= 0);
    DiscountLines found = new DiscountLines(discounts, others);
    return haveOneRate(lines) && sales && found.amount().compareTo(sum(others)) < 0
        ? found
        : new DiscountLines(List.of(), lines);
  }

  /** Whether a line is a discount among lines of several rates: nobody knows which it lowers. */
  static boolean isAmongRates(Invoice.Line line, List<Invoice.Line> lines) {
    return isOne(line) && !haveOneRate(lines);
  }

  private static boolean haveOneRate(List<Invoice.Line> lines) {
    return lines.stream().map(line -> line.vatRate().stripTrailingZeros()).distinct().count() == 1;
  }

  /** DA, positive. */
  BigDecimal amount() {
    return sum(discounts).negate();
  }

  private static boolean isOne(Invoice.Line line) {
    return line.description() != null
        && DISCOUNT.matcher(line.description()).matches()
        && amount(line).signum() < 0
        && line.discountPct() == null
        && line.discountAmount() == null;
  }

  private static BigDecimal sum(List<Invoice.Line> lines) {
    return lines.stream().map(DiscountLines::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal amount(Invoice.Line line) {
    return line.quantity().multiply(line.unitPriceHt()).setScale(2, RoundingMode.HALF_UP);
  }
}
