package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.NumberReading.Ambiguous;
import dz.manchengo.hub.documents.NumberReading.Exact;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "1234,56              | 1234.56",
        "1 234,56             | 1234.56",
        "1\u202F234,50 DA     | 1234.50",
        "1\u202F234\u202F567,89\u00A0DA | 1234567.89",
        "1.234.567,89         | 1234567.89",
        "1,234,567.89         | 1234567.89",
        "1.234,56             | 1234.56",
        "1,234.56             | 1234.56",
        "0,250                | 0.250",
        "0.250                | 0.250",
        "1234,567             | 1234.567",
        "1.234.567            | 1234567",
        "(1 234,50)           | -1234.50",
        "12-                  | -12",
        "\u2212 7,5           | -7.5",
        "\u20137,5            | -7.5",
        "د.ج.\u200F 1.234,50  | 1234.50",
        "١٢٣٤٫٥               | 1234.5",
        "۱۲۳۴٫۵               | 1234.5",
        "١٬٢٣٤٬٥٦٧٫٨٩         | 1234567.89",
        "1'234'567.50         | 1234567.50",
        "1\u2019234\u2019567,50 | 1234567.50",
        "1\u00A0234\u2009567\u2007890 | 1234567890",
        "1 234,567            | 1234.567",
        "1.234,567            | 1234.567",
        ",250                 | 0.250",
        ".5                   | 0.5",
        "012,345              | 12.345",
        "12345.678            | 12345.678",
        "19%                  | 19",
        "96.4 %               | 96.4",
        "12,50 D.A.           | 12.50",
        "12,50 dzd            | 12.50",
        "€12.50               | 12.50",
        "DA -12,50            | -12.50",
        "(12,50 DA)           | -12.50",
        "(12,50) DA           | -12.50",
        "\uFEFF12\u200B       | 12",
        "+12                  | 12",
        "0                    | 0",
        "007                  | 7",
        "1.5E3                | 1500",
        "-2,5E+14             | -250000000000000",
        "15e-1                | 1.5",
        "61300012345612345678 | 61300012345612345678",
      })
  void readsWhatHasOneMeaning(String text, BigDecimal expected) {
    assertThat(exact(text)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      value = {
        "1.234      | 1.234   | 1234",
        "1,234      | 1.234   | 1234",
        "100.000    | 100.000 | 100000",
        "-12,345 DA | -12.345 | -12345",
      })
  void leavesOpenWhatHasTwoMeanings(String text, BigDecimal asDecimal, BigDecimal asGrouped) {
    Ambiguous reading = (Ambiguous) NumberText.read(text);
    assertThat(reading.asDecimal()).isEqualTo(asDecimal);
    assertThat(reading.asGrouped()).isEqualTo(asGrouped);
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      value = {"1.234 | , | 1234", "1.234 | . | 1.234", "1,234 | , | 1.234", "1,234 | . | 1234"})
  void readsTheOpenOnesByTheMarkOfTheirColumn(String text, char mark, BigDecimal expected) {
    assertThat(((Ambiguous) NumberText.read(text)).value(mark)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12.34.567",
        "1 23,4",
        "1  234",
        "1234 567",
        "1 234,",
        "1 234,5 6",
        "1 234,5'6",
        "1 234.567,89",
        "1,234.567,89",
        "1.234,567.890,1",
        ".123,45",
        "1.234,",
        "1,,234",
        "1,23,456",
        "'123",
        "12'34",
      })
  void refusesGroupsThatAreNotOfThree(String text) {
    assertThat(NumberText.read(text)).isEqualTo(NumberReading.BAD_GROUPING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        "DA",
        "%",
        ",",
        "()",
        "abc",
        "12 kg",
        "--5",
        "-5-",
        "(-5)",
        "(5",
        "5)",
        "12,",
        "12.",
        "1/2",
        "03/04/2026",
        "12 USD",
        "5 % DA",
        "1.5E",
        "E5",
        "1E999",
        "1 234E3",
        "NaN",
        "0x10",
        "1_000",
        "１２",
        "12\u0000x"
      })
  void refusesWhatIsNoNumber(String text) {
    assertThat(NumberText.read(text)).isEqualTo(NumberReading.NOT_A_NUMBER);
  }

  @Test
  void refusesDigitsWithoutEnd() {
    assertThat(NumberText.read("9".repeat(100_000))).isEqualTo(NumberReading.NOT_A_NUMBER);
    assertThat(NumberText.read("1 ".repeat(100_000))).isEqualTo(NumberReading.NOT_A_NUMBER);
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      value = {
        "12,5         | ,",
        "12.5         | .",
        "1 234,567    | ,",
        "1.234,5      | ,",
        "1.234.567    | ,",
        "1,234,567    | .",
        "2,5E+3       | ,",
        "1234         |",
        "1 234        |",
        "1'234        |",
      })
  void tellsTheDecimalMarkThatTheTextProves(String text, @Nullable Character mark) {
    assertThat(((Exact) NumberText.read(text)).provenMark()).isEqualTo(mark);
  }

  /** Every convention gives the number back, unless its shape has two meanings by rule 5. */
  @Property(tries = 5000)
  void readsBackWhatAnyConventionWrote(
      @ForAll("amounts") BigDecimal amount, @ForAll("conventions") Convention convention) {
    String text = convention.write(amount);
    NumberReading reading = NumberText.read(text);
    if (convention.hasTwoMeanings(amount)) {
      assertThat(reading).as(text).isInstanceOf(Ambiguous.class);
      assertThat(((Ambiguous) reading).value(convention.mark())).as(text).isEqualTo(amount);
    } else {
      assertThat(reading).as(text).isInstanceOf(Exact.class);
      assertThat(((Exact) reading).value()).as(text).isEqualTo(amount);
    }
  }

  /** Whatever the text, an answer comes and the same text gets the same one. */
  @Property
  void answersToAnything(@ForAll String text) {
    assertThat(NumberText.read(text)).isEqualTo(NumberText.read(text));
  }

  @Provide
  Arbitrary<BigDecimal> amounts() {
    return Arbitraries.integers()
        .between(0, 6)
        .flatMap(
            scale ->
                Arbitraries.oneOf(
                        Arbitraries.longs().between(-9_999_999, 9_999_999),
                        Arbitraries.longs().between(-99_999_999_999_999L, 99_999_999_999_999L))
                    .map(unscaled -> BigDecimal.valueOf(unscaled, scale)));
  }

  @Provide
  Arbitrary<Convention> conventions() {
    Arbitrary<Character> marks = Arbitraries.of(',', '.');
    Arbitrary<String> groups =
        Arbitraries.of("", " ", "\u00A0", "\u202F", "\u2009", "'", "\u2019", "other mark");
    Arbitrary<String> signs = Arbitraries.of("-x", "- x", "\u2212x", "x-", "(x)", "\u200E-x");
    Arbitrary<String> units =
        Arbitraries.of(
            "x", "x DA", "xDA", "x\u00A0DA", "x D.A.", "x DZD", "x €", "x%", "د.ج.\u200F x");
    return Combinators.combine(marks, groups, signs, units, Arbitraries.of(true, false))
        .as(Convention::new);
  }

  /** One way of writing numbers. */
  record Convention(char mark, String group, String sign, String unit, boolean easternDigits) {

    String write(BigDecimal amount) {
      String plain = amount.abs().toPlainString();
      int point = plain.indexOf('.');
      String digits = point < 0 ? plain : plain.substring(0, point);
      String body =
          digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", separator())
              + (point < 0 ? "" : mark + plain.substring(point + 1));
      String signed = amount.signum() < 0 ? sign.replace("x", body) : body;
      return eastern(unit.replace("x", signed));
    }

    boolean hasTwoMeanings(BigDecimal amount) {
      String whole = amount.abs().toBigInteger().toString();
      boolean markedGroup =
          group.equals("other mark")
              && amount.scale() == 0
              && whole.length() > 3
              && whole.length() < 7;
      boolean decimals = amount.scale() == 3 && whole.length() <= 3 && !whole.equals("0");
      return markedGroup || decimals;
    }

    private String separator() {
      return group.equals("other mark") ? (mark == ',' ? "." : ",") : group;
    }

    private String eastern(String text) {
      return easternDigits
          ? text.codePoints()
              .map(c -> c >= '0' && c <= '9' ? c - '0' + '\u0660' : c)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString()
          : text;
    }
  }

  private static BigDecimal exact(String text) {
    NumberReading reading = NumberText.read(text);
    assertThat(reading).isInstanceOf(Exact.class);
    return ((Exact) reading).value();
  }
}
