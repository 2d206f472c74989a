package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectTest {
  private static Expect expect(String written) {
    Feed feed =
        FeedFile.parse(
            "un.invoices.yaml",
            "feed: un.invoices\ndocument: invoices\ndescription: Un flux attendu\nexpect: "
                + written);
    return Objects.requireNonNull(feed.expect());
  }

  @Test
  void theUsualForm() {
    Expect expect = expect("{by: \"10:00\", on: working-days, at-least: 1 file, rows: 50..5000}");
    assertThat(expect.by()).isEqualTo(LocalTime.of(10, 0));
    assertThat(expect.on()).isEqualTo(new Expect.On.WorkingDays());
    assertThat(expect.atLeast()).isEqualTo(1);
    assertThat(expect.rows()).isEqualTo(new Expect.Rows(50, 5000));
    assertThat(expect.calendar()).isEqualTo("dz");
    assertThat(expect.atMost()).isNull();
    assertThat(expect.noSoonerThan()).isNull();
    assertThat(expect.mail()).isEmpty();
  }

  @Test
  void everyKey() {
    Expect expect =
        expect(
            """

              by: "9:30"
              from: "20:00"
              on: [sunday, wednesday]
              calendar: fr
              at-least: 2
              at-most: 3 files
              rows: {min: 10}
              no-sooner-than: 90 min
              contact: M. Saïd, 0550 00 00 00
              mail: [compta@example.dz, it@example.dz]
            """);
    assertThat(expect.by()).isEqualTo(LocalTime.of(9, 30));
    assertThat(expect.from()).isEqualTo(LocalTime.of(20, 0));
    assertThat(expect.on())
        .isEqualTo(new Expect.On.DaysOfWeek(Set.of(DayOfWeek.SUNDAY, DayOfWeek.WEDNESDAY)));
    assertThat(expect.atLeast()).isEqualTo(2);
    assertThat(expect.atMost()).isEqualTo(3);
    assertThat(expect.rows()).isEqualTo(new Expect.Rows(10, Integer.MAX_VALUE));
    assertThat(expect.noSoonerThan()).isEqualTo(Duration.ofMinutes(90));
    assertThat(expect.contact()).isEqualTo("M. Saïd, 0550 00 00 00");
    assertThat(expect.mail()).containsExactly("compta@example.dz", "it@example.dz");
  }

  @ParameterizedTest
  @CsvSource({
    "50..5000, 50, 5000",
    "50 .. 5000, 50, 5000",
    "50.., 50, 2147483647",
    "..5000, 0, 5000",
    "'{min: 1, max: 1}', 1, 1",
    "{max: 7}, 0, 7",
  })
  void rows(String written, int min, int max) {
    Expect.Rows rows = expect("{by: \"10:00\", rows: " + written + "}").rows();
    assertThat(rows).isEqualTo(new Expect.Rows(min, max));
    assertThat(rows.include(min)).isTrue();
    assertThat(rows.include(max)).isTrue();
    assertThat(rows.include(min - 1)).isFalse();
  }

  @Test
  void daysOfTheMonth() {
    assertThat(expect("{by: \"8:00\", on: {day-of-month: 5}}").on())
        .isEqualTo(new Expect.On.DaysOfMonth(Set.of(5)));
    assertThat(expect("{by: \"8:00\", on: {day-of-month: [5, 31]}}").on())
        .isEqualTo(new Expect.On.DaysOfMonth(Set.of(5, 31)));
    assertThat(expect("{by: \"8:00\", on: every-day}").on()).isEqualTo(new Expect.On.EveryDay());
  }

  /** Where YAML takes times for numbers this reader does not. */
  @Test
  void aTimeWithoutQuotes() {
    assertThat(expect("{by: 10:00, from: 09:05}").by()).isEqualTo(LocalTime.of(10, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{on: working-days}",
        "{by: \"25:00\"}",
        "{by: \"10h\"}",
        "{by: \"10:00\", on: [lundi]}",
        "{by: \"10:00\", on: []}",
        "{by: \"10:00\", on: weekdays}",
        "{by: \"10:00\", on: {day-of-month: 0}}",
        "{by: \"10:00\", on: {day-of-month: 32}}",
        "{by: \"10:00\", at-least: 0}",
        "{by: \"10:00\", at-least: many}",
        "{by: \"10:00\", at-least: 2000000000}",
        "{by: \"10:00\", at-least: 3, at-most: 2}",
        "{by: \"10:00\", rows: 5000..50}",
        "{by: \"10:00\", rows: ..}",
        "{by: \"10:00\", rows: 99999999999..}",
        "{by: \"10:00\", rows: 50}",
        "{by: \"10:00\", rows: {}}",
        "{by: \"10:00\", no-sooner-than: 0h}",
        "{by: \"10:00\", no-sooner-than: soon}",
        "{by: \"10:00\", mail: [\"compta\"]}",
        "{by: \"10:00\", mail: [\"a@b.dz, c@d.dz\"]}",
        "{by: \"10:00\", mail: [\"a@b.dz\\r\\nBcc: x@y.dz\"]}",
        "{by: \"10:00\", every: 1h}",
        "often",
      })
  void whatCannotBeMeantIsRefused(String written) {
    assertThatThrownBy(() -> expect(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("un.invoices.yaml: ")
        .hasMessageContaining("expect");
  }
}
