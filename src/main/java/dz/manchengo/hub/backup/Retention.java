package dz.manchengo.hub.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Which backups may go. What was never proved counts for nothing; and nothing goes while the newest
 * proof is old or a clock is wrong, which is when the last good one is lost elsewhere.
 *
 * @param keep how long each is kept
 * @param fewest so many newer proved ones remain of each that goes
 */
record Retention(Duration keep, int fewest) {
  private static final Duration FRESH = Duration.ofHours(26);

  /** What two clocks of one system may differ by. */
  static final Duration CLOCKS = Duration.ofMinutes(5);

  private static final Duration UNPROVED = Duration.ofDays(7);
  private static final int MOST = 3;

  /**
   * Chooses, at most three.
   *
   * @param all manifests of one place
   * @param now of this machine
   * @param databaseNow of the server
   */
  List<Manifest> outdated(List<Manifest> all, Instant now, Instant databaseNow) {
    List<Manifest> verified =
        all.stream()
            .filter(Manifest::isVerified)
            .sorted(Comparator.comparing(Manifest::snapshotAt).reversed())
            .toList();
    if (verified.isEmpty() || !isSane(verified.get(0).snapshotAt(), now, databaseNow)) {
      return List.of();
    }
    return verified.stream()
        .skip(Math.max(1, fewest))
        .filter(one -> one.snapshotAt().isBefore(now.minus(keep)))
        .sorted(Comparator.comparing(Manifest::snapshotAt))
        .limit(MOST)
        .toList();
  }

  /** Those that failed, or were left half-way, and are of no more use to whoever looks why. */
  List<Manifest> unproved(List<Manifest> all, Instant now, Instant databaseNow) {
    return isAlike(now, databaseNow)
        ? all.stream()
            .filter(one -> !one.isVerified() && !one.isDamaged())
            .filter(one -> one.snapshotAt().isBefore(now.minus(UNPROVED)))
            .limit(MOST)
            .toList()
        : List.of();
  }

  private static boolean isSane(Instant newest, Instant now, Instant databaseNow) {
    boolean fresh = newest.isAfter(now.minus(FRESH)) && newest.isBefore(now.plus(CLOCKS));
    return fresh && isAlike(now, databaseNow);
  }

  static boolean isAlike(Instant now, Instant databaseNow) {
    return Duration.between(now, databaseNow).abs().compareTo(CLOCKS) < 0;
  }
}
