package dz.manchengo.hub.documents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a text says as a date (domain notes §7.6). */
sealed interface DateReading {

  /**
   * One date, beyond doubt.
   *
   * @param proves the order of day and month that its writer must be using; null when the text
   *     shows none
   */
  record Exact(LocalDate date, @Nullable DateOrder proves) implements DateReading {
    Exact(LocalDate date) {
      this(date, null);
    }
  }

  /** Two different parts that could both be the month: {@code 03/04/2026}. */
  record DayMonthOpen(LocalDate dayFirst, LocalDate monthFirst) implements DateReading {
    LocalDate date(DateOrder order) {
      return order == DateOrder.DMY ? dayFirst : monthFirst;
    }
  }

  /** FMT-006. */
  record NotADate() implements DateReading {}

  DateReading NOT_A_DATE = new NotADate();
}
