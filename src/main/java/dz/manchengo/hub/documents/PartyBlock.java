package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** « CLIENT » above or beside « Nom : SARL Amel » and « Code : C-12 »: a box of a form. */
final class PartyBlock {
  private static final Pattern NAME =
      Pattern.compile(
          "nom|nom prenom|raison sociale|nom raison sociale|denomination|nom client|societe");
  private static final Pattern CODE = Pattern.compile("code|code client|code tiers|compte");

  /** Rows of the box below its heading. */
  private static final int DEEP = 6;

  /** Columns that its labels may stand to the right of the heading. */
  private static final int WIDE = 2;

  private final List<SourceRow> rows;
  private final String code;

  /**
   * Of the head of a form.
   *
   * @param code what a column of the party's code is called
   */
  PartyBlock(List<SourceRow> rows, String code) {
    this.rows = rows;
    this.code = code;
  }

  /**
   * What the boxes say.
   *
   * @param isHeading whether it is the label of a customer or supplier
   */
  List<Titles.Title> titles(Predicate<String> isHeading) {
    List<Titles.Title> titles = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      for (int column = 0; column < rows.get(i).cells().size(); column++) {
        Cell cell = rows.get(i).cell(column);
        if (cell instanceof Cell.Text && isHeading.test(Titles.bare(cell))) {
          add(titles, Titles.bare(cell), i, column);
        }
      }
    }
    return titles;
  }

  private void add(List<Titles.Title> titles, String heading, int from, int column) {
    for (int i = from; i < Math.min(rows.size(), from + DEEP); i++) {
      if (i > from && rows.get(i).number() > rows.get(i - 1).number() + 1) {
        return; // an empty row ends it
      }
      int last = i == from ? rows.get(i).cells().size() - 1 : column + WIDE;
      for (int at = i == from ? column + 1 : column; at <= last; at++) {
        Cell label = rows.get(i).cell(at);
        if (label.isBlank()) {
          continue;
        }
        add(titles, heading, i, at, label);
        if (i == from) {
          break; // only what stands next to the heading
        }
      }
    }
  }

  private void add(List<Titles.Title> titles, String heading, int row, int column, Cell label) {
    String text = label.text().strip();
    int colon = text.indexOf(':');
    String words = HeaderName.normalise(colon < 0 ? text : text.substring(0, colon));
    String as = NAME.matcher(words).matches() ? heading : CODE.matcher(words).matches() ? code : "";
    Cell value = as.isEmpty() ? null : value(text, colon, row, column);
    if (value != null && !FormLabels.isOne(value.text())) {
      titles.add(new Titles.Title(as, value, rows.get(row).number()));
    }
  }

  private @Nullable Cell value(String text, int colon, int row, int column) {
    if (colon >= 0 && colon < text.length() - 1) {
      return new Cell.Text(text.substring(colon + 1).strip());
    }
    SourceRow own = rows.get(row);
    for (int i = column + 1; i < own.cells().size(); i++) {
      if (!own.cell(i).isBlank() && !own.cell(i).text().strip().equals(":")) {
        return own.cell(i);
      }
    }
    Cell below = row + 1 < rows.size() ? rows.get(row + 1).cell(column) : Cell.blank();
    return below.isBlank() ? null : below;
  }
}
