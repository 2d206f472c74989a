package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A workbook holds 5 % as 0.05 with a percent format. */
class PercentCellTest {
  @ParameterizedTest
  @CsvSource({"0%, 0.05, 5 %, 5", "0.00%, 0.125, '12,5 %', 12.5", "0%, 1, 100 %, 100"})
  void holdsThePercentageThatItShows(String format, String raw, String text, BigDecimal value)
      throws UnreadableFile {
    Cell cell = cell(format, raw);
    assertThat(cell.text()).isEqualTo(text);
    assertThat(CellValue.number(cell)).isInstanceOf(NumberReading.Exact.class);
    assertThat(((NumberReading.Exact) CellValue.number(cell)).value()).isEqualByComparingTo(value);
    assertThat(DiscountUnit.named(cell.text())).isEqualTo(DiscountUnit.PERCENT);
  }

  /** A sign in quotes or behind a backslash is shown, and the number is what it is. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {"0&quot;%&quot;", "0\\%", "0.00"})
  void aSignThatIsOnlyWrittenMultipliesNothing(String format) throws UnreadableFile {
    assertThat(cell(format, "5")).isEqualTo(new Cell.Numeric(new BigDecimal("5")));
  }

  private static Cell cell(String format, String raw) throws UnreadableFile {
    Map<String, String> parts =
        ReadingSamples.parts(
            "<sheetData><row r=\"1\"><c r=\"A1\" s=\"2\"><v>" + raw + "</v></c></row></sheetData>");
    parts.computeIfPresent("xl/styles.xml", (name, xml) -> xml.replace("dd/mm/yyyy", format));
    SourceFile file = ReadingSamples.read(ReadingSamples.zip(parts));
    return ReadingSamples.rows(file.sheets().get(0)).get(0).cell(0);
  }
}
