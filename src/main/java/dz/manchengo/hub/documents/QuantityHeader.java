package dz.manchengo.hub.documents;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which of several quantities of a line is the document's: of an invoice what was invoiced, of an
 * order what was ordered; what was delivered or ordered besides is only told.
 */
final class QuantityHeader {
  private static final Pattern INVOICED = Pattern.compile("factur|invoiced");
  private static final Pattern DELIVERED = Pattern.compile("livr|deliver|expedi|shipped");
  private static final Pattern ORDERED = Pattern.compile("comm|cmd|order");

  private QuantityHeader() {}

  /** The higher the nearer; equal where nothing tells two columns apart. */
  static int rank(ColumnSurvey column, Feed feed) {
    String header = HeaderName.normalise(column.column().header());
    boolean order = feed.document().equals("orders");
    List<Pattern> nearest =
        order ? List.of(INVOICED, DELIVERED, ORDERED) : List.of(ORDERED, DELIVERED, INVOICED);
    for (int i = 0; i < nearest.size(); i++) {
      if (nearest.get(i).matcher(header).find()) {
        return 2 * (i == 2 ? 3 : i);
      }
    }
    // a bare « Qté », and behind it « Nb cartons »
    return column.column().match().by() == Aliases.By.ALIAS_AND_UNIT ? 3 : 4;
  }
}
