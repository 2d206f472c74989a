package dz.manchengo.hub.documents;

import java.util.Map;
import java.util.Set;

/**
 * What tells of a row whose it is: its number, its date and its party. A currency, a way to pay or
 * a state on each row tell nothing of that.
 *
 * @param dated whether documents of that kind are known by date and party
 */
record RowIdentity(String number, Set<String> constants, boolean dated) {
  private static final String DATE = "doc_date";
  private static final Set<String> OTHERS = Set.of(DATE, "party_code", "party_nif", "party_name");

  static RowIdentity of(Grouping grouping, Set<String> constants) {
    return new RowIdentity(grouping.number(), constants, grouping.isHeader(DATE));
  }

  /** Whether the row has none, as the lines below the first one of a document in many exports. */
  boolean isMissing(DataRow row) {
    Map<String, Object> header = row.header();
    if (constants.containsAll(header.keySet())) {
      return true;
    }
    boolean line = !constants.containsAll(row.line().keySet());
    return dated
        && line
        && !says(number, header)
        && OTHERS.stream().noneMatch(f -> says(f, header));
  }

  /** Whether a row whose number is « - » has no date either, as a line of the document above. */
  boolean isDashed(DataRow row) {
    return dated && !says(DATE, row.header());
  }

  private boolean says(String field, Map<String, Object> header) {
    return header.containsKey(field) && !constants.contains(field);
  }
}
