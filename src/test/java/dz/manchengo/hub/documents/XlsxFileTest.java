package dz.manchengo.hub.documents;

import static dz.manchengo.hub.documents.ReadingSamples.cells;
import static dz.manchengo.hub.documents.ReadingSamples.parts;
import static dz.manchengo.hub.documents.ReadingSamples.read;
import static dz.manchengo.hub.documents.ReadingSamples.refusal;
import static dz.manchengo.hub.documents.ReadingSamples.rows;
import static dz.manchengo.hub.documents.ReadingSamples.texts;
import static dz.manchengo.hub.documents.ReadingSamples.workbook;
import static dz.manchengo.hub.documents.ReadingSamples.zip;
import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.FileReader.Limits;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxFileTest {
  private static final String DAMAGED =
      "FIL-001 Fichier illisible : le classeur est abîmé ou incomplet";

  private static Cell cell(String cellXml) throws UnreadableFile {
    return rows(read(cells(cellXml)).sheets().get(0)).get(0).cell(0);
  }

  @ParameterizedTest
  @CsvSource({
    "0.30000000000000004,0.3",
    "1234.5,1234.5",
    "100,100",
    "1E3,1000",
    "-2.5e-3,-0.0025",
    "213100000000001234,213100000000001234",
    "1.2345678901234567E17,123456789012345670",
    "0.12345678901234567,0.123456789012346",
    "0E-999999999,0"
  })
  void readsNumbersAsTheFileHoldsThem(String digits, String value) throws Exception {
    assertThat(cell("<c><v>" + digits + "</v></c>"))
        .isEqualTo(new Cell.Numeric(new BigDecimal(value)));
  }

  @ParameterizedTest
  @CsvSource({"1E999999999", "abc", "NaN", "1E-400"})
  void leavesAsTextWhatIsNoNumber(String digits) throws Exception {
    assertThat(cell("<c><v>" + digits + "</v></c>")).isEqualTo(new Cell.Text(digits));
  }

  @ParameterizedTest
  @CsvSource({
    "1,1900-01-01T00:00",
    "59,1900-02-28T00:00",
    "61,1900-03-01T00:00",
    "46086,2026-03-05T00:00",
    "46086.5,2026-03-05T12:00",
    "46086.604166666664,2026-03-05T14:30"
  })
  void readsDates(String serial, LocalDateTime moment) throws Exception {
    assertThat(cell("<c s=\"1\"><v>" + serial + "</v></c>")).isEqualTo(new Cell.Moment(moment));
    assertThat(cell("<c s=\"2\"><v>" + serial + "</v></c>")).isEqualTo(new Cell.Moment(moment));
  }

  @ParameterizedTest
  @CsvSource({"60,1", "60.5,1", "0.5,4", "0,1", "-1,1", "2958466,1", "1.5,3", "46086,0"})
  void leavesAsNumberWhatIsNoDate(String serial, String style) throws Exception {
    assertThat(cell("<c s=\"" + style + "\"><v>" + serial + "</v></c>"))
        .isEqualTo(new Cell.Numeric(new BigDecimal(serial)));
  }

  @Test
  void honoursTheCalendarThatBeginsIn1904() throws Exception {
    Map<String, String> parts = parts("<sheetData><row><c s=\"1\"><v>60</v></c></row></sheetData>");
    parts.computeIfPresent(
        "xl/workbook.xml", (n, xml) -> xml.replace("<workbookPr", "<workbookPr date1904=\"1\""));
    SourceFile file = read(zip(parts));
    assertThat(texts(file)).containsExactly(List.of("1904-03-01"));
    assertThat(file.detected())
        .containsEntry("{reason.read.1904}", "{reason.read.yes}")
        .containsEntry("{reason.read.sheets}", "1");
  }

  @Test
  void readsEveryKindOfText() throws Exception {
    assertThat(
            texts(
                read(
                    cells(
                        "<c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c>"
                            + "<c t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r><rPh><t>c</t></rPh></is></c>"
                            + "<c t=\"str\"><f>A1</f><v>d</v></c>"))))
        .containsExactly(List.of("Lait", "Fromage ", "a\rb_x000D_", "ab", "d"));
  }

  @Test
  void lettersWithFormatsReplaceAPlainTextBeforeThem() throws Exception {
    String runs = "<is><t>x</t><r><t>a</t></r><r><t>b</t></r></is>";
    assertThat(cell("<c t=\"inlineStr\">" + runs + "</c>")).isEqualTo(new Cell.Text("ab"));
  }

  @Test
  void boundsTheWorkOfMergedRanges() {
    String merge = "<mergeCell ref=\"A1:A2000\"/>";
    String sheet =
        "<sheetData>"
            + "<row><c><v>1</v></c></row>".repeat(2000)
            + "</sheetData><mergeCells>"
            + merge.repeat(2100)
            + "</mergeCells>";
    assertThat(refusal(workbook(sheet))).startsWith("FIL-011").contains("cellules");
  }

  @Test
  void readsTruthFaultsAndFormulas() throws Exception {
    List<Cell> row =
        rows(read(cells(
                    "<c r=\"A1\" t=\"b\"><v>1</v></c><c r=\"B1\" t=\"e\"><v>#N/A</v></c>"
                        + "<c r=\"C1\"><f>A1+B1</f></c><c r=\"D1\"><f t=\"shared\" si=\"0\"/><v></v></c>"
                        + "<c r=\"E1\"><f>1+1</f><v>2</v></c><c r=\"F1\" t=\"str\"><f>A2</f><v></v></c>"
                        + "<c r=\"G1\" t=\"d\"><v>2026-03-04</v></c>"))
                .sheets()
                .get(0))
            .get(0)
            .cells();
    assertThat(row)
        .containsExactly(
            new Cell.Truth(true),
            new Cell.Fault("#N/A"),
            new Cell.Uncalculated("=A1+B1"),
            new Cell.Uncalculated("D1"),
            new Cell.Numeric(new BigDecimal("2")),
            Cell.blank(),
            new Cell.Moment(LocalDateTime.of(2026, 3, 4, 0, 0)));
  }

  @Test
  void putsCellsWhereTheirReferenceSays() throws Exception {
    String sheet =
        "<sheetData><row r=\"4\"><c r=\"C4\"><v>4</v></c><c><v>5</v></c></row>"
            + "<row r=\"2\"><c r=\"B2\"><v>2</v></c></row><row r=\"9\"><c r=\"A9\" s=\"1\"/></row></sheetData>";
    SourceSheet read = read(workbook(sheet)).sheets().get(0);
    assertThat(texts(read))
        .containsExactly(List.of(), List.of("", "2"), List.of(), List.of("", "", "4", "5"));
    assertThat(rows(read)).extracting(SourceRow::number).containsExactly(1, 2, 3, 4);
  }

  @Test
  void refusesWhatContradictsItself() {
    assertThat(refusal(cells("<c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c>")))
        .isEqualTo(
            "FIL-001 Fichier illisible : le classeur est abîmé : une cellule de la ligne 1 y figure deux fois");
    assertThat(refusal(cells("<c r=\"A7\"><v>1</v></c>"))).isEqualTo(DAMAGED);
    assertThat(refusal(cells("<c t=\"s\"><v>99</v></c>"))).isEqualTo(DAMAGED);
    assertThat(refusal(cells("<c><v>1</v>"))).isEqualTo(DAMAGED);
    Map<String, String> parts = parts("<sheetData/>");
    parts.remove("xl/worksheets/sheet1.xml");
    assertThat(refusal(zip(parts))).isEqualTo(DAMAGED);
  }

  @Test
  void givesAMergedValueToEveryCoveredCell() throws Exception {
    String sheet =
        "<sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c><c r=\"B1\"><v>1</v></c><c r=\"C1\"><v>2</v></c></row>"
            + "<row r=\"2\"><c r=\"B2\"><v>3</v></c></row><row r=\"3\"><c r=\"B3\"><v>4</v></c></row></sheetData>"
            + "<mergeCells><mergeCell ref=\"A1:A3\"/><mergeCell ref=\"B3:XFD1048576\"/></mergeCells>";
    assertThat(texts(read(workbook(sheet))))
        .containsExactly(List.of("7", "1", "2"), List.of("7", "3"), List.of("7", "4", "4"));
  }

  @Test
  void readsHiddenPlacesAndSaysSoOnce() throws Exception {
    String sheet =
        "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"9\" max=\"16384\" hidden=\"1\"/></cols>"
            + "<sheetData><row r=\"1\"><c><v>1</v></c><c><v>2</v></c></row>"
            + "<row r=\"2\" hidden=\"1\"><c><v>1</v></c></row><row r=\"3\" hidden=\"1\"><c><v>1</v></c></row>"
            + "<row r=\"4\" hidden=\"1\"/></sheetData>";
    Map<String, String> parts = parts(sheet);
    parts.computeIfPresent(
        "xl/workbook.xml",
        (n, xml) -> xml.replace("<sheet name", "<sheet state=\"veryHidden\" name"));
    SourceFile file = read(zip(parts));
    assertThat(texts(file)).hasSize(3);
    assertThat(file.findings()).hasSize(1);
    assertThat(file.findings().get(0).rule()).isEqualTo("FIL-015");
    assertThat(file.findings().get(0).params())
        .containsEntry("detail", "Ventes, Ventes!2:3, Ventes!B:B");
  }

  @Test
  void leavesOutEmptySheetsUnlessThereIsNoOther() throws Exception {
    assertThat(read(workbook("<sheetData/>")).sheets()).hasSize(1);
    Map<String, String> parts = parts("<sheetData/>");
    parts.put("xl/worksheets/sheet2.xml", parts(full()).get("xl/worksheets/sheet1.xml"));
    parts.computeIfPresent(
        "xl/workbook.xml",
        (n, xml) -> xml.replace("</sheets>", "<sheet name=\"Deux\" r:id=\"v\"/></sheets>"));
    parts.computeIfPresent(
        "xl/_rels/workbook.xml.rels",
        (n, xml) ->
            xml.replace(
                "</Relationships>",
                "<Relationship Id=\"v\" Type=\"x/worksheet\" Target=\"worksheets/../worksheets/sheet2.xml\"/></Relationships>"));
    assertThat(read(zip(parts)).sheets()).extracting(SourceSheet::name).containsExactly("Deux");
  }

  private static String full() {
    return "<sheetData><row><c><v>1</v></c></row></sheetData>";
  }

  @Test
  void refusesTooManyColumnsAndRows() {
    assertThat(refusal(cells("<c r=\"KN1\"><v>1</v></c>"))).contains("colonnes = 300 (max 200)");
    assertThat(
            refusal(
                workbook("<sheetData><row r=\"2001\"><c><v>1</v></c></row></sheetData>"),
                Limits.defaults().with(1 << 20, 2_000, 200)))
        .contains("lignes = 2\u00a0001 (max 2\u00a0000)");
    assertThat(refusal(cells("<c t=\"inlineStr\"><is><t>" + "x".repeat(32_768) + "</t></is></c>")))
        .contains("caractères dans une cellule");
  }

  @Test
  void refusesEntitiesOfEveryKind() {
    Map<String, String> parts = parts(full());
    parts.computeIfPresent(
        "xl/worksheets/sheet1.xml",
        (n, xml) -> "<!DOCTYPE worksheet [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>" + xml);
    assertThat(refusal(zip(parts))).isEqualTo(DAMAGED);
  }

  @Test
  void aByteOrderMarkAndADeclarationAreNoContent() throws Exception {
    String declared = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    for (String before : List.of("\uFEFF", declared, "\uFEFF" + declared)) {
      Map<String, String> parts = parts(full());
      List<List<String>> plain = texts(read(zip(parts)));
      parts.computeIfPresent("xl/worksheets/sheet1.xml", (n, xml) -> before + xml);
      assertThat(texts(read(zip(parts)))).as(before).isEqualTo(plain);
    }
  }

  @Test
  void refusesMarkupThatWouldFillTheMemory() {
    String long1 = "<sheetData x=\"" + random(1_500_000).replace("<", "") + "\"/>";
    assertThat(refusal(workbook(long1))).startsWith("FIL-0");
    assertThat(refusal(workbook("<!-- " + random(2_000_000) + " -->" + full()))).isEqualTo(DAMAGED);
    assertThat(refusal(workbook("<a>".repeat(300) + "</a>".repeat(300)))).isEqualTo(DAMAGED);
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      names.append("<n").append(i).append("/>");
    }
    assertThat(refusal(workbook(names.toString()))).isEqualTo(DAMAGED);
  }

  /** Text that does not pack well, with brackets in it. */
  private static String random(int length) {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    random.ints(length, 'a', 'z').forEach(c -> text.append((char) c).append(c == 'b' ? "<a>" : ""));
    return text.toString();
  }
}
