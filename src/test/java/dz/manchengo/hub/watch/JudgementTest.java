package dz.manchengo.hub.watch;

import static dz.manchengo.hub.watch.Arrival.Outcome.ACCEPTED;
import static dz.manchengo.hub.watch.Arrival.Outcome.FAILED;
import static dz.manchengo.hub.watch.Arrival.Outcome.READING;
import static dz.manchengo.hub.watch.Arrival.Outcome.REFUSED;
import static dz.manchengo.hub.watch.Arrival.Outcome.REPEATED;
import static dz.manchengo.hub.watch.Arrival.Outcome.UNDONE;
import static dz.manchengo.hub.watch.Arrival.Outcome.UNRECOGNISED;
import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.Expect;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The day is 26 November; files count from 22:00 the evening before until 22:00. */
class JudgementTest {
  private static final Due DUE =
      new Due(
          LocalDate.of(2026, 11, 26),
          Instant.parse("2026-11-25T22:00:00Z"),
          Instant.parse("2026-11-26T10:00:00Z"),
          Instant.parse("2026-11-26T22:00:00Z"));
  private static final Expect ONE = Expecting.files(1, null, Expecting.ANY, null);
  private static final Expect SIZED = Expecting.files(1, null, new Expect.Rows(50, 5000), null);

  private static Arrival file(String time, Arrival.Outcome outcome, int rows) {
    Instant at = Instant.parse((time.contains("T") ? time : "2026-11-26T" + time) + ":00Z");
    return new Arrival(time + ".csv", at, outcome, rows, false);
  }

  private static Arrival came(String time) {
    return file(time, ACCEPTED, 100);
  }

  private static Judgement at(String now, Expect expect, Arrival... arrivals) {
    Instant time = Instant.parse((now.contains("T") ? now : "2026-11-26T" + now) + ":00Z");
    return new Judgement(expect, DUE, Arrays.asList(arrivals), time);
  }

  private static @Nullable Reason reason(Judgement judgement) {
    return judgement.trouble().map(Trouble::reason).orElse(null);
  }

  private static Trouble trouble(Judgement judgement) {
    return judgement.trouble().orElseThrow();
  }

  @Test
  void nothingIsLateFromTheDeadlineOnUntilItComes() {
    assertThat(reason(at("09:59", ONE))).isNull();
    assertThat(trouble(at("10:00", ONE))).isEqualTo(Trouble.missing(Reason.LATE, "late"));
    assertThat(reason(at("21:00", ONE))).isEqualTo(Reason.LATE);
    assertThat(reason(at("10:00", ONE, came("09:59")))).isNull();
    assertThat(reason(at("12:00", ONE, came("11:30")))).as("late, but there").isNull();
    assertThat(reason(at("2026-11-27T08:00", ONE, came("2026-11-27T07:00")))).isNull();
  }

  @Test
  void whatCameBeforeTheDayDoesNotCount() {
    assertThat(reason(at("10:00", ONE, came("2026-11-25T21:59")))).isEqualTo(Reason.LATE);
    assertThat(reason(at("10:00", ONE, came("2026-11-25T22:00")))).isNull();
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "REFUSED", "REPEATED", "UNDONE", "UNRECOGNISED"})
  void whatCameButDoesNotCountIsSaid(Arrival.Outcome outcome) {
    Trouble trouble = trouble(at("10:00", ONE, file("09:00", outcome, 100)));
    assertThat(trouble).isEqualTo(Trouble.missing(Reason.LATE, "late." + outcome, "09:00.csv"));
    assertThat(reason(at("10:00", ONE, file("09:00", outcome, 100), came("09:30")))).isNull();
  }

  @Test
  void ofSeveralTheMostTellingAndLatestIsNamed() {
    assertThat(
            trouble(
                    at(
                        "11:00",
                        ONE,
                        file("09:50", UNRECOGNISED, 0),
                        file("09:10", REFUSED, 1),
                        file("09:20", REFUSED, 1),
                        file("09:40", REPEATED, 0),
                        file("09:45", UNDONE, 9)))
                .facts())
        .containsExactly("09:20.csv");
    assertThat(
            trouble(at("11:00", ONE, file("09:20", REFUSED, 1), file("09:00", FAILED, 0))).text())
        .isEqualTo("late.FAILED");
  }

  @Test
  void aFileThatCameInTimeMayBeReadForAWhile() {
    Judgement reading = at("10:05", ONE, file("09:58", READING, 0));
    assertThat(reading.trouble()).isEmpty();
    assertThat(reading.isUndecided()).isTrue();
    assertThat(trouble(at("10:15", ONE, file("09:58", READING, 0))).text())
        .isEqualTo("late.READING");
    assertThat(trouble(at("10:05", ONE, file("10:04", READING, 0))).text())
        .as("it came too late anyway")
        .isEqualTo("late.READING");
    assertThat(at("09:59", ONE, file("09:58", READING, 0)).isUndecided()).isFalse();
    assertThat(at("10:05", ONE, file("09:58", READING, 0), came("09:00")).isUndecided()).isFalse();
  }

  @Test
  void fewerFilesThanExpectedAreTooSmall() {
    Expect three = Expecting.files(3, null, Expecting.ANY, null);
    Trouble trouble = trouble(at("10:00", three, came("08:00"), came("09:00")));
    assertThat(trouble).isEqualTo(Trouble.missing(Reason.SMALL, "files", 2L, 3));
    assertThat(reason(at("11:00", three, came("08:00"), came("09:00"), came("10:30")))).isNull();
    assertThat(reason(at("09:59", three, came("08:00")))).isNull();
  }

  @Test
  void aFileWithTooFewRowsCountsFromTheDeadlineOn() {
    Arrival small = file("09:00", ACCEPTED, 49);
    assertThat(reason(at("09:59", SIZED, small))).as("more may come").isNull();
    Trouble trouble = trouble(at("10:00", SIZED, small));
    assertThat(trouble)
        .isEqualTo(Trouble.missing(Reason.SMALL, "rows", "09:00.csv", 49, SIZED.rows()));
    assertThat(reason(at("11:00", SIZED, small, file("10:30", ACCEPTED, 50)))).isNull();
  }

  @Test
  void aFileWithTooManyRowsIsToldAtOnceUntilItIsTakenBackOrTheDayIsOver() {
    Arrival large = file("08:00", ACCEPTED, 5001);
    Trouble early = trouble(at("08:01", SIZED, large));
    assertThat(early.reason()).isEqualTo(Reason.LARGE);
    assertThat(early.overdue()).isFalse();
    Trouble alone = trouble(at("10:00", SIZED, large));
    assertThat(alone.reason()).isEqualTo(Reason.LARGE);
    assertThat(alone.overdue()).as("the right one is missing").isTrue();
    assertThat(trouble(at("10:00", SIZED, large, came("09:00"))).overdue()).isFalse();
    assertThat(reason(at("10:00", SIZED, file("08:00", UNDONE, 5001), came("09:00")))).isNull();
    assertThat(reason(at("2026-11-26T22:00", SIZED, large, came("09:00")))).isNull();
  }

  @Test
  void moreFilesThanExpectedAreToldAtOnce() {
    Expect two = Expecting.files(1, 2, Expecting.ANY, null);
    assertThat(reason(at("09:00", two, came("07:00"), came("08:00")))).isNull();
    Trouble trouble = trouble(at("09:00", two, came("07:00"), came("08:00"), came("08:30")));
    assertThat(trouble).isEqualTo(Trouble.surplus(Reason.QUICK, "many", 3, 2, "08:30.csv"));
    assertThat(reason(at("09:00", two, came("07:00"), came("08:00"), came("2026-11-25T20:00"))))
        .as("of the day before")
        .isNull();
  }

  @Test
  void aFileThatFollowsTooSoonIsToldAtOnce() {
    Expect hourly = Expecting.files(1, null, Expecting.ANY, Duration.ofHours(1));
    assertThat(reason(at("09:30", hourly, came("09:00"), came("08:00")))).isNull();
    Trouble trouble = trouble(at("09:30", hourly, came("08:20"), came("08:00")));
    assertThat(trouble)
        .isEqualTo(Trouble.surplus(Reason.QUICK, "soon", "08:20.csv", 20L, "08:00.csv", 60L));
    assertThat(reason(at("09:30", hourly, came("08:20"), file("08:00", REFUSED, 9)))).isNull();
  }

  @Test
  void aCorrectedSheetCompletesAFileAndIsNoFurtherOne() {
    Expect strict = Expecting.files(1, 1, Expecting.ANY, Duration.ofHours(1));
    Arrival corrected =
        new Arrival("corrected.xlsx", Instant.parse("2026-11-26T09:05:00Z"), ACCEPTED, 2, true);
    assertThat(reason(at("10:00", strict, came("09:00"), corrected))).isNull();
    assertThat(reason(at("10:00", strict, file("09:00", REFUSED, 2), corrected))).isNull();
  }

  @Test
  void theFileThatEndedItIsTheLatestOfTheRightSize() {
    Judgement judgement =
        at("12:00", SIZED, came("09:00"), came("11:00"), file("11:30", ACCEPTED, 1));
    assertThat(judgement.latest().orElseThrow().name()).isEqualTo("11:00.csv");
  }

  /** More is never less. */
  @Property
  void oneMoreGoodFileNeverMakesALack(
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 1439) Integer> minutes,
      @ForAll @IntRange(min = 1, max = 5) int atLeast) {
    Expect expect = Expecting.files(atLeast, null, Expecting.ANY, null);
    Arrival[] arrivals =
        minutes.stream()
            .map(m -> new Arrival("f", DUE.begin().plusSeconds(60L * m), ACCEPTED, 1, false))
            .toArray(Arrival[]::new);
    boolean lacks = reason(at("12:00", expect, arrivals)) != null;
    assertThat(lacks).isEqualTo(arrivals.length < atLeast);
    Arrival[] more = Arrays.copyOf(arrivals, arrivals.length + 1);
    more[arrivals.length] = came("11:00");
    assertThat(lacks || reason(at("12:00", expect, more)) == null).isTrue();
  }
}
