package dz.manchengo.hub.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFileTest {
  private static final WorkCalendar ALGERIA = algeria();

  private static WorkCalendar algeria() {
    try {
      return CalendarFile.parse("dz.yaml", Files.readString(Path.of("config/calendars/dz.yaml")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, false", // Thursday
    "2026-01-12, false", // Yennayer, a Monday
    "2026-05-01, false",
    "2026-07-05, false", // Sunday
    "2026-11-01, false",
    "2026-11-26, true", // Thursday
    "2026-11-27, false",
    "2026-11-28, false",
    "2026-11-29, true", // Sunday
    "2026-03-19, true",
    "2026-03-22, false", // third day of the feast
    "2026-03-23, true",
    "2026-05-26, true",
    "2026-05-27, false",
    "2026-05-28, false",
    "2026-05-31, true",
    "2027-01-12, false",
  })
  void algeriaWorks(LocalDate day, boolean works) {
    assertThat(ALGERIA.isWorkingDay(day)).isEqualTo(works);
  }

  /** The Umm al-Qura calendar of the JDK; what is announced may be a day off. */
  @Test
  void itsMovableHolidaysAreThoseOfTheMoon() {
    assertThat(ALGERIA.years()).contains(2025, 2026, 2027);
    for (LocalDate day = LocalDate.of(2025, 1, 1); day.getYear() < 2028; day = day.plusDays(1)) {
      HijrahDate moon = HijrahDate.from(day);
      int date = moon.get(ChronoField.MONTH_OF_YEAR) * 100 + moon.get(ChronoField.DAY_OF_MONTH);
      boolean holiday =
          (date >= 1001 && date <= 1003)
              || (date >= 1210 && date <= 1212)
              || date == 101
              || date == 110
              || date == 312;
      assertThat(ALGERIA.dated().containsKey(day)).as(day + " is " + moon).isEqualTo(holiday);
    }
  }

  @Test
  void theDayBesideAComputedHolidayMayBeOne() {
    assertThat(ALGERIA.mayBe(LocalDate.of(2026, 3, 19))).contains("Aïd el-Fitr");
    assertThat(ALGERIA.mayBe(LocalDate.of(2026, 3, 23))).contains("Aïd el-Fitr");
    assertThat(ALGERIA.mayBe(LocalDate.of(2026, 3, 21))).isEmpty();
    assertThat(ALGERIA.mayBe(LocalDate.of(2026, 3, 24))).isEmpty();
    assertThat(ALGERIA.mayBe(LocalDate.of(2026, 7, 6))).as("beside a fixed one").isEmpty();
  }

  @Property
  void theNextWorkingDayIsTheFirstOne(@ForAll @IntRange(min = 0, max = 1500) int offset) {
    LocalDate day = LocalDate.of(2024, 1, 1).plusDays(offset);
    LocalDate next = ALGERIA.workingDayFrom(day);
    assertThat(ALGERIA.isWorkingDay(next)).isTrue();
    assertThat(day.datesUntil(next)).noneMatch(ALGERIA::isWorkingDay);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dz.yaml | calendar: fr                              | names differ (fr)
          dz.yaml | fixed: {"02-30": Rien}                    | fixed: there is no day 02-30
          dz.yaml | fixed: {"13-01": Rien}                    | 13-01
          dz.yaml | movable: {2026: [{name: A, from: 2027-01-02}]} | movable: A 2027-01-02 is not in 2026
          dz.yaml | movable: {2026: [{name: A, from: 2026-02-30}]} | date
          dz.yaml | holidays: []                              | holidays
          dz.yaml | weekend: [monday, tuesday, wednesday, thursday, friday, saturday, sunday] | at most 6
          """)
  void whatIsWrongIsSaid(String file, String line, String complaint) {
    String key = line.substring(0, line.indexOf(':'));
    String good = "calendar: dz\ndescription: Un calendrier d'essai\nweekend: [friday]\n";
    String yaml = good.replaceAll("(?m)^" + key + ":.*\n", "") + line + "\n";
    assertThatThrownBy(() -> CalendarFile.parse(file, yaml))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("dz.yaml: ")
        .hasMessageContaining(complaint);
  }

  @Test
  void aLeapDayIsADay() {
    WorkCalendar leap =
        CalendarFile.parse(
            "x.yaml",
            "calendar: x\ndescription: Le 29 février\nweekend: []\nfixed: {\"02-29\": Bissexte}");
    assertThat(leap.isWorkingDay(LocalDate.of(2028, 2, 29))).isFalse();
    assertThat(leap.isWorkingDay(LocalDate.of(2027, 2, 28))).isTrue();
    assertThat(leap.knows(2099)).as("it has no movable ones at all").isTrue();
  }
}
