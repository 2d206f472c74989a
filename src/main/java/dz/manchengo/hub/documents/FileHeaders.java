package dz.manchengo.hub.documents;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Field → header of its column, sheet by sheet: two sheets may name one field differently, and what
 * is said of a row is said in the words of its own sheet.
 */
final class FileHeaders {
  private final Map<String, Map<String, String>> bySheet = new HashMap<>();
  private final Map<String, String> all = new LinkedHashMap<>();
  private final boolean parted;

  /**
   * Of a file.
   *
   * @param parted whether a document's header and its lines stand on different sheets, so that each
   *     document has the columns of both
   */
  FileHeaders(boolean parted) {
    this.parted = parted;
  }

  /**
   * Adds a sheet's.
   *
   * @param headers to which reading may add those of columns that nobody knows
   */
  void add(String sheet, Map<String, String> headers) {
    bySheet.put(sheet, parted ? new LinkedHashMap<>(headers) : headers);
    headers.forEach(all::putIfAbsent);
    if (parted) {
      bySheet.values().forEach(own -> all.forEach(own::putIfAbsent));
    }
  }

  /** Of the documents whose rows stand there. */
  Map<String, String> of(String sheet) {
    return bySheet.getOrDefault(sheet, all);
  }

  /** Of documents whose rows stand on two sheets. */
  Map<String, String> together(String sheet, String other) {
    if (sheet.equals(other)) {
      return of(sheet);
    }
    Map<String, String> both = new LinkedHashMap<>(of(sheet));
    of(other).forEach(both::putIfAbsent);
    return both;
  }
}
