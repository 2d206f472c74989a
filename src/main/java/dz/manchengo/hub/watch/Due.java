package dz.manchengo.hub.watch;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One day on which a feed's files have to come.
 *
 * @param begin from then on files count for this day
 * @param deadline by then they have come
 * @param end from then on files count for the next day
 */
record Due(LocalDate day, Instant begin, Instant deadline, Instant end) {
  boolean isOver(Instant now) {
    return !now.isBefore(end);
  }

  boolean isPassed(Instant now) {
    return !now.isBefore(deadline);
  }
}
