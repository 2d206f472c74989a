package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * « [T05] Saint-nectaire » in a column of which only the code is taken: Odoo shows both in one. The
 * name is the line's description where it has no other.
 */
record CodeWithName(Layout.Column column) {
  private static final String CODE = "product_code";
  private static final String NAME = "description";
  private static final Pattern BOTH = Pattern.compile("\\[[^\\[\\]]+]\\s+(\\S.*)", Pattern.DOTALL);

  /** None where the source writes codes alone. */
  static List<CodeWithName> in(Feed feed, Map<String, ColumnSurvey> columns) {
    ColumnSurvey code = columns.get(CODE);
    return code == null || !feed.strip().containsKey(CODE)
        ? List.of()
        : List.of(new CodeWithName(code.column()));
  }

  void settle(SourceRow row, DataRow data) {
    Matcher both = BOTH.matcher(row.cell(column.index()).text().strip());
    if (both.matches() && data.text(CODE) != null) {
      data.putIfAbsent(NAME, both.group(1));
    }
  }
}
