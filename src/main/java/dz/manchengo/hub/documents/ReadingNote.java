package dz.manchengo.hub.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a file was read, for its sheet « À corriger »: the other rows and the CSV delimiter that
 * decided it are gone there. So one of the hub's own headers says it, as {@code Hub : valeur reçue
 * (décimale « , ») [B=MDY G=line_vat]}. Somebody may have changed it: it may say no more than a
 * feed could.
 *
 * @param decimalMark null when nothing showed it
 * @param words what titles and the names of sheets said that are gone
 * @param columns index of a column → the order of its dates, or the field that its values are
 */
record ReadingNote(
    @Nullable Character decimalMark, Map<Integer, String> columns, Set<String> words) {
  /** That the documents are purchases, which a title above said. */
  static final String PURCHASES = "achats";

  /** That they are credit notes. */
  static final String CREDITS = "avoirs";

  /** That they are invoices of deposits. */
  static final String DEPOSITS = "acomptes";

  /** That they are services, done once: the totals of their form stood below. */
  static final String SERVICES = "prestations";

  private static final ReadingNote NOTHING = new ReadingNote(null, Map.of(), Set.of());
  private static final Pattern WORD =
      Pattern.compile(
          "[\\[ ]("
              + PURCHASES
              + "|"
              + CREDITS
              + "|"
              + DEPOSITS
              + "|"
              + SERVICES
              + "|consumption|output)(?=[ \\]])");
  private static final Pattern MARK = Pattern.compile("(?:« ([,.]) »|\"([,.])\")\\)");
  private static final Pattern COLUMN =
      Pattern.compile("[\\[ ]([A-Z]{1,3})=([A-Za-z_]{1,20})(?=[ \\]])");

  static ReadingNote in(Layout layout) {
    for (Cell cell : layout.headerRow().cells()) {
      if (cell.text().startsWith(LayoutFinder.HUB_COLUMN)) {
        ReadingNote note = of(cell.text());
        if (!note.equals(NOTHING)) {
          return note;
        }
      }
    }
    return NOTHING;
  }

  private static ReadingNote of(String header) {
    Matcher mark = MARK.matcher(header);
    Character decimal = null;
    if (mark.find()) {
      decimal = (mark.group(1) == null ? mark.group(2) : mark.group(1)).charAt(0);
    }
    Map<Integer, String> columns = new LinkedHashMap<>();
    Matcher column = COLUMN.matcher(header);
    while (column.find()) {
      columns.put(CellAddress.columnOf(column.group(1)), column.group(2));
    }
    Set<String> words =
        WORD.matcher(header).results().map(word -> word.group(1)).collect(Collectors.toSet());
    return new ReadingNote(decimal, columns, words);
  }

  /**
   * What stands behind the decimal mark; empty where the headers themselves say all.
   *
   * @param words what the titles said
   */
  static String text(Map<Integer, String> columns, List<String> words) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(columns)
        .forEach(
            (index, reading) ->
                text.append(text.isEmpty() ? "[" : " ")
                    .append(CellAddress.columnName(index))
                    .append('=')
                    .append(reading));
    words.forEach(word -> text.append(text.isEmpty() ? "[" : " ").append(word));
    return text.isEmpty() ? "" : text.append(']').toString();
  }

  /** Whether the sheet is the hub's own « À corriger », in which somebody has typed. */
  boolean isOfAnswer() {
    return !equals(NOTHING);
  }

  /** The field of the column's values if it is one of these; null where the note says nothing. */
  @Nullable String field(Layout.Column column, Iterable<String> possible) {
    String told = columns.get(column.index());
    for (String field : possible) {
      if (field.equals(told)) {
        return field;
      }
    }
    return null;
  }

  /** The order of the column's dates; null where the note says nothing. */
  @Nullable DateOrder order(Layout.Column column) {
    String told = columns.get(column.index());
    for (DateOrder order : DateOrder.values()) {
      if (order.name().equals(told)) {
        return order;
      }
    }
    return null;
  }
}
