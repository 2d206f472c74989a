package dz.manchengo.hub.documents;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What people write below a table or below each invoice of a list: « Fait à Alger, le 3 mars », «
 * Le comptable », « Arrêtée la présente facture à la somme de … », whichever cells it stands in.
 * Not asked of master data, where a name may begin so and be all there is.
 */
final class ClosingRows {
  /** With their articles: « Le comptable » signs, « Comptable » may be a post that is sold. */
  private static final Pattern SIGNATURE =
      Pattern.compile(
          "(?:fait a|(?:le|la) (?:comptable|gerante?|direct(?:eur|rice|ion)|responsable|chef|caissier"
              + "|caissiere|magasinier|vendeur|livreur|client|fournisseur|president|signataire)"
              + "|signatures?|cachets?|visa|arretee?s?|la presente|nous disons|edite (?:le|par)"
              + "|imprime (?:le|par)|(?:etablie?|dressee?|emise?) par|p/)(?![\\p{L}\\d])");

  /** Said under the article of a row that has its document's number, client and date. */
  private static final Pattern SUM_IN_WORDS =
      Pattern.compile(
          "(?:la presente|cette)? *(?:facture|etat|note)? *(?:est )?arretee?s? .*\\b(?:somme|montant|total)\\b.*");

  private static final int MOST_TEXTS = 2;

  private final List<Layout.Column> columns;
  private final List<Layout.Column> articles;
  private final List<Layout.Column> numbers;

  ClosingRows(List<Layout.Column> columns) {
    this.columns = columns;
    this.articles = columns.stream().filter(column -> column.means("description")).toList();
    this.numbers = columns.stream().filter(ClosingRows::isNumber).toList();
  }

  boolean isOne(SourceRow row) {
    return isSignature(row) || (!hasNumber(row) && isSum(row));
  }

  /** Nearly every row has one, and is asked nothing more. */
  private boolean hasNumber(SourceRow row) {
    for (Layout.Column column : numbers) {
      if (!row.cell(column.index()).isBlank()) {
        return true;
      }
    }
    return false;
  }

  private boolean isSignature(SourceRow row) {
    int texts = 0;
    for (Layout.Column column : columns) {
      Cell cell = row.cell(column.index());
      texts += cell.isBlank() ? 0 : 1;
      if (texts > MOST_TEXTS || !mayStand(cell)) {
        return false;
      }
    }
    return SIGNATURE.matcher(Typography.fold(TotalRows.label(row))).lookingAt();
  }

  /** « #NAME? » is an amount in words that another Excel's function would write. */
  private static boolean mayStand(Cell cell) {
    return cell.isBlank() || cell instanceof Cell.Text || CellValue.fault(cell) != null;
  }

  private boolean isSum(SourceRow row) {
    return articles.stream()
        .map(column -> row.cell(column.index()))
        .anyMatch(
            cell ->
                cell instanceof Cell.Text text
                    && SUM_IN_WORDS.matcher(Typography.fold(text.text().strip())).matches());
  }

  private static boolean isNumber(Layout.Column column) {
    return !column.match().isUnknown()
        && NumberColumns.isNumber(column.match().fields().get(0).type());
  }
}
