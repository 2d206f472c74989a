package dz.manchengo.hub.documents;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The hub's own answers, which come back corrected. */
final class OwnAnswers {
  /** As many of the hub's own headers are chance no more. */
  private static final int FEWEST_HEADERS = 3;

  private static final Pattern NOTED =
      Pattern.compile("Hub : (valeur reçue|value received|rien à corriger|nothing to correct)");
  private static final Pattern CORRECT = Pattern.compile("(a corriger|to correct)( \\d+)?");

  private OwnAnswers() {}

  /**
   * Of an answer that comes back only the sheets « À corriger » count.
   *
   * @throws UnreadableFile if such a sheet has lost the hub's columns: how the file was read stands
   *     in them, and what was asked
   */
  static List<SourceSheet> toRead(SourceFile file) throws UnreadableFile {
    List<SourceSheet> corrected = file.sheets().stream().filter(OwnAnswers::isCorrection).toList();
    for (SourceSheet sheet : file.sheets()) {
      boolean named = CORRECT.matcher(HeaderName.normalise(sheet.name())).matches();
      boolean stripped = isCorrection(sheet) ? !saysHowItWasRead(sheet) : named && !sheet.isEmpty();
      if (stripped) {
        throw Refusal.unreadable("reason.correction-stripped", "sheet", sheet.name());
      }
    }
    return corrected.isEmpty() ? file.sheets() : corrected;
  }

  /** Whether the hub's own headers are on it, below whatever somebody has put above. */
  static boolean isCorrection(SourceSheet sheet) {
    return !sheet.isEmpty()
        && (ownHeaders(sheet.head().get(0)) > 0
            || sheet.head().stream().anyMatch(row -> ownHeaders(row) >= FEWEST_HEADERS));
  }

  /**
   * The header of the values that were received, which holds the note ({@link ReadingNote}), or the
   * sentence that there is nothing to correct.
   */
  private static boolean saysHowItWasRead(SourceSheet sheet) {
    return sheet.head().stream()
        .flatMap(row -> row.cells().stream())
        .anyMatch(cell -> NOTED.matcher(cell.text()).lookingAt());
  }

  /** Index of the first of the hub's own columns; less than none where there is none. */
  static int firstColumn(SourceRow header) {
    return IntStream.range(0, header.cells().size())
        .filter(i -> header.cell(i).text().startsWith(LayoutFinder.HUB_COLUMN))
        .findFirst()
        .orElse(-1);
  }

  private static long ownHeaders(SourceRow row) {
    return row.cells().stream()
        .filter(cell -> cell.text().startsWith(LayoutFinder.HUB_COLUMN))
        .count();
  }
}
