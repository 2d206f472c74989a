package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Rows that say of which document or customer the rows below them are, as printed lists have them:
 * « Facture N° 12 du 11/11/2026 - Client : … ». They are not read; FIL-004 says how to give it.
 */
final class BandRows {
  private static final int MOST_CELLS = 2;
  private static final Set<String> SAID = Set.of("doc_no", "doc_date", "party_name");

  private static final Pattern BAND =
      Pattern.compile(
          "(?:(?:facture|avoir|bon|commande|piece|document)\\b.*\\d|(?:client|fournisseur|doit)\\b *:?.*\\p{L}).*",
          Pattern.DOTALL);

  private BandRows() {}

  /** The first one below the header, where what it may say has no column. */
  static Optional<SourceRow> first(Layout layout, List<List<String>> missing) {
    boolean said = missing.stream().flatMap(List::stream).anyMatch(SAID::contains);
    return layout.sheet().head().stream()
        .skip(layout.headerIndex() + 1L)
        .filter(row -> said && isOne(row))
        .findFirst();
  }

  static Finding told(Finding finding, SourceRow band) {
    return finding
        .with("hint_row", String.valueOf(band.number()))
        .with("hint_text", band.shown())
        .withHint("hint.bands");
  }

  private static boolean isOne(SourceRow row) {
    List<Cell> filled = row.cells().stream().filter(cell -> !cell.isBlank()).toList();
    return !filled.isEmpty()
        && filled.size() <= MOST_CELLS
        && filled.get(0) instanceof Cell.Text
        && BAND.matcher(Typography.fold(filled.get(0).text()).strip()).matches();
  }
}
