package dz.manchengo.hub.documents;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Dates that no document of today can bear (FMT-009). */
final class DateLimits {
  private static final Set<String> OF_DOCUMENT =
      Set.of(
          "doc_date",
          "paid_on",
          "made_on",
          "started_at",
          "ended_at",
          "counted_at",
          "effective_at",
          "balance_date");

  private DateLimits() {}

  /**
   * The dates out of bounds: before the feed's earliest date, or later than tomorrow, which is
   * today somewhere.
   */
  static Map<String, LocalDate> check(
      Map<String, Object> values, LocalDate earliest, LocalDate today) {
    Map<String, LocalDate> wrong = new LinkedHashMap<>();
    for (String field : OF_DOCUMENT) {
      Object value = values.get(field);
      LocalDate date =
          value instanceof LocalDateTime moment ? moment.toLocalDate() : (LocalDate) value;
      if (date != null && (date.isBefore(earliest) || date.isAfter(today.plusDays(1)))) {
        wrong.put(field, date);
      }
    }
    return wrong;
  }
}
