package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.DateReading.DayMonthOpen;
import dz.manchengo.hub.documents.DateReading.Exact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-04-03",
        "2026-4-3",
        "2026/04/03",
        "20260403",
        "2026-04-03T14:30",
        "2026-04-03 14:30:15",
        "2026-04-03T14:30:15.123456",
        "2026-04-03T22:59:59Z",
        "2026-04-03T00:30:00+01:00",
        "2026-04-04 00:30+0200",
        "2026-04-02T23:00:00Z",
        "2026-04-02 23:30:00+00",
        "3 avril 2026",
        "03 avr. 2026",
        "3-avr-26",
        "03/avr./2026",
        "3 AVRIL 2026",
        "3 April 2026",
        "April 3, 2026",
        "Apr 3rd, 2026",
        "3-Apr-26",
        "03 أفريل 2026",
        "٠٣ أفريل ٢٠٢٦",
        "3 avril 2026 14:30",
        "vendredi 3 avril 2026",
        "Ven. 3 avril 2026",
        "Friday, April 3, 2026",
        "vendredi 2026-04-03",
      })
  void readsWhatHasOneMeaning(String text) {
    assertThat(DateText.read(text)).isEqualTo(new Exact(LocalDate.of(2026, 4, 3)));
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"jeudi 3 avril 2026", "Monday, April 3, 2026", "vendredi 2026"})
  void theDayOfTheWeekHasToAgree(String text) {
    assertThat(DateText.read(text)).isEqualTo(DateReading.NOT_A_DATE);
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"Mar 5, 2026", "mar. 5, 2026", "jeudi 5 mars 2026"})
  void aDayOfTheWeekIsNoMonth(String text) {
    assertThat(DateText.read(text)).isEqualTo(new Exact(LocalDate.of(2026, 3, 5)));
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      value = {
        "25/03/2026          | 2026-03-25 | DMY",
        "25-03-2026          | 2026-03-25 | DMY",
        "25.3.26             | 2026-03-25 | DMY",
        "25 03 2026          | 2026-03-25 | DMY",
        "25 / 03 / 2026      | 2026-03-25 | DMY",
        "25\u200F/3\u200F/2026 | 2026-03-25 | DMY",
        "25/03/2026 08:15    | 2026-03-25 | DMY",
        "٢٥/٠٣/٢٠٢٦          | 2026-03-25 | DMY",
        "3/25/2026           | 2026-03-25 | MDY",
        "3/25/2026 2:30 PM   | 2026-03-25 | MDY",
        "05/05/2026          | 2026-05-05 |",
        "29/02/2028          | 2028-02-29 | DMY",
      })
  void tellsTheOrderThatTheTextProves(String text, LocalDate date, @Nullable DateOrder proves) {
    assertThat(DateText.read(text)).isEqualTo(new Exact(date, proves));
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(
      strings = {"03/04/2026", "3/4/2026", "03-04-2026", "3.4.26", "3 4 2026", "03/04/2026 10:00"})
  void leavesOpenWhatHasTwoMeanings(String text) {
    DayMonthOpen open = (DayMonthOpen) DateText.read(text);
    assertThat(open.date(DateOrder.DMY)).isEqualTo(LocalDate.of(2026, 4, 3));
    assertThat(open.date(DateOrder.MDY)).isEqualTo(LocalDate.of(2026, 3, 4));
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      value = {
        "janv. fév. févr. mars avr. mai juin juil. août sept. oct. nov. déc. | 1 2 2 3 4 5 6 7 8 9 10 11 12",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre | 1 2 3 4 5 6 7 8 9 10 11 12",
        "January February March April May June July August September October November December | 1 2 3 4 5 6 7 8 9 10 11 12",
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec | 1 2 3 4 5 6 7 8 9 10 11 12",
        "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر | 1 2 3 4 5 6 7 8 9 10 11 12",
      })
  void knowsTheMonths(String names, String numbers) {
    String[] name = names.split(" ", -1);
    String[] number = numbers.split(" ", -1);
    for (int i = 0; i < name.length; i++) {
      LocalDate expected = LocalDate.of(2026, Integer.parseInt(number[i]), 1);
      for (String text : new String[] {"1 " + name[i] + " 2026", "1er " + name[i] + " 26"}) {
        assertThat(DateText.read(text)).as(text).isEqualTo(new Exact(expected));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "31/02/2026",
        "02/31/2026",
        "29/02/2026",
        "31 avril 2026",
        "2026-02-30",
        "20260230",
        "13/13/2026",
        "00/04/2026",
        "03/00/2026",
        "03/04",
        "avril 2026",
        "03/04-2026",
        "03//04//2026",
        "03/04/026",
        "03/04/20260",
        "003/04/2026",
        "2026-13-01",
        "12345678",
        "1234567",
        "46115",
        "3 brumaire 2026",
        "hier",
        "2026-04-03T25:00",
        "2026-04-03T10:61",
        "14:30",
        "2026-04-0314:30",
        "2026-04-03T10:00+25:00",
        "1/2/3/2026",
        "99999999999/1/2026"
      })
  void refusesWhatIsNoDate(String text) {
    assertThat(DateText.read(text)).isEqualTo(DateReading.NOT_A_DATE);
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-04-03 14:30          | 14:30",
        "2026-04-03T22:59:59Z      | 23:59:59",
        "2026-04-03T23:30:00Z      | 00:30",
        "03/04/2026 2:05 PM        | 14:05",
        "03/04/2026 12:05 am       | 00:05",
        "03/04/2026                |",
        "soon 10:00                |",
      })
  void tellsTheTimeOfDayInAlgiers(String text, @Nullable LocalTime expected) {
    assertThat(DateText.timeOf(text)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "46115, 2026-04-03",
    "46115.99, 2026-04-03",
    "36526, 2000-01-01",
    "73050.5, 2099-12-31",
    "20260403, 2026-04-03",
    "20260403.0, 2026-04-03"
  })
  void readsTheNumbersOfAWorkbook(BigDecimal number, LocalDate expected) {
    assertThat(DateText.ofNumber(number)).isEqualTo(new Exact(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"36525", "73051", "0", "60", "-5", "2026", "1E+300", "3.04"})
  void refusesNumbersThatAreNoDays(BigDecimal number) {
    assertThat(DateText.ofNumber(number)).isEqualTo(DateReading.NOT_A_DATE);
  }

  @Property
  void readsBackEveryDayInEveryPattern(
      @ForAll("days") LocalDate day, @ForAll("patterns") String p) {
    for (Locale language : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
      String text = DateTimeFormatter.ofPattern(p, language).format(day);
      DateReading reading = DateText.read(text);
      LocalDate read =
          reading instanceof DayMonthOpen open
              ? open.date(p.startsWith("M") ? DateOrder.MDY : DateOrder.DMY)
              : ((Exact) reading).date();
      assertThat(read).as(text).isEqualTo(day);
    }
  }

  @Property
  void answersToAnything(@ForAll String text) {
    assertThat(DateText.read(text)).isEqualTo(DateText.read(text));
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.longs()
        .between(LocalDate.of(2000, 1, 1).toEpochDay(), LocalDate.of(2099, 12, 31).toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of(
        "yyyy-MM-dd",
        "yyyyMMdd",
        "d/M/yyyy",
        "dd/MM/yyyy",
        "dd-MM-yy",
        "dd.MM.yyyy",
        "d M yyyy",
        "M/d/yyyy",
        "MM/dd/yy",
        "d MMM yyyy",
        "dd-MMM-yy",
        "d MMMM yyyy",
        "yyyy-MM-dd'T12:30:00Z'",
        "dd/MM/yyyy' 23:59'");
  }
}
