package dz.manchengo.hub.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * « FACTURE ANNULÉE » as the title of a form, « ANNULÉE » or « BROUILLON » stamped above or below
 * its lines: its status, though no label says so.
 */
final class FormStamp {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?!annulee? et remplace)(facture |avoir |invoice |bon de commande |commande )?"
              + "(annulee?|cancell?ed|void|brouillon|draft|provisoire|non validee?)(?:( (?:no|n|num) .*)| (?:par |et |\\d).*)?");

  /** A number beside « Facture annulée » is that of another one, which a credit note cancels. */
  private static final Pattern NUMBERED = Pattern.compile(".*\\d.*");

  private FormStamp() {}

  /**
   * The first one of a form.
   *
   * @param label under which it is read
   */
  static Optional<Titles.Title> in(Layout table, String label) throws UnreadableFile, IOException {
    int header = table.headerRow().number();
    List<Titles.Title> found = new ArrayList<>();
    table
        .sheet()
        .read(
            row -> {
              long cells = row.cells().stream().filter(cell -> !cell.isBlank()).count();
              if (row.number() < header || cells == 1) {
                of(row, label).ifPresent(found::add);
              }
              return found.isEmpty();
            });
    return found.stream().findFirst();
  }

  private static Optional<Titles.Title> of(SourceRow row, String label) {
    for (int i = 0; i < row.cells().size(); i++) {
      if (row.cell(i) instanceof Cell.Text text && text.text().indexOf(':') < 0) {
        Matcher stamp = WORDS.matcher(HeaderName.normalise(text.text()));
        boolean one = stamp.matches() && (stamp.group(3) == null || stamp.group(1) != null);
        if (one && !isLabel(row, i)) {
          Cell status = new Cell.Text(stamp.group(2));
          return Optional.of(new Titles.Title(label, status, row.number()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isLabel(SourceRow row, int index) {
    return row.cells().stream()
        .skip(index + 1L)
        .filter(cell -> !cell.isBlank())
        .findFirst()
        .filter(cell -> NUMBERED.matcher(cell.text()).matches())
        .isPresent();
  }
}
