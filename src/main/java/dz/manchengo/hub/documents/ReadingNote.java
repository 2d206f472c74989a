package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a file was read, for its sheet « À corriger »: the other rows and the CSV delimiter that
 * decided it are gone there. So one of the hub's own headers says it, as {@code Hub : valeur reçue
 * (décimale « , ») [B~4xk2=MDY G~1c9=line_vat]}: behind the letter of a column stands a mark of its
 * header, by which it is found where somebody has put a column before it. Somebody may have changed
 * it: it may say no more than a feed could.
 *
 * @param decimalMark null when nothing showed it
 * @param words what titles and the names of sheets said that are gone
 * @param columns index of a column → the order of its dates or that it is in doubt, or the field
 *     that its values are
 */
record ReadingNote(
    @Nullable Character decimalMark, Map<Integer, String> columns, Set<String> words) {
  /** Of a column of dates: in which order is not known. */
  static final String IN_DOUBT = "doute";

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
      Pattern.compile("[\\[ ]([A-Z]{1,3})(?:~([0-9a-z]{1,6}))?=([A-Za-z_]{1,20})(?=[ \\]])");

  /** Headers that differ hardly ever have the same mark. */
  private static final int MARKS = 0xFFFFF;

  /** Of a column, as the note has it. */
  private record Noted(int index, @Nullable String mark, String reading) {}

  static ReadingNote in(Layout layout) {
    for (Cell cell : layout.headerRow().cells()) {
      if (cell.text().startsWith(LayoutFinder.HUB_COLUMN)) {
        ReadingNote note = of(cell.text(), layout.headerRow());
        if (!note.equals(NOTHING)) {
          return note;
        }
      }
    }
    return NOTHING;
  }

  private static ReadingNote of(String header, SourceRow headers) {
    Matcher mark = MARK.matcher(header);
    Character decimal = null;
    if (mark.find()) {
      decimal = (mark.group(1) == null ? mark.group(2) : mark.group(1)).charAt(0);
    }
    List<Noted> noted =
        COLUMN
            .matcher(header)
            .results()
            .map(n -> new Noted(CellAddress.columnOf(n.group(1)), n.group(2), n.group(3)))
            .toList();
    Set<String> words =
        WORD.matcher(header).results().map(word -> word.group(1)).collect(Collectors.toSet());
    return new ReadingNote(decimal, placed(noted, headers), words);
  }

  /** By their headers; one that was renamed is where it was, if all the others are. */
  private static Map<Integer, String> placed(List<Noted> noted, SourceRow headers) {
    Map<Integer, String> columns = new LinkedHashMap<>();
    List<Noted> lost = new ArrayList<>(0);
    boolean moved = false;
    for (Noted one : noted) {
      OptionalInt at = one.mark() == null ? OptionalInt.of(one.index()) : nearest(one, headers);
      at.ifPresentOrElse(index -> columns.put(index, one.reading()), () -> lost.add(one));
      moved |= at.isPresent() && at.getAsInt() != one.index();
    }
    if (!moved) {
      lost.forEach(one -> columns.putIfAbsent(one.index(), one.reading()));
    }
    return columns;
  }

  private static OptionalInt nearest(Noted noted, SourceRow headers) {
    return IntStream.range(0, headers.cells().size())
        .filter(i -> mark(headers.cell(i).text()).equals(noted.mark()))
        .boxed()
        .min(Comparator.comparing(i -> Math.abs(i - noted.index())))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private static String mark(String header) {
    return Integer.toString(HeaderName.normalise(header).hashCode() & MARKS, Character.MAX_RADIX);
  }

  /**
   * What stands behind the decimal mark; empty where the headers themselves say all.
   *
   * @param headers of the sheet
   * @param words what the titles said
   */
  static String text(Map<Integer, String> columns, SourceRow headers, List<String> words) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(columns)
        .forEach(
            (index, reading) ->
                text.append(text.isEmpty() ? "[" : " ")
                    .append(CellAddress.columnName(index))
                    .append(behind(headers.cell(index).text()))
                    .append('=')
                    .append(reading));
    words.forEach(word -> text.append(text.isEmpty() ? "[" : " ").append(word));
    return text.isEmpty() ? "" : text.append(']').toString();
  }

  private static String behind(String header) {
    return header.isBlank() ? "" : "~" + mark(header);
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

  /**
   * Whether dates of the column could be read in both orders, and nothing told which: without the
   * rows that showed it they look as if they could.
   */
  boolean isInDoubt(Layout.Column column) {
    return IN_DOUBT.equals(columns.get(column.index()));
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
