package dz.manchengo.hub.documents;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a form that are no lines, though they stand in its table or below it: « LOT 1 –
 * Maçonnerie », the second line of a designation, « Acompte versé », « Mode de règlement ; Chèque
 * ». A row with figures in its cells is never a text.
 */
final class FormRows {
  private static final Pattern PAID =
      Pattern.compile(
          "(?:montants? |total |deja )*"
              + "(?:(?:avances?|acomptes?|arrhes|versements?|reglements?|paiements?|encaissements?)\\b.*"
              + "|(?:verse|paye|regle|recu|encaisse)e?s?(?: .*)?"
              + "|(?:reste|restant)(?: (?:a|du|net)\\b.*)?|solde\\b.*|reliquat\\b.*"
              + "|(?:ancien|nouveau) solde\\b.*|reten(?:ues?|tions?)\\b.*)");

  /** Packages that come back: no part of the invoice, though they may be in what is to be paid. */
  private static final Pattern CONSIGNED = Pattern.compile("(?:emballages? )?consign\\p{L}+\\b.*");

  /** What papers have at their foot, with a number that counts nothing. */
  private static final Pattern FOOT =
      Pattern.compile(
          "(?:no |nombre |nbre |nb |total )?(?:rib|iban|ccp|comptes?|banque|tel|telephone|fax|mobile|gsm"
              + "|email|nif|nis|rc|ai|article imposition|colis|palettes?|poids|volume|taux tva|taux"
              + "|modes?|conditions?|echeance|delai|cheques?|chauffeur|vehicule|camion"
              + "|immatriculation|matricule)\\b.*");

  /** « Base HT ; Taux ; TVA » */
  private static final Pattern OF_RECAP =
      Pattern.compile("(?:base|taux|tva|ht|ttc|montants?|total|taxes?)\\b.*");

  /** « Avance ; 01/05/2026 ; 100,00 » */
  private static final int MOST_CELLS = 3;

  private final Layout layout;
  private final List<Layout.Column> columns;
  private final boolean form;
  private final boolean priced;
  private final int firstTotal;
  private boolean recap;

  FormRows(Layout layout) {
    this.layout = layout;
    this.columns = layout.ownColumns();
    this.form = layout.isForm();
    this.firstTotal =
        layout.titles().trailers().stream().min(Integer::compare).orElse(Integer.MAX_VALUE);
    this.priced =
        layout.isOfServices()
            || (columns.stream().anyMatch(column -> is(column, Aliases.Type.QTY))
                && columns.stream().anyMatch(column -> is(column, Aliases.Type.PRICE)));
  }

  /** Whether what numbers the document stands above its table. */
  boolean isForm() {
    return form;
  }

  /**
   * What a row below the totals is where it can be no line; null for any other row. The table of
   * bases by rate may stand above the totals too.
   */
  RowChoice.@Nullable Kind below(SourceRow row) {
    if (!form) {
      return null;
    }
    List<Cell> filled = row.cells().stream().filter(cell -> !cell.isBlank()).toList();
    long numbers = filled.stream().filter(FormRows::isNumber).count();
    if (recap && numbers == filled.size()) {
      return RowChoice.Kind.SUMMARY;
    }
    recap = numbers == 0 && isRecap(filled);
    if (row.number() <= firstTotal) {
      return recap ? RowChoice.Kind.ASIDE : null;
    }
    if (recap || filled.stream().allMatch(c -> isWords(c) || c instanceof Cell.Moment)) {
      boolean other = !recap && OtherTable.begins(row, layout);
      return other ? null : RowChoice.Kind.ASIDE;
    }
    String label = TotalRows.firstText(row);
    if (filled.size() > MOST_CELLS || numbers > 1) {
      return null;
    }
    if (PAID.matcher(label).matches() || CONSIGNED.matcher(label).matches()) {
      return RowChoice.Kind.PAID;
    }
    if (numbers == 1 && FormCharges.isBelow(label)) {
      return RowChoice.Kind.CHARGE;
    }
    return FOOT.matcher(label).matches() ? RowChoice.Kind.ASIDE : null;
  }

  /** Why such a row is passed over, a key of {@code reasons.tsv}. */
  static String whyPaid(SourceRow row) {
    return CONSIGNED.matcher(TotalRows.firstText(row)).matches()
        ? "reason.skipped.consigned"
        : "reason.skipped.paid";
  }

  /** « Taux | Base HT | TVA | Total HT | 3000,00 »: the table of bases stands beside the totals. */
  void beside(SourceRow total) {
    long titles =
        total.cells().stream()
            .filter(cell -> !cell.isBlank())
            .takeWhile(FormRows::isTitleOfRecap)
            .count();
    recap |= titles > 2; // the last one is the total's own
  }

  private static boolean isTitleOfRecap(Cell cell) {
    return isWords(cell) && OF_RECAP.matcher(HeaderName.normalise(cell.text())).matches();
  }

  private static boolean isRecap(List<Cell> filled) {
    return filled.size() > 1 && filled.stream().allMatch(FormRows::isTitleOfRecap);
  }

  /**
   * Among the lines: one text and nothing else. Only above totals, which tell whether a line was
   * forgotten; merged cells give the same text several times.
   */
  boolean isText(SourceRow row) {
    if (!form || !priced || row.number() > firstTotal || firstTotal == Integer.MAX_VALUE) {
      return false;
    }
    List<Cell> filled = row.cells().stream().filter(cell -> !cell.isBlank()).toList();
    String text = filled.isEmpty() ? "" : filled.get(0).text();
    return !filled.isEmpty()
        && filled.stream().allMatch(cell -> isWords(cell) && cell.text().equals(text))
        && (filled.size() > 1 || !isOfFigures(row));
  }

  /** « à voir » alone under « Qté » is a line whose cells went wrong. */
  private boolean isOfFigures(SourceRow row) {
    return columns.stream()
        .anyMatch(
            column ->
                !row.cell(column.index()).isBlank()
                    && !column.match().isUnknown()
                    && NumberColumns.isNumber(column.match().fields().get(0).type()));
  }

  private static boolean isWords(Cell cell) {
    return cell instanceof Cell.Text text && !text.isError() && !isNumber(cell);
  }

  private static boolean isNumber(Cell cell) {
    return !cell.isBlank()
        && !(cell instanceof Cell.Moment)
        && CellValue.number(cell) != NumberReading.NOT_A_NUMBER;
  }

  private static boolean is(Layout.Column column, Aliases.Type type) {
    return !column.match().isUnknown() && column.match().fields().get(0).type() == type;
  }
}
