package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A workbook shows 50 as 50,00 DA by a number format. */
class DinarsCellTest {
  private static final String[] HEADER = {
    "N° facture", "Date facture", "Client", "Désignation", "Quantité", "PU HT", "Remise %"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.00 &quot;DA&quot;",
        "# ##0,00 &quot;DA&quot;",
        "#,##0.00\\ &quot;DA&quot;;-#,##0.00\\ &quot;DA&quot;",
        "#,##0.00\\ [$DZD]"
      })
  void isNoPercentage(String format) throws UnreadableFile {
    DataRow row = row(format);
    assertThat(row.findings()).extracting(Finding::rule).containsExactly("FMT-020");
    assertThat(row.findings().get(0).value()).isEqualTo("50 DA");
    assertThat(row.line()).doesNotContainKey("discount_pct");
    assertThat(row.line().get("unit_price_ht")).isEqualTo(new BigDecimal("1000"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.00", "# ##0", "0.00 &quot;DATES&quot;"})
  void otherFormatsShowNumbers(String format) throws UnreadableFile {
    assertThat(row(format).line()).containsEntry("discount_pct", new BigDecimal("50"));
  }

  @Test
  void isItsNumberUnderACode() {
    assertThat(Identifiers.code(new Cell.Dinars(new BigDecimal("12"))))
        .isEqualTo(new IdentifierReading.Kept("12"));
  }

  /** The price and the discount have that format. */
  private static DataRow row(String format) throws UnreadableFile {
    StringBuilder xml = new StringBuilder("<sheetData><row r=\"1\">");
    List.of(HEADER).forEach(header -> xml.append(text(header)));
    xml.append("</row><row r=\"2\">");
    List.of("F-1", "15/10/2026", "Client A", "Lait").forEach(value -> xml.append(text(value)));
    xml.append("<c><v>2</v></c><c s=\"2\"><v>1000</v></c><c s=\"2\"><v>50</v></c></row>");
    Map<String, String> parts = ReadingSamples.parts(xml.append("</sheetData>").toString());
    parts.computeIfPresent("xl/styles.xml", (name, x) -> x.replace("dd/mm/yyyy", format));
    return SheetSamples.sheet(ReadingSamples.read(ReadingSamples.zip(parts))).data().get(0);
  }

  private static String text(String value) {
    return "<c t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
  }
}
