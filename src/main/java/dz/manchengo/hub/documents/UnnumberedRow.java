package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row without number beside one with a number that says the same of its document, date and party
 * included: it may well be that one's line. It is refused for want of a number, and the other with
 * it (FIL-058), so that none is posted by halves.
 */
final class UnnumberedRow {
  private final String numberField;
  private final Set<String> constants;
  private @Nullable DataRow above;

  UnnumberedRow(String numberField, Set<String> constants) {
    this.numberField = numberField;
    this.constants = constants;
  }

  /**
   * The next row of one sheet; call before its document is begun.
   *
   * @return the one of the two without number, where the other may be its document; null else
   */
  @Nullable DataRow beside(DataRow row) {
    DataRow before = above;
    above = row;
    if (before == null
        || !before.place().sheet().equals(row.place().sheet())
        || isNumbered(before) == isNumbered(row)
        || !isLine(before)
        || !isLine(row)) {
      return null;
    }
    DataRow without = isNumbered(row) ? before : row;
    return saysNothingElse(others(without), others(isNumbered(row) ? row : before))
        ? without
        : null;
  }

  /**
   * Of date and party, or of the one of them that it says: what is on no row but the first one may
   * well be the document's number alone. Amounts that differ tell two documents apart where both
   * have a date and a party.
   */
  private static boolean saysNothingElse(Map<String, Object> said, Map<String, Object> document) {
    boolean date = said.containsKey(RowIdentity.DATE);
    boolean party = said.keySet().stream().anyMatch(RowIdentity.PARTY::contains);
    return (date || party)
        && said.entrySet().stream()
            .filter(one -> (date && party) || !(one.getValue() instanceof BigDecimal))
            .allMatch(one -> one.getValue().equals(document.get(one.getKey())));
  }

  private boolean isNumbered(DataRow row) {
    return RawDocument.text(row.header(), numberField) != null;
  }

  private boolean isLine(DataRow row) {
    return !constants.containsAll(row.line().keySet());
  }

  private Map<String, Object> others(DataRow row) {
    Map<String, Object> header = new HashMap<>(row.header());
    header.remove(numberField);
    return header;
  }
}
