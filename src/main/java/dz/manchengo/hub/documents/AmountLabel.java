package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The amount that a label names, wherever its figure stands: « Total HT », « Dont TVA 9 % », « Net
 * à payer » (decision 0037).
 *
 * @param rate of the VAT, in per cent; null where the amount is of all rates
 */
record AmountLabel(LineSums.Of of, @Nullable BigDecimal rate) {
  private static final Pattern NAME =
      Pattern.compile(
          "(?:(?:dont|total|totaux|sous|montant|montants|general|generaux|grand|net|global) )*"
              + "(?:(?<ht>(?:base )?(?:ht|hors taxes?)|base (?:imposable|taxable|tva)|base(?= \\d))"
              + "|(?<vat>tva|vat|(?<=(?:total|totaux|dont|montant) )taxes?)"
              + "|(?<ttc>ttc|toutes taxes comprises)"
              + "|(?<payable>a payer(?: ttc)?))"
              + "(?: (?:a|taux|au taux))?(?: (?<rate>\\d{1,2}(?: \\d{1,2})?)(?: pct)?)?"
              + "(?: (?:general|global|factures?|mois|periode|journal|da|dzd))*");

  /**
   * By the words of a label.
   *
   * @param name normalised
   * @return null for every other label
   */
  static @Nullable AmountLabel of(String name) {
    Matcher words = NAME.matcher(name);
    if (!words.matches()) {
      return null;
    }
    String rate = words.group("rate");
    return new AmountLabel(
        named(words), rate == null ? null : new BigDecimal(rate.replace(' ', '.')));
  }

  private static LineSums.Of named(Matcher words) {
    if (words.group("ht") != null) {
      return LineSums.Of.HT;
    }
    if (words.group("vat") != null) {
      return LineSums.Of.VAT;
    }
    return words.group("ttc") != null ? LineSums.Of.TTC : LineSums.Of.PAYABLE;
  }

  /** The same amount, of one rate. */
  AmountLabel at(@Nullable BigDecimal ofRate) {
    return ofRate == null ? this : new AmountLabel(of, ofRate);
  }

  boolean isOfVat() {
    return of == LineSums.Of.VAT;
  }

  /** What is to be paid where nothing else is to be paid. */
  AmountLabel withTax() {
    return new AmountLabel(LineSums.Of.TTC, rate);
  }

  /** The fields of columns that hold it. */
  List<String> columns() {
    if (rate != null) {
      return ofRate(rate.stripTrailingZeros().toPlainString());
    }
    return switch (of) {
      case HT -> List.of("line_ht", "total_ht");
      case VAT -> List.of("line_vat", "total_vat");
      case TTC -> List.of("line_ttc", "total_ttc");
      case PAYABLE -> List.of("net_to_pay");
    };
  }

  private List<String> ofRate(String said) {
    return switch (of) {
      case HT -> List.of("base_" + said);
      case VAT -> List.of("vat_" + said);
      case TTC, PAYABLE -> List.of();
    };
  }

  /** Totals of one kind are of one amount, and of one rate. */
  String kind() {
    return of.field(rate);
  }
}
