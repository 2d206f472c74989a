package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.List;

/** Two columns that may turn out to be the same field: then they must say the same (FIL-006). */
final class ColumnPair {
  private final Layout.Column a;
  private final Layout.Column b;
  private boolean differ;

  private ColumnPair(Layout.Column a, Layout.Column b) {
    this.a = a;
    this.b = b;
  }

  static List<ColumnPair> among(List<Layout.Column> columns) {
    List<ColumnPair> pairs = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      for (int j = i + 1; j < columns.size(); j++) {
        if (ColumnMeanings.mayMeet(columns.get(i), columns.get(j))) {
          pairs.add(new ColumnPair(columns.get(i), columns.get(j)));
        }
      }
    }
    return pairs;
  }

  void compare(SourceRow row) {
    differ =
        differ || !row.cell(a.index()).text().strip().equals(row.cell(b.index()).text().strip());
  }

  boolean isOf(Layout.Column one, Layout.Column other) {
    return (a.equals(one) && b.equals(other)) || (a.equals(other) && b.equals(one));
  }

  boolean differ() {
    return differ;
  }
}
