package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Columns that hold the amounts of one VAT rate, as « TVA 19% » and « Base 9% » of a journal do:
 * fields named {@code vat_19}, {@code base_9}.
 */
public final class RateColumns {
  /** What is taxed at no rate. */
  static final String UNTAXED = "base_0";

  /** What is not taxed, in a column of its own: a base at 0 %. */
  private static final Set<String> UNTAXED_NAMES =
      Set.of(
          "base exoneree",
          "montant exonere",
          "montant ht exonere",
          "total exonere",
          "ht exonere",
          "ca exonere",
          "base 0 pct",
          "exonere",
          "exoneree",
          "exoneres",
          "exo",
          "base exo",
          "ht exo",
          "non taxable",
          "base non taxable",
          "ht non taxable",
          "montant non taxable");

  private static final Pattern FIELD = Pattern.compile("(vat|base)_(\\d{1,2}(?:\\.\\d{1,2})?)");

  private RateColumns() {}

  /**
   * The rate whose amounts the column holds; null where it is the only such column of documents
   * with lines, whose VAT it then is.
   */
  static @Nullable String rate(Layout.Column column, SheetSurvey survey) {
    if (column.match().by() != Aliases.By.ALIAS_AND_RATE) {
      return null;
    }
    boolean several =
        survey.columns().stream()
            .map(ColumnSurvey::column)
            .anyMatch(
                other ->
                    other.match().by() == Aliases.By.ALIAS_AND_RATE
                        && !Objects.equals(other.match().hint(), column.match().hint()));
    return several || survey.isJournal() || !column.means("total_vat")
        ? column.match().hint()
        : null;
  }

  /** Whether a header of that normal form names what is taxed at no rate. */
  static boolean areUntaxed(String name) {
    return UNTAXED_NAMES.contains(name);
  }

  static String field(String amount, String rate) {
    return (amount.equals("total_vat") ? "vat_" : "base_") + rate;
  }

  /** « montant de TVA à 19 % » for {@code vat_19}; any other field is its own name. */
  static String shown(String field) {
    Matcher matcher = FIELD.matcher(field);
    if (!matcher.matches()) {
      return field;
    }
    String what = matcher.group(1).equals("vat") ? "vat-at" : "base-at";
    return "{reason.read." + what + "} " + matcher.group(2).replace('.', ',') + " %";
  }

  static boolean isField(String field) {
    int digit = field.length() - 1;
    return digit > 0 && Character.isDigit(field.charAt(digit)) && FIELD.matcher(field).matches();
  }

  /** Rate → VAT in DA, of the rates that a row has an amount for. */
  public static Map<BigDecimal, BigDecimal> vat(Map<String, Object> values) {
    return amounts(values, "vat");
  }

  /** Rate → what is taxed in DA. */
  public static Map<BigDecimal, BigDecimal> bases(Map<String, Object> values) {
    return amounts(values, "base");
  }

  private static Map<BigDecimal, BigDecimal> amounts(Map<String, Object> values, String kind) {
    Map<BigDecimal, BigDecimal> amounts = new TreeMap<>();
    values.forEach(
        (field, value) -> {
          if (value instanceof BigDecimal amount && field.startsWith(kind)) {
            Matcher matcher = FIELD.matcher(field);
            if (matcher.matches() && matcher.group(1).equals(kind)) {
              amounts.put(new BigDecimal(matcher.group(2)), amount);
            }
          }
        });
    return amounts;
  }
}
