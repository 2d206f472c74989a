package dz.manchengo.hub.documents;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What people write between the documents of a list, in one cell and nothing beside it: « Janvier
 * 2026 », « Semaine 3 »; below « N° facture » or « Date », where any value has a digit, « client en
 * litige, voir avec M. Kaci » too.
 */
final class RowTitles {
  private static final Pattern PERIOD =
      Pattern.compile(
          "(?:mois (?:de |d'|du )?)?(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)"
              + "(?:[ -/.]*\\d{2,4})?"
              + "|(?:mois|semaine|sem|trimestre|exercice|annee|quinzaine|decade) *(?:n°|n|no|de|du)?[ :.]*\\d.{0,30}"
              + "|\\d(?:er|ere|e|eme|nd|nde)? (?:trimestre|quinzaine|semaine|decade|semestre).{0,20}");

  private final List<Layout.Column> columns;
  private final List<Layout.Column> digits;

  /**
   * For one table.
   *
   * @param number the field of its documents' numbers
   * @param columns none where the rows are no documents with dates
   */
  RowTitles(String number, List<Layout.Column> columns) {
    this.columns = columns;
    this.digits =
        columns.stream().filter(c -> c.means(number) || c.means(RowIdentity.DATE)).toList();
  }

  /**
   * Whether the row is one.
   *
   * @param row with one value
   */
  boolean isOne(SourceRow row) {
    return digits.stream().anyMatch(column -> isWithoutDigit(row.cell(column.index())))
        || columns.stream().anyMatch(column -> isPeriod(row.cell(column.index())));
  }

  private static boolean isWithoutDigit(Cell cell) {
    return cell instanceof Cell.Text text
        && !text.text().isBlank()
        && text.text().codePoints().noneMatch(Character::isDigit);
  }

  private static boolean isPeriod(Cell cell) {
    return cell instanceof Cell.Text text
        && PERIOD.matcher(Typography.fold(text.text()).strip()).matches();
  }
}
