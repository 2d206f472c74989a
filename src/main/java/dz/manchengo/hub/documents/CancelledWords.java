package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * « Annulée » in a column that nobody knows, « Situation » or « Validation »: taken as the remark
 * of its document, so that an invoice of which only it says so is not posted (INV-047).
 */
final class CancelledWords {
  private static final String NOTE = "note";

  private static final Pattern CANCELLED =
      Pattern.compile("(?:facture )?(?:annulee?s?|cancell?ed|void(?:ed)?)");

  private static final int LONGEST = 40;

  private final CreditColumns credits;
  private final List<Layout.Column> columns;

  CancelledWords(Layout layout, Feed feed, CreditColumns credits) {
    this.credits = credits;
    this.columns =
        feed.document().equals("invoices") && !layout.has(NOTE) && !layout.has("status")
            ? layout.columns().stream().filter(column -> column.match().isUnknown()).toList()
            : List.of();
  }

  /**
   * Puts such a word into the row, and those for a credit note.
   *
   * @param headers by field, to which the column's is added
   */
  void settle(SourceRow source, DataRow row, Map<String, String> headers) {
    credits.settle(source, row, headers);
    for (Layout.Column column : columns) {
      String text = source.cell(column.index()).text().strip();
      if (!text.isEmpty() && text.length() <= LONGEST && isCancelled(text)) {
        headers.putIfAbsent(NOTE, column.header());
        row.putIfAbsent(NOTE, text);
      }
    }
  }

  private static boolean isCancelled(String text) {
    return CANCELLED.matcher(Typography.fold(text)).matches();
  }
}
