package dz.manchengo.hub.documents;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line that says nothing of its document on a sheet where all others do: it may be the one's
 * above or the one's below, so both wait for it (FIL-060).
 */
final class ForgottenNumber {
  private final RowIdentity identity;
  private final Set<String> constants;
  private @Nullable DataRow pending;

  ForgottenNumber(RowIdentity identity, Set<String> constants) {
    this.identity = identity;
    this.constants = constants;
  }

  boolean isOne(DataRow row) {
    return row.isOfRepeating()
        && identity.isMissing(row)
        && !constants.containsAll(row.line().keySet());
  }

  /** The row is one: the document above may be its own. */
  void after(@Nullable DocumentDraft above, DataRow row) {
    pending = row;
    if (above != null) {
      above.withhold("FIL-060", row, above.place());
    }
  }

  /** The next row that has a number: the row above may be its document's. */
  void before(DocumentDraft below, DataRow row) {
    DataRow above = pending;
    pending = null;
    if (above != null && above.place().sheet().equals(row.place().sheet())) {
      below.withhold("FIL-060", above, row.place());
    }
  }
}
