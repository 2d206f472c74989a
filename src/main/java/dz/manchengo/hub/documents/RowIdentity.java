package dz.manchengo.hub.documents;

import java.util.Set;

/**
 * What tells of a row whose it is: its number, its date and its party. A currency, a way to pay or
 * a state on each row tell nothing of that, nor does what a title says of all rows.
 *
 * @param dated whether documents of that kind are known by date and party
 */
record RowIdentity(String number, Set<String> constants, boolean dated) {
  static final String DATE = "doc_date";
  static final Set<String> PARTY = Set.of("party_code", "party_nif", "party_name");

  static RowIdentity of(Grouping grouping, Set<String> constants) {
    return new RowIdentity(grouping.number(), constants, grouping.isHeader(DATE));
  }

  /** Whether the row has none, as the lines below the first one of a document in many exports. */
  boolean isMissing(DataRow row) {
    if (row.header().containsKey(number)) { // a form says it above its rows
      return false;
    }
    if (constants.containsAll(row.header().keySet())) {
      return true;
    }
    boolean line = !constants.containsAll(row.line().keySet());
    return dated && line && !says(DATE, row) && PARTY.stream().noneMatch(f -> says(f, row));
  }

  /** Whether it says when, where documents of that kind do. */
  boolean isDated(DataRow row) {
    return !dated || says(DATE, row);
  }

  private boolean says(String field, DataRow row) {
    return row.header().containsKey(field)
        && !constants.contains(field)
        && !row.titled().contains(field);
  }
}
