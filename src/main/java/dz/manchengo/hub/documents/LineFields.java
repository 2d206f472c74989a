package dz.manchengo.hub.documents;

import java.util.Map;
import java.util.Optional;

/** What a document's total is called where it is the amount of one of its lines. */
final class LineFields {
  private static final Map<String, String> OF_TOTALS =
      Map.of("total_ht", "line_ht", "total_vat", "line_vat", "total_ttc", "line_ttc");

  private LineFields() {}

  /** The field of a line that a document's total is called when it stands under a line. */
  static String ofLine(String field) {
    return OF_TOTALS.getOrDefault(field, field);
  }

  /** The same for a field that has such a one. */
  static Optional<String> fieldOfLine(String field) {
    return Optional.ofNullable(OF_TOTALS.get(field));
  }
}
