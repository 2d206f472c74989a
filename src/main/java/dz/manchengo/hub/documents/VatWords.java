package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people write into cells of VAT besides a number: « TVA 19 % », « 19 % TVA », « - ». */
final class VatWords {
  /** Where people write them, or « Exonéré » for nothing. */
  static final Set<String> FIELDS = Set.of("vat_rate", "line_vat", "total_vat");

  private static final String NAME = "(?:taux +)?(?:de +)?(?:t\\.?v\\.?a\\.?|vat)";

  /** A rate by its sign: without one, {@code TVA 19} may be an amount. */
  private static final String RATE = "([\\d.,]+ *%)";

  private static final Pattern NAMED =
      Pattern.compile(
          NAME + "(?: +à| +a)? *:? *" + RATE + "|" + RATE + " *(?:de +)?" + NAME,
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private VatWords() {}

  /** The cell's number; null where it says that there is none. */
  static @Nullable NumberReading reading(Cell cell) {
    NumberReading plain = CellValue.number(cell);
    if (plain != NumberReading.NOT_A_NUMBER) {
      return plain;
    }
    String text = CellValue.text(cell);
    if (Typography.isDash(text) || NumberText.isAccountingZero(text)) {
      return null;
    }
    Matcher named = NAMED.matcher(Typography.plain(text));
    if (!named.matches()) {
      BigDecimal rate = TaxName.rate(text);
      return rate == null ? plain : new NumberReading.Exact(rate);
    }
    return NumberText.read(named.group(1) != null ? named.group(1) : named.group(2));
  }

  /** The number where there is one beyond doubt, else null. */
  static @Nullable BigDecimal exact(Cell cell) {
    return !cell.isBlank() && reading(cell) instanceof NumberReading.Exact exact
        ? exact.value()
        : null;
  }
}
