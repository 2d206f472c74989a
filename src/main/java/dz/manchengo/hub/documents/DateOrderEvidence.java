package dz.manchengo.hub.documents;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the cells of one column show about the order of day and month (domain notes §7.6). */
final class DateOrderEvidence {
  /** So many different dates must show an order before a column is read against its feed. */
  private static final int FEWEST_TO_TURN = 2;

  private final Map<DateOrder, Proof> proofs = new EnumMap<>(DateOrder.class);
  private int realDates;
  private int open;
  private int cells;
  private int counted;
  private boolean realDateAfterTheTwelfth;
  private boolean otherTextDate;
  private @Nullable String impossible;

  /** A date, and whether it had to be assumed that the column follows its feed (FMT-007). */
  record Settled(LocalDate date, boolean assumed) {}

  /** Dates that can be read in one order only. */
  private static final class Proof {
    private final String example;
    private final Set<LocalDate> different = new HashSet<>();
    private int cells;

    private Proof(String example) {
      this.example = example;
    }

    private void add(LocalDate date) {
      cells++;
      if (different.size() < FEWEST_TO_TURN) {
        different.add(date);
      }
    }
  }

  void add(Cell cell, DateReading reading) {
    cells++;
    if (cell instanceof Cell.Moment moment) {
      realDates++;
      realDateAfterTheTwelfth |= moment.value().getDayOfMonth() > 12;
    } else if (reading instanceof DateReading.Exact exact) {
      DateOrder proves = exact.proves();
      if (proves != null) {
        proofs.computeIfAbsent(proves, p -> new Proof(cell.text().strip())).add(exact.date());
      }
      otherTextDate |= cell instanceof Cell.Text && proves != DateOrder.DMY;
    } else if (reading instanceof DateReading.DayMonthOpen) {
      otherTextDate = true;
      open++;
    } else if (DateText.counted(cell.text()) != null) {
      counted++;
    } else if (impossible == null && cell instanceof Cell.Text) {
      impossible = cell.text().strip();
    }
  }

  /** The order that the column shows; null when it shows none, both, or one that is in doubt. */
  @Nullable DateOrder order(DateOrder feedOrder) {
    return proofs.size() != 1 || isInDoubt(feedOrder) ? null : proofs.keySet().iterator().next();
  }

  /**
   * Whether no open date of the column can be read: some dates show the one order and some the
   * other, or too little speaks against the order of the feed. One slip such as {@code 04/13/2026}
   * must not turn the dates around it: it takes several different ones, as many as three in five
   * are where the month really comes first, and none beside them that is in no calendar.
   */
  boolean isInDoubt(DateOrder feedOrder) {
    Proof against = proofs.get(against(feedOrder));
    return against != null
        && (proofs.size() > 1
            || against.different.size() < FEWEST_TO_TURN
            || against.cells * 3 < open
            || counted > 0
            || impossible != null);
  }

  /** Whether all of them are days as a spreadsheet counts them: « 46027 » for 5 January 2026. */
  boolean areCounted() {
    return counted > 0 && counted == cells;
  }

  /** Whether the column is read in another order than its feed's (FMT-028). */
  boolean turns(DateOrder feedOrder) {
    return order(feedOrder) == against(feedOrder);
  }

  /** A date as the file writes it that can only be read against the feed; empty without one. */
  String example(DateOrder feedOrder) {
    Proof against = proofs.get(against(feedOrder));
    return against == null ? "" : against.example;
  }

  static DateOrder against(DateOrder order) {
    return order == DateOrder.DMY ? DateOrder.MDY : DateOrder.DMY;
  }

  /** The open date in the column's order, else in its feed's; null where in doubt (FMT-006). */
  @Nullable Settled settle(DateReading.DayMonthOpen date, DateOrder feedOrder) {
    if (isInDoubt(feedOrder)) {
      return null;
    }
    DateOrder shown = order(feedOrder);
    return shown == null
        ? new Settled(date.date(feedOrder), true)
        : new Settled(date.date(shown), false);
  }

  /**
   * The signature of FMT-008: a spreadsheet with the other order turned every text that it could
   * into a real, wrong date, all of them before the 13th, and left the others alone.
   */
  boolean isSwappedBySpreadsheet() {
    return realDates > 0
        && !realDateAfterTheTwelfth
        && proofs.containsKey(DateOrder.DMY)
        && !otherTextDate;
  }

  /** How many cells FMT-008 speaks of. */
  int realDates() {
    return realDates;
  }
}
