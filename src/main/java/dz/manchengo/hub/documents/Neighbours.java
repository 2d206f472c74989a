package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row without number may well be a line of the document beside it. It is refused for want of a
 * number, and that document with it, so that none is posted by halves: where it says nothing else
 * of date and party (FIL-058), or where all others of its sheet repeat their number (FIL-060).
 */
final class Neighbours {
  static final String ALIKE = "FIL-058";
  static final String FORGOTTEN = "FIL-060";

  private final RowIdentity identity;
  private final Set<String> constants;
  private final boolean dated;
  private String numberHeader = "";
  private @Nullable DataRow before;
  private @Nullable DataRow alike;
  private @Nullable DataRow forgotten;

  /**
   * Of one file.
   *
   * @param dated whether each of its rows may say date and party
   */
  Neighbours(RowIdentity identity, Set<String> constants, boolean dated) {
    this.identity = identity;
    this.constants = constants;
    this.dated = dated;
  }

  /** Whether a line says nothing of its document on a sheet where all others do. */
  boolean isForgotten(DataRow row) {
    return row.isOfRepeating() && identity.isMissing(row) && isLine(row);
  }

  /**
   * The next row, before its document is begun.
   *
   * @param above the document that it may belong to
   * @param rule why it has no number; null where it has one, or where only its neighbours tell
   * @param headers of its sheet, by field
   */
  void meet(
      DataRow row,
      @Nullable DocumentDraft above,
      @Nullable String rule,
      Map<String, String> headers) {
    numberHeader = headers.getOrDefault(identity.number(), "");
    alike = dated ? alike(row) : null;
    before = row;
    if (FORGOTTEN.equals(rule)) {
      forgotten = row;
    }
    String why = rule == null && alike == row ? ALIKE : rule;
    if (why != null && above != null) {
      above.withhold(why, row, above.place());
    }
  }

  /** The same row, once its document is begun: the row above may belong to it. */
  void join(DataRow row, DocumentDraft document) {
    if (alike != null && alike != row) {
      document.withhold(ALIKE, alike, row.place());
    }
    DataRow above = forgotten;
    if (isNumbered(row)) {
      forgotten = null;
      if (above != null && isOnSheetOf(above, row)) {
        document.withhold(FORGOTTEN, above, row.place());
      }
    }
  }

  /** That of the row and the one above it which has no number, where the other may own it. */
  private @Nullable DataRow alike(DataRow row) {
    DataRow above = before;
    if (above == null
        || !isOnSheetOf(above, row)
        || isNumbered(above) == isNumbered(row)
        || !isLine(above)
        || !isLine(row)) {
      return null;
    }
    DataRow numbered = isNumbered(row) ? row : above;
    DataRow without = isNumbered(row) ? above : row;
    return saysNothingElse(others(without), others(numbered)) ? without : null;
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

  private static boolean isOnSheetOf(DataRow one, DataRow other) {
    return one.place().sheet().equals(other.place().sheet());
  }

  /** One that cannot be read is one all the same. */
  private boolean isNumbered(DataRow row) {
    return RawDocument.text(row.header(), identity.number()) != null || isDamaged(row);
  }

  private boolean isDamaged(DataRow row) {
    return row.findings().stream()
        .anyMatch(
            f ->
                f.severity().rejects()
                    && f.value() != null
                    && numberHeader.equals(f.place().column()));
  }

  private boolean isLine(DataRow row) {
    return !constants.containsAll(row.line().keySet());
  }

  private Map<String, Object> others(DataRow row) {
    Map<String, Object> header = new HashMap<>(row.header());
    header.remove(identity.number());
    return header;
  }
}
