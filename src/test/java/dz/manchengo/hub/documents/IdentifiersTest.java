package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.IdentifierReading.Damaged;
import dz.manchengo.hub.documents.IdentifierReading.Invalid;
import dz.manchengo.hub.documents.IdentifierReading.Kept;
import dz.manchengo.hub.documents.IdentifierReading.Padded;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "000123",
        "613000123456312345678",
        "F-2026-00012",
        "12E5",
        "CAM 250",
        "1.10",
        "E+14",
        "1e5"
      })
  void keepsACodeAsItStands(String code) {
    assertThat(Identifiers.code(text("\u00A0 " + code + " \u200F"))).isEqualTo(new Kept(code));
  }

  @ParameterizedTest
  @CsvSource({"536365, 536365", "536365.0, 536365", "999999999999999, 999999999999999", "7.5, 7.5"})
  void writesANumericCodeInPlainDigits(BigDecimal number, String code) {
    assertThat(Identifiers.code(new Cell.Numeric(number))).isEqualTo(new Kept(code));
    assertThat(Identifiers.code(new Cell.Numeric(new BigDecimal("2.5E+14"))))
        .isEqualTo(new Kept("250000000000000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2,5E+14", "2.5E+14", "6.13000123456E12", "1E+15", "9.9919E+13", "2,5e-7"})
  void seesTheDigitsThatASpreadsheetAte(String text) {
    assertThat(Identifiers.code(text(text))).isEqualTo(new Damaged(text));
    assertThat(Identifiers.nif(text(text))).isEqualTo(new Damaged(text));
  }

  @Test
  void refusesLongNumbersAndDatesForACode() {
    assertThat(Identifiers.code(numeric("1000000000000000"))).isInstanceOf(Damaged.class);
    assertThat(Identifiers.code(numeric("12345678901234500000"))).isInstanceOf(Damaged.class);
    assertThat(Identifiers.code(new Cell.Moment(LocalDateTime.of(2026, 12, 1, 0, 0))))
        .isEqualTo(new Damaged("2026-12-01"));
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource({
    "099919001234567, 099919001234567",
    "0999 1900 1234 567, 099919001234567",
    "0999.1900-1234/567, 099919001234567",
    "٠٩٩٩١٩٠٠١٢٣٤٥٦٧, 099919001234567",
    "09991900123456700001, 09991900123456700001"
  })
  void cleansANif(String text, String nif) {
    assertThat(Identifiers.nif(text(text))).isEqualTo(new Kept(nif));
  }

  @ParameterizedTest
  @CsvSource({
    "99919001234567, 099919001234567",
    "9919001234567, 009919001234567",
    "919001234567, 000919001234567"
  })
  void givesANumericNifItsZerosBack(BigDecimal number, String nif) {
    assertThat(Identifiers.nif(new Cell.Numeric(number)))
        .isEqualTo(new Padded(number.toString(), nif));
  }

  /** A CSV that Excel saved; 0, year, wilaya: so begins a company's NIF. */
  @ParameterizedTest
  @CsvSource({
    "99919001234567, 099919001234567",
    "1216012345678, 001216012345678",
    "916098765432, 000916098765432"
  })
  void givesATextNifItsZerosBackWhereItIsACompanys(String text, String nif) {
    assertThat(Identifiers.nif(text(text))).isEqualTo(new Padded(text, nif));
  }

  /** A zero in front was not lost, groups were typed by hand, year or wilaya are none. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "09991900123456",
        "9991 9001 2345 67",
        "19861601234567",
        "99999001234567",
        "40001600123456",
        "98765432109"
      })
  void guessesNoZerosOfAText(String text) {
    assertThat(Identifiers.nif(text(text))).isEqualTo(new Invalid(text));
  }

  @Test
  void refusesAnotherNif() {
    for (String nif :
        new String[] {"19861601234567", "0999190012345678", "09991900123456A", "12"}) {
      assertThat(Identifiers.nif(text(nif))).isEqualTo(new Invalid(nif));
    }
    for (String number : new String[] {"91900123456", "9991900123456.7", "-99919001234567"}) {
      assertThat(Identifiers.nif(numeric(number))).isEqualTo(new Invalid(number));
    }
    assertThat(Identifiers.nif(numeric("9991900123456712"))).isInstanceOf(Damaged.class);
    assertThat(Identifiers.nif(numeric("999190012345671"))).isEqualTo(new Kept("999190012345671"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "000000000000000", "0", "-", "/", "néant", "N/A", "00/00-0000000B00", "XXX"})
  void countsPlaceholdersAsMissing(String text) {
    assertThat(Identifiers.nif(text(text))).isEqualTo(IdentifierReading.MISSING);
    assertThat(Identifiers.rc(text(text))).isEqualTo(IdentifierReading.MISSING);
    assertThat(Identifiers.ai(text(text))).isEqualTo(IdentifierReading.MISSING);
    assertThat(Identifiers.nis(text(text))).isEqualTo(IdentifierReading.MISSING);
    assertThat(Identifiers.code(Cell.blank())).isEqualTo(IdentifierReading.MISSING);
    assertThat(Identifiers.code(text("'"))).isEqualTo(IdentifierReading.MISSING);
  }

  @Test
  void takesTheApostropheOffThatMakesATextOfIt() {
    assertThat(Identifiers.code(text("'00017"))).isEqualTo(new Kept("00017"));
    assertThat(Identifiers.code(text("'t'Hof"))).isEqualTo(new Kept("'t'Hof"));
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource({
    "25 B 1234567 16/00, 25B12345671600",
    "16/00-1234567B25, 16001234567B25",
    "16/00-1234567b25, 16001234567B25"
  })
  void normalisesAnRc(String text, String rc) {
    assertThat(Identifiers.rc(text(text))).isEqualTo(new Kept(rc));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234567", "25B12", "25 B 1234567 16/00 1234567"})
  void refusesAnotherRc(String text) {
    assertThat(Identifiers.rc(text(text))).isEqualTo(new Invalid(text));
  }

  @Test
  void checksNisAndAiByLength() {
    assertThat(Identifiers.nis(text("1234 5678 901"))).isEqualTo(new Kept("12345678901"));
    assertThat(Identifiers.nis(text("1234567890"))).isEqualTo(new Invalid("1234567890"));
    assertThat(Identifiers.nis(text("1234567890A"))).isEqualTo(new Invalid("1234567890A"));
    assertThat(Identifiers.ai(text("16 123 456 789"))).isEqualTo(new Kept("16123456789"));
    assertThat(Identifiers.ai(numeric("16123456789"))).isEqualTo(new Kept("16123456789"));
    assertThat(Identifiers.ai(text("12"))).isEqualTo(new Invalid("12"));
  }

  @Test
  void checksAGtin() {
    assertThat(Identifiers.gtinCheckDigit("613000123456")).isEqualTo('3');
    assertThat(Identifiers.isGtin("6130001234563")).isTrue();
    assertThat(Identifiers.isGtin("6130001234564")).isFalse();
    assertThat(Identifiers.isGtin("6130001234653")).as("two digits swapped").isFalse();
    assertThat(Identifiers.isGtin("96385074")).isTrue();
    assertThat(Identifiers.isGtin("036000291452")).isTrue();
    assertThat(Identifiers.isGtin("10614141000415")).isTrue();
    assertThat(Identifiers.isGtin("61300012345")).isFalse();
    assertThat(Identifiers.isGtin("613000123456A")).isFalse();
    assertThat(Identifiers.isGtin("")).isFalse();
  }

  @Property
  void oneWrongDigitOfAGtinIsSeen(
      @ForAll @LongRange(min = 0, max = 999_999_999_999L) long body,
      @ForAll @LongRange(min = 0, max = 12) long at,
      @ForAll @LongRange(min = 1, max = 9) long by) {
    String digits = "%012d".formatted(body);
    StringBuilder gtin = new StringBuilder(digits + Identifiers.gtinCheckDigit(digits));
    assertThat(Identifiers.isGtin(gtin.toString())).isTrue();
    int wrong = (int) ((gtin.charAt((int) at) - '0' + by) % 10);
    gtin.setCharAt((int) at, (char) ('0' + wrong));
    assertThat(Identifiers.isGtin(gtin.toString())).isFalse();
  }

  private static Cell text(String text) {
    return new Cell.Text(text);
  }

  private static Cell numeric(String number) {
    return new Cell.Numeric(new BigDecimal(number));
  }

  @Test
  void whatExcelMakesOfANumberIsTold() {
    assertThat(List.of("janv-01", "févr.-26", "01-janv", "3-mars-26", "Jan-01", "12-Dec"))
        .allMatch(Identifiers::wasMadeADate);
    assertThat(List.of("JANV-01", "MARS-01", "mars-2026", "F-01", "01-2026", "jan-01/2026"))
        .noneMatch(Identifiers::wasMadeADate);
  }
}
