package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one document, values read but not yet judged: canonical field names (see {@code
 * aliases.tsv}) with a String, BigDecimal, LocalDate or enum each. A field without a value is
 * absent.
 *
 * @param number as the file has it, null when the rows name no document
 * @param header values that hold for the whole document
 * @param words field of the header → the cell's own text, where its value is a word of a closed
 *     list
 * @param rows every row of the document, also those that gave no line
 * @param headers field → header of its column in this file, for sentences and places
 * @param findings what reading the values found; a rejecting one refuses the document
 */
public record RawDocument(
    @Nullable String number,
    Map<String, Object> header,
    Map<String, String> words,
    List<Line> lines,
    List<Row> rows,
    Map<String, String> headers,
    List<Finding> findings) {

  /** A row of the file as it stands there, with the cells of its own columns. */
  public record Row(Place place, List<Cell> cells) {}

  /**
   * One line.
   *
   * @param place its row
   * @param detail whether its sheet completes what another one heads
   */
  public record Line(Place place, Map<String, Object> values, boolean detail) {}

  /** What tells of articles and quantities; a journal has nothing of it (decision 0017). */
  private static final Set<String> OF_LINES =
      Set.of("product_code", "qty", "unit_price_ht", "unit_price_net_ht", "unit_price_ttc");

  /** Among the headers: that of a column called after VAT that is not read. */
  public static final String UNREAD_VAT = "unread_vat";

  /** Among the headers where documents of the same journal have parts without tax. */
  public static final String EXEMPT_BESIDE = "exempt_beside";

  /** A cell of an unknown column that calls it a credit note, and the column. */
  public static final String SAID_CREDIT = "said_credit";

  /** The same of one that gives it the sign of a credit note: « - », « C ». */
  public static final String SAID_SIGN = "said_sign";

  /** A cell that says a purchase in a file that is read as sales, and its column. */
  public static final String SAID_PURCHASE = "said_purchase";

  /** A cell that says a sale in a file that is read as purchases. */
  public static final String SAID_SALE = "said_sale";

  /** Among the headers: that of the designations of a form of services. */
  static final String SERVICES = "services";

  /** Whether a file with those fields is a journal, of totals without lines. */
  static boolean isJournal(Predicate<String> has) {
    return OF_LINES.stream().noneMatch(has);
  }

  /** Whether its file says nothing of articles and quantities. */
  public boolean isJournal() {
    return isJournal(headers::containsKey) && !isOfServices();
  }

  /** Whether its lines are done once: its form has no columns for quantity and price. */
  public boolean isOfServices() {
    return headers.containsKey(SERVICES);
  }

  public Place place() {
    return rows.get(0).place();
  }

  RawDocument withFindings(List<Finding> applied) {
    return new RawDocument(number, header, words, lines, rows, headers, applied);
  }

  /** How the file writes a word of a closed list; the word itself where no cell says it. */
  public String written(String field, Enum<?> word) {
    String text = words.get(field);
    return text == null ? Reasons.spoken(Enumerations.reason(word)) : text;
  }

  public boolean rejected() {
    return findings.stream().anyMatch(f -> f.severity().rejects());
  }

  public static @Nullable String text(Map<String, Object> values, String field) {
    Object value = values.get(field);
    return value == null ? null : value.toString();
  }

  public static @Nullable BigDecimal number(Map<String, Object> values, String field) {
    return (BigDecimal) values.get(field);
  }

  public static @Nullable LocalDate date(Map<String, Object> values, String field) {
    return (LocalDate) values.get(field);
  }
}
