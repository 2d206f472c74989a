package dz.manchengo.hub.documents;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the cells of one column show about the order of day and month (domain notes §7.6). */
final class DateOrderEvidence {
  private boolean dayFirst;
  private boolean monthFirst;
  private int realDates;
  private int monthFirsts;
  private int open;
  private boolean realDateAfterTheTwelfth;
  private boolean otherTextDate;

  /** A date, and whether it had to be assumed that the column follows its feed (FMT-007). */
  record Settled(LocalDate date, boolean assumed) {}

  void add(Cell cell, DateReading reading) {
    if (cell instanceof Cell.Moment moment) {
      realDates++;
      realDateAfterTheTwelfth |= moment.value().getDayOfMonth() > 12;
    } else if (reading instanceof DateReading.Exact exact) {
      dayFirst |= exact.proves() == DateOrder.DMY;
      monthFirst |= exact.proves() == DateOrder.MDY;
      monthFirsts += exact.proves() == DateOrder.MDY ? 1 : 0;
      otherTextDate |= cell instanceof Cell.Text && exact.proves() != DateOrder.DMY;
    } else if (reading instanceof DateReading.DayMonthOpen) {
      otherTextDate = true;
      open++;
    }
  }

  /** The order that the column shows; null when it shows none, and when it shows both. */
  @Nullable DateOrder order() {
    if (dayFirst == monthFirst) {
      return null;
    }
    return dayFirst ? DateOrder.DMY : DateOrder.MDY;
  }

  /** Some dates show the one order, some the other: no open one can be read. */
  boolean isContradictory() {
    return dayFirst && monthFirst;
  }

  /**
   * One slip such as {@code 04/13/2026} must not turn the dates around it: of dates really written
   * month first three in five show it.
   */
  private boolean isSlip(DateOrder feedOrder) {
    return feedOrder == DateOrder.DMY && !dayFirst && monthFirsts * 3 < open;
  }

  /** The open date in the column's order, else in its feed's; null by contradiction (FMT-006). */
  @Nullable Settled settle(DateReading.DayMonthOpen open, DateOrder feedOrder) {
    if (isContradictory() || (monthFirst && isSlip(feedOrder))) {
      return null;
    }
    DateOrder shown = order();
    return shown == null
        ? new Settled(open.date(feedOrder), true)
        : new Settled(open.date(shown), false);
  }

  /**
   * The signature of FMT-008: a spreadsheet with the other order turned every text that it could
   * into a real, wrong date, all of them before the 13th, and left the others alone.
   */
  boolean isSwappedBySpreadsheet() {
    return realDates > 0 && !realDateAfterTheTwelfth && dayFirst && !otherTextDate;
  }

  /** How many cells FMT-008 speaks of. */
  int realDates() {
    return realDates;
  }
}
