package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A workbook holds 000123 as 123 with a format of zeros. */
class CodeCellTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "000000, 123, 000123",
        "000000, 1234567, 1234567",
        "&quot;FA-&quot;00000, 4501, FA-04501",
        "\\F\\A-0000, 7, FA-0007",
        "00-000, 123, 00-123",
        "00-000, 1234567, 1234-567",
        "00\\-000, 12345, 12-345",
        "0000&quot;/2026&quot;, 45, 0045/2026",
        "0000&quot;/DZ&quot;, 12, 0012/DZ",
        "000&quot;-KG&quot;, 7, 007-KG",
        "0&quot;-ALG&quot;, 45, 45-ALG",
        "0000&quot;/VTE/2026&quot;, 401, 0401/VTE/2026",
        "0000&quot;/A26&quot;, 1470, 1470/A26",
        "000\\/26, 7, 007/26",
        "&quot;FA-&quot;0000&quot;/2026&quot;, 45, FA-0045/2026"
      })
  void isTheCodeThatItShows(String format, String raw, String shown) throws UnreadableFile {
    Cell cell = cell(format, raw);
    assertThat(cell.text()).isEqualTo(shown);
    assertThat(Identifiers.code(cell)).isEqualTo(new IdentifierReading.Kept(shown));
    assertThat(CellValue.exact(cell)).isEqualByComparingTo(new BigDecimal(raw));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "0, 5",
        "0.00, 5",
        "# ##0, 5",
        "000&quot;/kg&quot;, 5",
        "0&quot;/L&quot;, 5",
        "000, 2.5",
        "000, -5"
      })
  void otherNumbersAreWhatTheyAre(String format, String raw) throws UnreadableFile {
    assertThat(cell(format, raw)).isEqualTo(new Cell.Numeric(new BigDecimal(raw)));
  }

  @ParameterizedTest
  @CsvSource({
    "123, 000123",
    "4501, FA-04501",
    "7, FA-0007",
    "7, N° 7",
    "123, 00-123",
    "12345, 12-345",
    "45, 0045/2026",
    "12, 0012/DZ",
    "45, 0045-ALG",
    "45, FA-0045/2026",
    "45, 2026-0045",
    "4501, 2026/4501",
    "0, 0000"
  })
  void soDoesACellOfOpenDocument(String raw, String shown) throws UnreadableFile {
    Cell cell = shownCell(raw, shown);
    assertThat(cell).isEqualTo(new Cell.Coded(new BigDecimal(raw), shown));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "5;5",
        "5;5,00",
        "1250;1 250",
        "1250;1.250",
        "1250;DA 1250",
        "0.5;1/2",
        "-5;-5",
        "5;(5)",
        "1000;1E+03",
        "1250;1250 /kg",
        "3;0,03",
        "5;",
        "5;€ 5",
        "26;45-2026",
        "5;+5"
      })
  void otherNumbersOfOpenDocumentAreWhatTheyAre(String raw, String shown) throws UnreadableFile {
    assertThat(shownCell(raw, shown == null ? "" : shown))
        .isEqualTo(new Cell.Numeric(new BigDecimal(raw)));
  }

  private static Cell shownCell(String raw, String shown) throws UnreadableFile {
    String cell =
        "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"%s\">"
            + "<text:p>%s</text:p></table:table-cell></table:table-row>";
    byte[] workbook =
        ReadingSamples.zip(
            OdsSamples.parts(OdsSamples.table("Ventes", cell.formatted(raw, shown))));
    return ReadingSamples.rows(ReadingSamples.read(workbook).sheets().get(0)).get(0).cell(0);
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
