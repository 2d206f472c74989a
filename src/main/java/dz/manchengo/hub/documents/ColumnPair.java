package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.List;

/** Two columns that may turn out to be the same field: then they must say the same (FIL-006). */
final class ColumnPair {
  private final Layout.Column a;
  private final Layout.Column b;
  private final Feed feed;
  private boolean differ;

  private ColumnPair(Layout.Column a, Layout.Column b, Feed feed) {
    this.a = a;
    this.b = b;
    this.feed = feed;
  }

  static List<ColumnPair> among(List<Layout.Column> columns, Feed feed) {
    List<ColumnPair> pairs = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      for (int j = i + 1; j < columns.size(); j++) {
        if (ColumnMeanings.mayMeet(columns.get(i), columns.get(j))) {
          pairs.add(new ColumnPair(columns.get(i), columns.get(j), feed));
        }
      }
    }
    return pairs;
  }

  void compare(SourceRow row) {
    differ = differ || !said(row, a).equals(said(row, b));
  }

  /** « [FR-250] Fromage frais » says FR-250 where the feed takes the rest away. */
  private String said(SourceRow row, Layout.Column column) {
    String text = row.cell(column.index()).text().strip();
    return feed.strip().keySet().stream()
        .filter(column::means)
        .findFirst()
        .map(field -> feed.stripped(field, text).strip())
        .orElse(text);
  }

  boolean isOf(Layout.Column one, Layout.Column other) {
    return (a.equals(one) && b.equals(other)) || (a.equals(other) && b.equals(one));
  }

  boolean differ() {
    return differ;
  }
}
