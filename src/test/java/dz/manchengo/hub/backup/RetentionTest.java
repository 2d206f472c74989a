package dz.manchengo.hub.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final Instant NOW = Instant.parse("2026-11-28T03:00:00Z");
  private static final Retention MONTH = new Retention(Duration.ofDays(30), 7);

  private static Manifest backup(String status, Instant at) {
    return ManifestSample.of(status + at, status, at);
  }

  /** One each night; the newest an hour ago. */
  private static List<Manifest> nights(String status, int from, int to) {
    List<Manifest> all = new ArrayList<>();
    for (int night = from; night < to; night++) {
      all.add(backup(status, NOW.minus(Duration.ofHours(1)).minus(Duration.ofDays(night))));
    }
    return all;
  }

  private static List<Integer> ages(List<Manifest> chosen) {
    return chosen.stream()
        .map(one -> (int) Duration.between(one.snapshotAt(), NOW).toDays())
        .toList();
  }

  @Test
  void theOldestGoAFewAtATime() {
    assertThat(ages(MONTH.outdated(nights("VERIFIED", 0, 40), NOW, NOW)))
        .containsExactly(39, 38, 37);
    assertThat(ages(MONTH.outdated(nights("VERIFIED", 0, 32), NOW, NOW))).containsExactly(31, 30);
    assertThat(MONTH.outdated(nights("VERIFIED", 0, 30), NOW, NOW)).isEmpty();
  }

  @Test
  void sevenProvedOnesRemainHoweverOldTheyAre() {
    List<Manifest> few = nights("VERIFIED", 0, 1);
    few.addAll(nights("VERIFIED", 100, 110));
    assertThat(ages(MONTH.outdated(few, NOW, NOW))).containsExactly(109, 108, 107);
    assertThat(MONTH.outdated(few.subList(0, 7), NOW, NOW)).isEmpty();
    assertThat(ages(MONTH.outdated(few.subList(0, 8), NOW, NOW))).containsExactly(106);
  }

  @Test
  void whatWasNeverProvedCountsForNothing() {
    List<Manifest> failing = nights("FAILED", 0, 20);
    failing.addAll(nights("SUSPECT", 20, 30));
    failing.addAll(nights("VERIFIED", 30, 45));
    assertThat(MONTH.outdated(failing, NOW, NOW)).as("no fresh proof").isEmpty();
    assertThat(ages(MONTH.unproved(failing, NOW, NOW))).hasSize(3).allMatch(age -> age >= 7);
  }

  @Test
  void nothingGoesByAClockThatIsWrong() {
    List<Manifest> all = nights("VERIFIED", 0, 40);
    Instant ahead = NOW.plus(Duration.ofDays(60));
    Instant back = NOW.minus(Duration.ofHours(2));
    assertThat(MONTH.outdated(all, ahead, NOW)).isEmpty();
    assertThat(MONTH.outdated(all, ahead, ahead)).as("both are wrong").isEmpty();
    assertThat(MONTH.outdated(all, back, back)).as("the newest is of the future").isEmpty();
    assertThat(MONTH.unproved(nights("FAILED", 0, 20), ahead, NOW)).isEmpty();
  }
}
