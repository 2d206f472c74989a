package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesOfDayTest {
  @ParameterizedTest
  @CsvSource({"06:30, 06:30", "6h05, 06:05", "14 h, 14:00", "23:59:30, 23:59:30"})
  void aTextIsATime(String text, LocalTime time) {
    assertThat(TimesOfDay.of(new Cell.Text(text))).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({"25:00", "05/03/2026 06:30", "6", "six heures"})
  void othersAreNone(String text) {
    assertThat(TimesOfDay.of(new Cell.Text(text))).isNull();
  }

  @Test
  void aWorkbookHasTheFractionOfADay() {
    assertThat(TimesOfDay.of(new Cell.Numeric(new BigDecimal("0.270833333333333"))))
        .isEqualTo(LocalTime.of(6, 30));
    assertThat(TimesOfDay.of(new Cell.Numeric(BigDecimal.ONE))).isNull();
  }

  @Test
  void theDayBesideMakesMomentsAndANightShiftEndsTheNextDay() {
    DataRow row = new DataRow(Place.FILE, List.of(), production());
    row.put("made_on", LocalDate.of(2026, 11, 12));
    row.put("started_at", LocalTime.of(22, 0));
    row.put("ended_at", LocalTime.of(5, 30));

    TimesOfDay.settle(row);

    assertThat(row.header())
        .containsEntry("started_at", LocalDateTime.of(2026, 11, 12, 22, 0))
        .containsEntry("ended_at", LocalDateTime.of(2026, 11, 13, 5, 30));
  }

  private static Grouping production() {
    return new Grouping(
        "batch_no",
        false,
        Grouping.Part.WHOLE,
        Set.of("batch_no", "made_on", "started_at", "ended_at"));
  }
}
