package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A customer's or supplier's box of a form: « CLIENT » above or beside « Nom : SARL Amel », « Code
 * : C-12 » and « NIF : 0016… », or « Code client » above them.
 */
final class PartyBlock {
  private enum Part {
    NAME("nom|nom prenom|raison sociale|nom raison sociale|denomination|nom client|societe"),
    CODE("code|code client|code tiers|compte"),
    NIF("nif|n i f|no nif|identifiant fiscal|no identification fiscale");

    private final Pattern words;

    Part(String words) {
      this.words = Pattern.compile(words);
    }
  }

  /** One word with a digit, as « C-0012 » and « 411001 ». */
  private static final Pattern LIKE_CODE =
      Pattern.compile("(?=.*\\d)[\\p{L}\\p{N}][\\p{L}\\p{N}./_-]{0,19}");

  /** « RC : 16/00-… / NIF : 0016… », whatever stands before it. */
  private static final Pattern NIF_INSIDE =
      Pattern.compile(
          "(?:^|[^\\p{L}])n\\.?i\\.?f\\.?\\s*[:°.]?\\s*(\\d{15}(?:\\d{5})?)(?!\\d)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SUPPLIER = Pattern.compile(".*(?:fournisseur|supplier|vendor).*");
  private static final Pattern LETTER = Pattern.compile(".*\\p{L}{2}.*");

  /** Rows of the box below its heading. */
  private static final int DEEP = 6;

  /** Columns that its labels may stand to the right of the heading. */
  private static final int WIDE = 2;

  private final List<SourceRow> rows;
  private final String name;
  private final String code;

  /**
   * Of the head of a form.
   *
   * @param name what a column of the party's name is called
   * @param code and of his code
   */
  PartyBlock(List<SourceRow> rows, String name, String code) {
    this.rows = rows;
    this.name = name;
    this.code = code;
  }

  /**
   * What the boxes say.
   *
   * @param isParty whether it is the label of a customer or supplier
   * @param isCode whether it is that of his code
   */
  List<Titles.Title> titles(Predicate<String> isParty, Predicate<String> isCode) {
    List<Titles.Title> titles = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      for (int column = 0; column < rows.get(i).cells().size(); column++) {
        if (rows.get(i).cell(column) instanceof Cell.Text text) {
          String heading = heading(text);
          if (isParty.test(heading)) {
            titles.addAll(new Box(heading, i, column).titles());
          } else if (isCode.test(heading)) {
            titles.addAll(new Box(name, i, column).besideCode());
          }
        }
      }
    }
    return titles;
  }

  private static String heading(Cell.Text text) {
    int colon = text.text().indexOf(':');
    return (colon > 0 ? text.text().substring(0, colon) : text.text()).strip();
  }

  /** One of them; its heading stands in a row of the head, from 0, and in a column. */
  private final class Box {
    private final String heading;
    private final int top;
    private final int left;
    private final Map<Part, Titles.Title> parts = new EnumMap<>(Part.class);

    Box(String heading, int top, int left) {
      this.heading = heading;
      this.top = top;
      this.left = left;
    }

    List<Titles.Title> titles() {
      look();
      List<Cell> own = own();
      boolean coded = !own.isEmpty() && isLikeCode(own.get(0));
      if (parts.containsKey(Part.NAME) && coded) {
        parts.putIfAbsent(Part.CODE, new Titles.Title(code, own.get(0), number(top)));
      } else if (coded && own.size() == 2 && isName(own.get(1))) {
        parts.putIfAbsent(Part.CODE, new Titles.Title(code, own.get(0), number(top)));
        parts.put(Part.NAME, new Titles.Title(heading, own.get(1), number(top)));
      }
      return List.copyOf(parts.values());
    }

    /** « Code client : C-12 » above, below or beside « Nom : SARL Amel ». */
    List<Titles.Title> besideCode() {
      if (top > 0 && number(top) == number(top - 1) + 1) {
        look(top - 1, left);
      }
      look();
      parts.remove(Part.CODE);
      return List.copyOf(parts.values());
    }

    private void look() {
      for (int i = top; i < Math.min(rows.size(), top + DEEP); i++) {
        if (i > top && number(i) > number(i - 1) + 1) {
          return; // an empty row ends it
        }
        int last = i == top ? rows.get(i).cells().size() - 1 : left + WIDE;
        boolean first = true;
        for (int at = left; at <= last; at++) {
          if (rows.get(i).cell(at).isBlank()) {
            continue;
          }
          lookInside(i, at);
          if (i > top || (at > left && first)) { // only what stands next to the heading
            look(i, at);
            first &= i > top;
          } else if (at > left) {
            look(i, at, Part.NIF);
          }
        }
      }
    }

    private void lookInside(int row, int column) {
      Matcher nif = NIF_INSIDE.matcher(rows.get(row).cell(column).text());
      if (nif.find()) {
        Cell value = new Cell.Text(nif.group(1));
        parts.putIfAbsent(Part.NIF, new Titles.Title(label(Part.NIF), value, number(row)));
      }
    }

    private void look(int row, int column) {
      for (Part part : Part.values()) {
        look(row, column, part);
      }
    }

    private void look(int row, int column, Part part) {
      String text = rows.get(row).cell(column).text().strip();
      int colon = text.indexOf(':');
      String words = HeaderName.normalise(colon < 0 ? text : text.substring(0, colon));
      Cell value = part.words.matcher(words).matches() ? value(text, colon, row, column) : null;
      if (value != null && !FormLabels.isOne(value.text())) {
        parts.putIfAbsent(part, new Titles.Title(label(part), value, number(row)));
      }
    }

    private String label(Part part) {
      return switch (part) {
        case NAME -> heading;
        case CODE -> code;
        case NIF ->
            SUPPLIER.matcher(HeaderName.normalise(heading)).matches()
                ? "NIF fournisseur"
                : "NIF client";
      };
    }

    /** What stands to the right of the heading, or behind its colon, up to a label. */
    private List<Cell> own() {
      List<Cell> own = new ArrayList<>();
      String text = rows.get(top).cell(left).text().strip();
      int colon = text.indexOf(':');
      if (colon >= 0 && colon < text.length() - 1) {
        own.add(new Cell.Text(text.substring(colon + 1).strip()));
      }
      for (int i = left + 1; i < rows.get(top).cells().size(); i++) {
        Cell cell = rows.get(top).cell(i);
        String said = cell.text().strip();
        if (said.indexOf(':') > 0 || FormLabels.isOne(said) || KnownHeaders.isHeader(said)) {
          break;
        }
        if (!cell.isBlank() && !said.equals(":") && !said.equals(text)) {
          own.add(cell);
        }
      }
      return own;
    }

    private int number(int row) {
      return rows.get(row).number();
    }
  }

  private static boolean isLikeCode(Cell cell) {
    return (cell instanceof Cell.Text || cell instanceof Cell.Coded)
        && LIKE_CODE.matcher(cell.text().strip()).matches();
  }

  private static boolean isName(Cell cell) {
    return cell instanceof Cell.Text && LETTER.matcher(cell.text()).matches() && !isLikeCode(cell);
  }

  private @Nullable Cell value(String text, int colon, int row, int column) {
    if (colon >= 0 && colon < text.length() - 1) {
      return new Cell.Text(text.substring(colon + 1).strip());
    }
    SourceRow own = rows.get(row);
    for (int i = column + 1; i < own.cells().size(); i++) {
      Cell cell = own.cell(i);
      if (!cell.isBlank() && !cell.text().strip().equals(":")) {
        if (FormLabels.isOne(cell.text())) {
          break; // a row of labels above their values
        }
        return cell;
      }
    }
    Cell below = row + 1 < rows.size() ? rows.get(row + 1).cell(column) : Cell.blank();
    return below.isBlank() ? null : below;
  }
}
