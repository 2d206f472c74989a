package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A tax by its name in an accounting program: « 19% B Prod. », « TVA (vente) 19,0% ». Its one
 * percentage is the rate where the law has it and the name tells of nothing else.
 */
final class TaxName {
  private static final Pattern PERCENTAGE = Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,4})?) *%");
  private static final Pattern DIGIT = Pattern.compile("\\d");

  /** What a second tax stands behind. */
  private static final Pattern SEVERAL = Pattern.compile("[,;+|&\\n]|\\bet\\b|\\band\\b");

  /** Other taxes, what is no tax, and a VAT that is in the price or that nobody pays. */
  private static final Pattern OTHER =
      Pattern.compile(
          "\\b(?:timbre|tap|tls|tic|irg|ibs|droits?|douanes?|retenue|precompte|parafiscale|stamp"
              + "|withholding|remise|rabais|ristourne|escompte|discount|acompte|marge"
              + "|ttc|t\\.t\\.c|inclu\\w*|included|autoliquid\\w*|reverse)\\b");

  /** Beside any rate but 0. */
  private static final Pattern NONE = Pattern.compile("\\b(?:exo\\w*|exempt\\w*|hors|non|sans)\\b");

  private TaxName() {}

  /** The rate of the VAT that the text names, as a percentage; null where it names none alone. */
  static @Nullable BigDecimal rate(String text) {
    String plain = Typography.fold(text);
    Matcher percentage = PERCENTAGE.matcher(plain);
    if (!percentage.find()) {
      return null;
    }
    String rest = plain.substring(0, percentage.start()) + " " + plain.substring(percentage.end());
    BigDecimal rate = new BigDecimal(percentage.group(1).replace(',', '.')).stripTrailingZeros();
    boolean none = rate.signum() == 0;
    boolean legal = VatEvidence.isRate(rate) && (none || rate.compareTo(BigDecimal.ONE) >= 0);
    boolean alone = !DIGIT.matcher(rest).find() && !SEVERAL.matcher(rest).find();
    boolean vat = !OTHER.matcher(rest).find() && (none || !NONE.matcher(rest).find());
    return legal && alone && vat ? (none ? BigDecimal.ZERO : rate) : null;
  }

  /** Whether the text names a tax by its percentage, of which no rate of VAT follows. */
  static boolean isUnclear(String text) {
    return PERCENTAGE.matcher(Typography.fold(text)).find() && rate(text) == null;
  }
}
