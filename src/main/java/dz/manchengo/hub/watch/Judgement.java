package dz.manchengo.hub.watch;

import dz.manchengo.hub.documents.Expect;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What came for one day beside what was expected.
 *
 * @param arrivals in any order
 */
record Judgement(Expect expect, Due due, List<Arrival> arrivals, Instant now) {
  /** A file that came in time may be read for so long before it counts as missing. */
  private static final Duration READING = Duration.ofMinutes(15);

  /** What tells best why nothing counts, before what tells less. */
  private static final List<Arrival.Outcome> TELLING =
      List.of(
          Arrival.Outcome.FAILED,
          Arrival.Outcome.READING,
          Arrival.Outcome.REFUSED,
          Arrival.Outcome.REPEATED,
          Arrival.Outcome.UNDONE,
          Arrival.Outcome.UNRECOGNISED);

  /** What is wrong; something missing before something too much. */
  Optional<Trouble> trouble() {
    return shortage().or(this::surplus);
  }

  /** Whether what came in time is still being read: nothing can be said yet. */
  boolean isUndecided() {
    return isShort() && isBeingRead();
  }

  /** The latest file that counts for the day. */
  Optional<Arrival> latest() {
    return good().max(Comparator.comparing(Arrival::receivedAt));
  }

  /** Files that come after the day count too: late, but there. */
  private Stream<Arrival> since() {
    return arrivals.stream().filter(a -> !a.receivedAt().isBefore(due.begin()));
  }

  private Stream<Arrival> came() {
    return since().filter(Arrival::isAccepted);
  }

  private Stream<Arrival> good() {
    return came().filter(a -> expect.rows().include(a.rows()));
  }

  private boolean isShort() {
    return due.isPassed(now) && good().count() < expect.atLeast();
  }

  private Optional<Trouble> shortage() {
    if (!isShort() || isBeingRead()) {
      return Optional.empty();
    }
    List<Arrival> came = came().toList();
    if (came.size() >= expect.atLeast()) {
      return came.stream()
          .filter(a -> !expect.rows().include(a.rows()))
          .max(Comparator.comparing(Arrival::receivedAt))
          .map(this::wrongSize);
    }
    return Optional.of(
        came.isEmpty()
            ? nothing()
            : Trouble.missing(Reason.SMALL, "files", good().count(), expect.atLeast()));
  }

  private boolean isBeingRead() {
    return now.isBefore(due.deadline().plus(READING))
        && since()
            .filter(a -> a.outcome() == Arrival.Outcome.READING)
            .anyMatch(a -> !a.receivedAt().isAfter(due.deadline()));
  }

  private Trouble wrongSize(Arrival file) {
    Reason reason = file.rows() < expect.rows().min() ? Reason.SMALL : Reason.LARGE;
    return Trouble.missing(reason, "rows", file.name(), file.rows(), expect.rows());
  }

  private Trouble nothing() {
    return since()
        .min(
            Comparator.<Arrival>comparingInt(a -> TELLING.indexOf(a.outcome()))
                .thenComparing(Arrival::receivedAt, Comparator.reverseOrder()))
        .map(a -> Trouble.missing(Reason.LATE, "late." + a.outcome(), a.name()))
        .orElseGet(() -> Trouble.missing(Reason.LATE, "late"));
  }

  private Optional<Trouble> surplus() {
    if (due.isOver(now)) {
      return Optional.empty();
    }
    Predicate<Arrival> ofTheDay = a -> a.receivedAt().isBefore(due.end()) && !a.isCorrection();
    List<Arrival> files =
        came().filter(ofTheDay).sorted(Comparator.comparing(Arrival::receivedAt)).toList();
    return tooLarge(files).or(() -> tooMany(files)).or(() -> tooSoon(files));
  }

  private Optional<Trouble> tooLarge(List<Arrival> files) {
    return files.stream()
        .filter(a -> a.rows() > expect.rows().max())
        .findFirst()
        .map(a -> Trouble.surplus(Reason.LARGE, "rows", a.name(), a.rows(), expect.rows()));
  }

  private Optional<Trouble> tooMany(List<Arrival> files) {
    Integer most = expect.atMost();
    return most == null || files.size() <= most
        ? Optional.empty()
        : Optional.of(
            Trouble.surplus(
                Reason.QUICK, "many", files.size(), most, files.get(files.size() - 1).name()));
  }

  private Optional<Trouble> tooSoon(List<Arrival> files) {
    Duration pause = expect.noSoonerThan();
    for (int i = 1; pause != null && i < files.size(); i++) {
      Arrival before = files.get(i - 1);
      Arrival file = files.get(i);
      Duration gap = Duration.between(before.receivedAt(), file.receivedAt());
      if (gap.compareTo(pause) < 0) {
        return Optional.of(
            Trouble.surplus(
                Reason.QUICK,
                "soon",
                file.name(),
                gap.toMinutes(),
                before.name(),
                pause.toMinutes()));
      }
    }
    return Optional.empty();
  }
}
