package dz.manchengo.hub.documents;

import static dz.manchengo.hub.documents.OdsSamples.flat;
import static dz.manchengo.hub.documents.OdsSamples.parts;
import static dz.manchengo.hub.documents.OdsSamples.table;
import static dz.manchengo.hub.documents.ReadingSamples.refusal;
import static dz.manchengo.hub.documents.ReadingSamples.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OdsFileTest {
  private static final String FLOAT =
      "<table:table-cell office:value-type=\"float\" office:value=\"1\"%s/>";

  private static List<Cell> row(String cells) throws UnreadableFile {
    SourceFile file =
        ReadingSamples.read(flat(table("A", "<table:table-row>" + cells + "</table:table-row>")));
    return ReadingSamples.rows(file.sheets().get(0)).get(0).cells();
  }

  private static String cell(String attributes, String content) {
    return "<table:table-cell " + attributes + ">" + content + "</table:table-cell>";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "float|value|0.30000000000000004|Numeric[value=0.3]",
        "currency|value|1250.5|Numeric[value=1250.5]",
        "percentage|value|0.055|Percent[value=5.5]",
        "boolean|boolean-value|false|Truth[value=false]",
        "date|date-value|2026-01-05|Moment[value=2026-01-05T00:00]",
        "date|date-value|2026-01-05T10:29:59.9999999|Moment[value=2026-01-05T10:30]",
        "time|time-value|PT6H00M00S|Numeric[value=0.25]",
        "string|string-value|00123|Text[text=00123]",
        "date|date-value|31/02|Text[text=31/02]",
        "float|value|douze|Text[text=douze]"
      })
  void everyTypeOfValueIsRead(String type, String attribute, String value, String read)
      throws UnreadableFile {
    String given = "office:value-type=\"%s\" office:%s=\"%s\"".formatted(type, attribute, value);
    assertThat(row(cell(given, ""))).extracting(ReadingSamples::shown).containsExactly(read);
  }

  @ParameterizedTest
  @CsvSource({
    "currency, '1 250,50 DA', Dinars[value=1250.5]",
    "float, '1250,50 DZD', Dinars[value=1250.5]",
    "float, '1250,50 DATES', Numeric[value=1250.5]",
    "float, '1250,5', Numeric[value=1250.5]"
  })
  void dinarsAreToldByWhatTheCellShows(String type, String shown, String read)
      throws UnreadableFile {
    String given = "office:value-type=\"%s\" office:value=\"1250.5\"".formatted(type);
    assertThat(row(cell(given, "<text:p>" + shown + "</text:p>")))
        .extracting(ReadingSamples::shown)
        .containsExactly(read);
  }

  @Test
  void aFormulaCountsByItsValue() throws UnreadableFile {
    String formula = "table:formula=\"of:=[.A1]\" ";
    String shown = "<text:p>#DIV/0!</text:p>";
    assertThat(
            row(
                cell(formula + "office:value-type=\"float\" office:value=\"7\"", "")
                    + cell(formula, "")
                    + cell(formula + "office:value-type=\"float\" office:value=\"0\"", shown)
                    + cell("calcext:value-type=\"error\" office:value-type=\"string\"", shown)
                    + cell("office:value-type=\"string\"", shown)))
        .containsExactly(
            new Cell.Numeric(new BigDecimal("7")),
            new Cell.Uncalculated("=[.A1]"),
            new Cell.Fault("#DIV/0!"),
            new Cell.Fault("#DIV/0!"),
            new Cell.Text("#DIV/0!"));
  }

  @Test
  void textIsWhatTheCellShows() throws UnreadableFile {
    assertThat(
            row(
                cell(
                    "office:value-type=\"string\"",
                    "<office:annotation><text:p>remarque</text:p></office:annotation>\n"
                        + "<draw:frame><draw:text-box><text:p>image</text:p></draw:text-box></draw:frame>"
                        + "<text:p>Lait<text:s text:c=\"2\"/><text:span>cru</text:span><text:tab/>x</text:p>\n"
                        + "<text:p>1<text:line-break/>L</text:p>")))
        .containsExactly(new Cell.Text("Lait  cru\tx\n1\nL"));
  }

  @Test
  void emptyRepetitionsCostNothing() throws UnreadableFile {
    String rows =
        "<table:table-row table:number-rows-repeated=\"1048570\">"
            + "<table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
            + "<table:table-row>"
            + FLOAT.formatted(" table:number-columns-repeated=\"3\"")
            + "<table:table-cell table:number-columns-repeated=\"2147483647\"/>"
            + "<table:table-cell table:number-columns-repeated=\"2147483647\"/></table:table-row>"
            + "<table:table-row table:number-rows-repeated=\"2147483647\"><table:table-cell/></table:table-row>";
    SourceFile file = ReadingSamples.read(flat(table("A", rows)));
    List<SourceRow> read = ReadingSamples.rows(file.sheets().get(0));
    assertThat(read.get(1_048_570).cells()).hasSize(3);
  }

  @Test
  void filledRepetitionsAreCountedBeforeTheyAreWrittenOut() {
    String wide = FLOAT.formatted(" table:number-columns-repeated=\"16000\"");
    assertThat(refusal(flat(table("A", "<table:table-row>" + wide + "</table:table-row>"))))
        .startsWith("FIL-011")
        .contains("colonnes = 16");
    String tall =
        "<table:table-row table:number-rows-repeated=\"1000000\">"
            + FLOAT.formatted(" table:number-columns-repeated=\"100\"")
            + "</table:table-row>";
    assertThat(refusal(flat(table("A", tall)))).startsWith("FIL-011").contains("cellules");
    String below =
        "<table:table-row table:number-rows-repeated=\"2147483647\"><table:table-cell/></table:table-row>"
            + "<table:table-row>"
            + FLOAT.formatted("")
            + "</table:table-row>";
    assertThat(refusal(flat(table("A", below)))).startsWith("FIL-001").contains("abîmé");
  }

  @Test
  void mergedAndHiddenPlacesAreThoseOfTheSheet() throws UnreadableFile {
    String rows =
        """
        <table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>
        <table:table-header-rows><table:table-row table:visibility="filter">
        <table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2"
          office:value-type="string"><text:p>F-1</text:p></table:table-cell>
        <table:covered-table-cell office:value-type="string"><text:p>caché</text:p></table:covered-table-cell>
        </table:table-row></table:table-header-rows>
        <table:table-row><table:covered-table-cell table:number-columns-repeated="2"/>
        <table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>
        """;
    String other =
        "<table:table table:name=\"B\" table:style-name=\"hidden\"><table:table-row>"
            + FLOAT.formatted("")
            + "</table:table-row></table:table>";
    SourceFile file = ReadingSamples.read(zip(parts(table("A", rows) + other)));
    assertThat(ReadingSamples.texts(file))
        .isEqualTo(List.of(List.of("F-1", "F-1"), List.of("F-1", "F-1", "x")));
    assertThat(file.findings().get(0).params().get("detail")).isEqualTo("B, A!1:1, A!C:C");
  }

  /** A link to another file keeps a copy of it as a table. */
  @Test
  void copiesOfOtherFilesAreNoSheets() throws UnreadableFile {
    String copy =
        "<table:table table:name=\"'file:///x.ods'#A\"><table:table-source/><table:table-row>"
            + FLOAT.formatted("")
            + "</table:table-row></table:table>";
    String own = table("A", "<table:table-row>" + FLOAT.formatted("") + "</table:table-row>");
    assertThat(ReadingSamples.read(flat(own + copy)).sheets())
        .extracting(SourceSheet::name)
        .containsExactly("A");
  }

  @Test
  void datesDoNotDependOnTheirCalendar() throws UnreadableFile {
    assertThat(row(cell("office:value-type=\"date\" office:date-value=\"1904-01-02\"", "")))
        .containsExactly(new Cell.Moment(LocalDateTime.of(1904, 1, 2, 0, 0)));
  }

  @Test
  void saysWhatItDoesNotRead() {
    Map<String, String> locked = parts(table("A", ""));
    locked.put(
        "META-INF/manifest.xml",
        "<manifest><file-entry><encryption-data/></file-entry></manifest>");
    assertThat(refusal(zip(locked)))
        .startsWith("FIL-001 Fichier illisible : protégé par mot de passe");

    Map<String, String> macros = parts(table("A", ""));
    macros.put("Basic/Standard/Module1.xml", "x");
    assertThat(refusal(zip(macros))).startsWith("FIL-010").contains("macros");

    Map<String, String> text = parts("");
    text.put("mimetype", "application/vnd.oasis.opendocument.text");
    assertThat(refusal(zip(text))).startsWith("FIL-010").contains("pas un classeur");
    String flatText =
        new String(flat(""), java.nio.charset.StandardCharsets.UTF_8)
            .replace("opendocument.spreadsheet", "opendocument.text");
    assertThat(refusal(flatText)).startsWith("FIL-010").contains("pas un classeur");
  }

  @Test
  void nothingIsFetchedAndNoEntityExpanded() {
    Map<String, String> hostile = parts(table("A", ""));
    hostile.computeIfPresent(
        "content.xml",
        (name, xml) -> "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + xml);
    assertThat(refusal(zip(hostile))).startsWith("FIL-001").contains("abîmé");
  }

  @Test
  void halfAWorkbookIsNone() {
    byte[] whole =
        flat(table("A", "<table:table-row>" + FLOAT.formatted("") + "</table:table-row>"));
    for (int length = whole.length - 1; length > 1_000; length -= 7) {
      assertThat(refusal(java.util.Arrays.copyOf(whole, length))).startsWith("FIL-001");
    }
  }
}
