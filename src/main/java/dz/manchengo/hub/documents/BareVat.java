package dz.manchengo.hub.documents;

import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.util.Set;

/** A column that is called « TVA » or « Taxes » and no more. */
final class BareVat {
  private static final Set<String> NAMES = Set.of("tva", "taxe", "taxes", "vat", "tax");

  private BareVat() {}

  static boolean isOne(String header) {
    return NAMES.contains(HeaderName.normalise(header));
  }

  /**
   * Whether the column is one, and holds rates.
   *
   * @throws UnreadableFile FMT-022 where it may hold amounts as well
   */
  static boolean holdsRates(ColumnSurvey one, SheetSurvey survey) throws UnreadableFile {
    boolean otherRate =
        survey.columns().stream()
            .map(ColumnSurvey::column)
            .anyMatch(c -> !c.equals(one.column()) && c.means("vat_rate"));
    if (otherRate || !isOne(one.column().header())) {
      return false;
    }
    BigDecimal doubtful = one.doubtfulVat();
    if (doubtful != null) {
      String value = Figures.of(doubtful);
      String header = one.column().header().strip();
      throw new UnreadableFile(
          RuleBook.finding("FMT-022", Place.FILE, value, "value", value, "field", header));
    }
    return one.holdsRates();
  }
}
