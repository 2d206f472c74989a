package dz.manchengo.hub.documents;

import dz.manchengo.hub.platform.Days;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Series of numbers begin anew each year: where rows of other documents lie between, « 12 » of 2025
 * and « 12 » of 2026 are two documents (FIL-047), as they are in two files. Rows under each other
 * are asked about (FIL-042).
 */
final class NumbersByYear {
  private static final String DATE = "doc_date";

  private final WaitingDocuments waiting;

  NumbersByYear(WaitingDocuments waiting) {
    this.waiting = waiting;
  }

  /**
   * The key of the document that the row is of.
   *
   * @param current whose row the last one was; null at the beginning
   */
  String key(String norm, Map<String, Object> header, @Nullable DocumentDraft current) {
    String above = current != null && current.norm.equals(norm) ? current.key : null;
    if (!(header.get(DATE) instanceof LocalDate day)) {
      return above == null ? norm : above;
    }
    String ofYear = norm + "|" + day.getYear();
    if (waiting.peek(ofYear) != null) {
      return ofYear;
    }
    DocumentDraft first = waiting.peek(norm);
    if (above != null && (first == null || !isOfYear(first, day))) {
      return above;
    }
    return first == null || isOfYear(first, day) ? norm : ofYear;
  }

  private static boolean isOfYear(DocumentDraft draft, LocalDate day) {
    LocalDate of = draft.day();
    return of == null || of.getYear() == day.getYear();
  }

  /** FIL-047 at the first row of a document whose number another year has too. */
  void tell(DocumentDraft draft, DataRow row, Map<String, String> headers) {
    DocumentDraft other = draft.rows.isEmpty() ? waiting.peek(draft.norm) : null;
    LocalDate before = other == null ? null : other.day();
    LocalDate day = row.header().get(DATE) instanceof LocalDate own ? own : null;
    if (other == null
        || before == null
        || day == null
        || !draft.key.equals(draft.norm + "|" + day.getYear())) {
      return;
    }
    Object[] params = {
      "doc",
      String.valueOf(draft.number),
      "d1",
      Days.of(before),
      "r1",
      other.place().row(),
      "d2",
      Days.of(day),
      "r2",
      row.place().row()
    };
    Place place = row.place().at(headers.getOrDefault(DATE, DATE));
    row.add(RuleBook.finding("FIL-047", place, Days.of(day), params));
  }
}
