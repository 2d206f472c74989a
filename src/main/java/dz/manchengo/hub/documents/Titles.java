package dz.manchengo.hub.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a table and holds for all of its rows: « Client : SARL Amel » above it, « Net
 * à payer » below. The sheet is read as if it had columns for that, behind its own.
 *
 * @param from index of the first such column
 * @param shown label → value, for the acknowledgement
 * @param trailers numbers of the rows below the table that give totals
 * @param lines number of such a row → what it is where it is one more line (FIL-055)
 * @param named what the name of the sheet or file tells; null where nothing (FIL-046)
 * @param twice what they say twice with two values; null where nothing (FIL-063)
 */
record Titles(
    int from,
    Map<String, String> shown,
    Set<Integer> trailers,
    Map<Integer, SourceRow> lines,
    @Nullable Title named,
    @Nullable Finding twice) {
  static final Titles NONE =
      new Titles(Integer.MAX_VALUE, Map.of(), Set.of(), Map.of(), null, null);

  /** Of a number, in a cell of its own. */
  private static final Pattern OF_YEAR = Pattern.compile("/\\s?\\d{2,4}");

  private static final Pattern NEXT_LABEL = Pattern.compile("\\s+[/|;–—-]\\s+(?=([^:/|;]{2,40}):)");

  private static final Pattern OF_PAPERS =
      Pattern.compile("(?:bl|bc|bon de (?:livraison|commande)|cde|commande|devis|facture)\\b.*");

  /** A label with its value. */
  record Title(String label, Cell value, int row) {}

  /** Pairs in one row: « Client : Amel » in a cell, or a label with its value to the right. */
  static List<Title> in(SourceRow row) {
    List<Title> titles = new ArrayList<>();
    for (int i = 0; i < row.cells().size(); i++) {
      if (row.cell(i) instanceof Cell.Text text) {
        for (String part : parts(text.text().strip())) {
          Title title = title(row, i, part);
          if (title != null) {
            titles.add(title);
          }
        }
      }
    }
    return titles;
  }

  /** « Facture N° : 12 / BL N° : 77 » in one cell is two of them. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>(1);
    int from = 0;
    Matcher next = NEXT_LABEL.matcher(text);
    while (next.find()) {
      if (text.substring(from, next.start()).indexOf(':') > 0 && isLabel(next.group(1).strip())) {
        parts.add(text.substring(from, next.start()).strip());
        from = next.start(1);
      }
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static boolean isLabel(String text) {
    return KnownHeaders.isHeader(text) || OF_PAPERS.matcher(Typography.fold(text)).matches();
  }

  private static @Nullable Title title(SourceRow row, int index, String text) {
    int colon = text.indexOf(':');
    if (colon > 0 && colon < text.length() - 1) {
      Cell value = new Cell.Text(text.substring(colon + 1).strip());
      return new Title(label(text.substring(0, colon)), value, row.number());
    }
    Cell value = right(row, index, text);
    String label = label(colon > 0 ? text.substring(0, colon) : text);
    return value == null ? null : new Title(label, value, row.number());
  }

  /** « Journal des mouvements - Dépôt » is the label of a warehouse behind a title. */
  private static String label(String text) {
    int dash =
        Math.max(
            text.lastIndexOf(" - "), Math.max(text.lastIndexOf(" – "), text.lastIndexOf(" — ")));
    return (dash < 0 ? text : text.substring(dash + 3)).strip();
  }

  /** The next cell with another value: a merged label fills several, a colon may have its own. */
  private static @Nullable Cell right(SourceRow row, int index, String label) {
    for (int i = index + 1; i < row.cells().size(); i++) {
      Cell cell = row.cell(i);
      String text = cell.text().strip();
      if (!cell.isBlank() && !text.equals(label) && !text.equals(":")) {
        String year = row.cell(i + 1).text().strip();
        return OF_YEAR.matcher(year).matches() ? new Cell.Text(text + year) : cell;
      }
    }
    return null;
  }

  /**
   * Labels with their value underneath, where no value stands beside them: « Client : » above the
   * name, or a row of labels above a row of values.
   *
   * @param next the row that follows
   */
  static List<Title> above(SourceRow row, SourceRow next, Predicate<String> isLabel) {
    List<Title> titles = new ArrayList<>();
    boolean labels = isRowOfLabels(row, isLabel);
    for (int i = 0; i < row.cells().size(); i++) {
      String text = bare(row.cell(i));
      Cell value = next.cell(i);
      if (row.cell(i) instanceof Cell.Text && isLabel.test(text) && !value.isBlank()) {
        Cell beside = right(row, i, row.cell(i).text().strip());
        boolean free =
            beside == null || isLabel.test(bare(beside)) || (labels && isAbove(row, beside, next));
        if (free && value.text().indexOf(':') < 0 && !isLabel.test(bare(value))) {
          titles.add(new Title(label(text), value, next.number()));
        }
      }
    }
    return titles;
  }

  /**
   * Whether a label and what stands beside it have each something below that is no label: then both
   * are labels.
   */
  static boolean areSideBySide(
      Title title, SourceRow row, SourceRow next, Predicate<String> isLabel) {
    int label = column(row, text -> label(text.replaceFirst("\\s*:$", "")).equals(title.label()));
    int value = column(row, text -> text.equals(title.value().text().strip()));
    return label >= 0
        && value > label
        && !next.cell(value).isBlank()
        && !next.cell(label).isBlank()
        && next.cell(label).text().indexOf(':') < 0
        && !isLabel.test(bare(next.cell(label)));
  }

  /** Whether a label has another one beside it: then their values are not there. */
  static boolean isRowOfLabels(SourceRow row, Predicate<String> isLabel) {
    boolean before = false;
    for (Cell cell : row.cells()) {
      if (!cell.isBlank()) {
        boolean label = cell instanceof Cell.Text && isLabel.test(bare(cell));
        if (label && before) {
          return true;
        }
        before = label;
      }
    }
    return false;
  }

  private static boolean isAbove(SourceRow row, Cell beside, SourceRow next) {
    int column = column(row, beside.text().strip()::equals);
    return column >= 0 && !next.cell(column).isBlank();
  }

  private static int column(SourceRow row, Predicate<String> is) {
    for (int i = 0; i < row.cells().size(); i++) {
      if (!row.cell(i).isBlank() && is.test(row.cell(i).text().strip())) {
        return i;
      }
    }
    return -1;
  }

  /** What was found of that field; null where nothing was. */
  static @Nullable Title of(Map<Aliases.Field, Title> found, String field) {
    return found.entrySet().stream()
        .filter(one -> one.getKey().name().equals(field))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  static String bare(Cell cell) {
    return cell.text().strip().replaceFirst("\\s*:$", "");
  }

  /** The sheet with the titles as columns behind its own, and what stands below as its lines. */
  static SourceSheet widened(
      SourceSheet sheet,
      SourceRow header,
      int from,
      List<Title> titles,
      Set<Integer> trailers,
      Map<Integer, SourceRow> lines)
      throws UnreadableFile, IOException {
    List<Cell> values = titles.stream().map(Title::value).toList();
    return new SourceSheet(
        sheet.name(),
        sheet.delimiter(),
        reader ->
            sheet.read(
                written -> {
                  SourceRow row = lines.getOrDefault(written.number(), written);
                  boolean data = row.number() > header.number() && !row.isBlank();
                  boolean plain = !data || trailers.contains(row.number());
                  return reader.row(plain ? row : widened(row, from, values));
                }));
  }

  static SourceRow widened(SourceRow row, int from, List<Cell> values) {
    List<Cell> cells = new ArrayList<>(from + values.size());
    for (int i = 0; i < from; i++) {
      cells.add(row.cell(i));
    }
    cells.addAll(values);
    return new SourceRow(row.number(), cells, row.part());
  }

  static Map<String, String> shown(List<Title> titles) {
    Map<String, String> shown = new LinkedHashMap<>();
    titles.forEach(title -> shown.put(title.label(), title.value().text().strip()));
    return shown;
  }
}
