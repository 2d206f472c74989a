package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the titles around one table say twice with two values: two numbers, two days, two customers,
 * two totals. As in two columns of a table (FIL-013) none of them is taken for the other (FIL-063).
 */
final class TwiceSaid {
  /** Of which other labels say the same thing: « Facture n° » and « N° facture ». */
  private static final Set<String> ONE_ONLY = Set.of("doc_no", CreditNumbers.FIELD, "doc_date");

  /** « Facture rectificative n° » and « Réf. facture » stand above the number of another one. */
  private static final Pattern PLAIN =
      Pattern.compile("(?:(?:facture|avoir|invoice|commande|bon|no|n|num|numero|number|date) ?)+");

  /** One word with a digit is a customer's code, beside his name. */
  private static final Pattern CODE = Pattern.compile("\\S*\\d\\S*");

  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final BigDecimal CLOSE = new BigDecimal("0.02");

  private final String sheet;
  private @Nullable Finding finding;

  TwiceSaid(String sheet) {
    this.sheet = sheet;
  }

  /** Two values of one field. */
  void compare(Aliases.Field field, Titles.Title first, Titles.Title other) {
    if (finding == null && differ(field, first, other)) {
      finding =
          RuleBook.finding(
                  "FIL-063",
                  Place.row(sheet, other.row()),
                  other.value().text(),
                  "field",
                  first.label().strip(),
                  "v1",
                  first.value().text().strip(),
                  "r1",
                  first.row(),
                  "v2",
                  other.value().text().strip(),
                  "r2",
                  other.row())
              .withSeverity(Severity.REJECT_FILE);
    }
  }

  /** The first of them; null where nothing is in doubt. */
  @Nullable Finding finding() {
    return finding;
  }

  private static boolean differ(Aliases.Field field, Titles.Title first, Titles.Title other) {
    boolean sameLabel =
        HeaderName.normalise(first.label()).equals(HeaderName.normalise(other.label()));
    if (field.type() == Aliases.Type.MONEY) {
      BigDecimal a = CellValue.exact(first.value());
      BigDecimal b = CellValue.exact(other.value());
      return a != null && b != null && a.subtract(b).abs().compareTo(CLOSE) > 0;
    }
    if (!sameLabel && !(ONE_ONLY.contains(field.name()) && isPlain(first) && isPlain(other))) {
      return false;
    }
    if (field.type() == Aliases.Type.DATE || field.type() == Aliases.Type.DATETIME) {
      return CellValue.date(first.value()) instanceof DateReading.Exact a
          && CellValue.date(other.value()) instanceof DateReading.Exact b
          && !a.date().equals(b.date());
    }
    return areOther(field.name(), first.value().text().strip(), other.value().text().strip());
  }

  private static boolean isPlain(Titles.Title title) {
    return PLAIN.matcher(HeaderName.normalise(title.label())).matches();
  }

  private static boolean areOther(String field, String first, String other) {
    String a = words(first);
    String b = words(other);
    boolean code = field.equals("party_name") && (isCode(first) || isCode(other));
    return !code && !a.isEmpty() && !b.isEmpty() && !a.contains(b) && !b.contains(a);
  }

  private static boolean isCode(String text) {
    return CODE.matcher(text).matches();
  }

  private static String words(String text) {
    return SIGNS.matcher(Typography.fold(text)).replaceAll("");
  }
}
