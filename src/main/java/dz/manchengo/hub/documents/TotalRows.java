package dz.manchengo.hub.documents;

import java.util.Set;
import java.util.regex.Pattern;

/** Rows that sum up instead of telling something new (domain notes §7.1.5, FIL-012). */
final class TotalRows {
  private static final Set<String> WORDS =
      Set.of(
          "total",
          "totaux",
          "total general",
          "totaux generaux",
          "sous total",
          "recapitulatif",
          "resume",
          "nombre factures",
          "grand total",
          "subtotal",
          "total ht",
          "total ttc",
          "totaux journal");
  private static final String INITIALS = "tsrng";

  private static final Set<String> BLOCKS = Set.of("recapitulatif", "resume");
  private static final Pattern TRAILING =
      Pattern.compile("( (dzd|da|general|mois|jour|periode|facture|client|\\d+))+$");

  private static final int SHOWN = 60;
  private static final int FEW = 4;

  private TotalRows() {}

  /** True if the first cell with a value announces a total. */
  static boolean isTotal(SourceRow row) {
    if (!mayAnnounce(row)) {
      return false;
    }
    String first = firstText(row);
    return WORDS.contains(first)
        || WORDS.contains(TRAILING.matcher(first).replaceAll(""))
        || first.startsWith("sous total ")
        || (first.startsWith("total ") && values(row) <= FEW);
  }

  /** {@code Total F-2026-12} with its sums, and no document whose number begins so. */
  private static int values(SourceRow row) {
    int values = 0;
    for (Cell cell : row.cells()) {
      values += cell.isBlank() ? 0 : 1;
    }
    return values;
  }

  /** True if from here on there is only a summary. */
  static boolean opensSummary(SourceRow row) {
    return mayAnnounce(row) && BLOCKS.contains(firstText(row));
  }

  /** By the first letter, which spares most rows a closer look. */
  private static boolean mayAnnounce(SourceRow row) {
    for (Cell cell : row.cells()) {
      if (!cell.isBlank()) {
        return cell instanceof Cell.Text text && INITIALS.indexOf(firstLetter(text.text())) >= 0;
      }
    }
    return false;
  }

  private static char firstLetter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetter(text.charAt(i))) {
        return Character.toLowerCase(text.charAt(i));
      }
    }
    return ' ';
  }

  static String firstText(SourceRow row) {
    return row.cells().stream()
        .filter(c -> !c.isBlank())
        .findFirst()
        .map(c -> c instanceof Cell.Text ? HeaderName.normalise(c.text()) : "")
        .orElse("");
  }

  /** The first cell with a value as people see it, for a sentence. */
  static String shown(SourceRow row) {
    String text =
        row.cells().stream()
            .filter(c -> !c.isBlank())
            .findFirst()
            .map(c -> c.text().strip())
            .orElse("");
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
