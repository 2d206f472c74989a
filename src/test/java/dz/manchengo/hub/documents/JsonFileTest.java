package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dz.manchengo.hub.documents.FileReader.Limits;
import dz.manchengo.hub.documents.FileReader.ReadingHints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFileTest {
  @TempDir Path folder;

  @Test
  void anObjectALineIsARowWithTheNumberOfItsLine() throws Exception {
    assertThat(rows("{\"invoice_no\":\"007\",\"qty\":1.50}\n\n{\"qty\":2,\"note\":\"x\"}\n"))
        .containsExactly("0 invoice_no|qty|note", "1 007|1.50", "3 |2|x");
  }

  @Test
  void aDocumentHasARowForEachOfItsLines() throws Exception {
    assertThat(
            rows(
                """
                [
                  {"no": "A", "note": "h", "customer": {"code": "C1"}, "lines": [
                    {"qty": 1, "note": "a"},
                    {"qty": 2}
                  ]},
                  {"no": "B", "lines": []}
                ]
                """))
        .containsExactly(
            "0 no|note|customer.code|qty|lines.note", "3 A|h|C1|1|a", "4 A|h|C1|2", "6 B");
  }

  @Test
  void aFieldSpeltInTwoWaysInTwoObjectsIsOneColumn() throws Exception {
    assertThat(
            rows(
                """
                {"invoice_no":"A","unit_price":1,"customer":{"code":"C1"},"my_key":1}
                {"invoiceNo":"B","unitPrice":2,"customer_code":"C2","myKey":2}
                {"invoice_no":"C","invoiceNo":"C","unit_price":null,"unitPrice":3}
                """))
        .containsExactly(
            "0 invoice_no|unit_price|customer.code|my_key|myKey",
            "1 A|1|C1|1",
            "2 B|2|C2||2",
            "3 C|3");
  }

  @Test
  void twoSpellingsInOneObjectThatDifferRefuseThatObject() throws Exception {
    List<SourceRow> rows =
        read(
            """
            {"invoice_no":"A","qty":1}
            {"invoice_no":"B","invoiceNo":"C","qty":1}
            {"invoiceNo":"D","qty":1}
            """);
    assertThat(rows).hasSize(4);
    assertThat(rows.get(2).cell(0)).isInstanceOf(Cell.Broken.class);
    assertThat(((Cell.Broken) rows.get(2).cell(0)).reason()).isEqualTo("reason.json.differ");
    assertThat(((Cell.Broken) rows.get(2).cell(0)).detail()).isEqualTo("invoice_no / invoiceNo");
    assertThat(rows.get(3).cell(1).text()).isEqualTo("D");
  }

  @Test
  void aLineThatSpellsAKeyOfItsHeaderOtherwiseHasItsOwn() throws Exception {
    assertThat(rows("{\"total_ht\":3,\"lines\":[{\"totalHt\":1},{\"totalHt\":2}]}\n{\"no\":1}"))
        .startsWith("0 Ligne du fichier|total_ht|lines.total_ht|no", "1 1|3|1", "2 1|3|2");
  }

  @Test
  void oneObjectAloneMayGoOverManyLines() throws Exception {
    assertThat(rows("{\n  \"no\": \"A\",\n  \"tags\": [1, \"b\", null]\n}\n"))
        .containsExactly("0 no|tags", "1 A|1, b,");
    assertThat(rows("{\"no\": \"A\", \"c\": {\"k\": 1},  \n \"lines\": [{\"qty\": 2}]}\n"))
        .as("its first line ends at a comma")
        .containsExactly("0 no|c.k|qty", "2 A|1|2");
  }

  @Test
  void severalRowsOnOneLineSayOnWhichOne() throws Exception {
    assertThat(rows("{\"no\":\"A\",\"items\":[{\"q\":1},{\"q\":2}]}\n{\"no\":\"B\"}\n"))
        .containsExactly("0 Ligne du fichier|no|q", "1 1|A|1", "2 1|A|2", "3 2|B");
  }

  @Test
  void aNumberIsWhatItSaysAndAMarkOfTheCharsetIsNoText() throws Exception {
    assertThat(rows("\uFEFF{\"q\":0.1000000000000000055511151231257827,\"p\":1e3}\n"))
        .containsExactly("0 q|p", "1 0.1000000000000000055511151231257827|1000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"no\":\"A\",\"no\":\"B\"} | la clé « no » y figure deux fois",
        "{\"no\":\"A\",\"qty\":NaN} | ce n'est pas du JSON valide",
        "{\"no\":\"A\",\"qty\":1,} | ce n'est pas du JSON valide",
        "{\"no\":\"A\",\"qty\":1e999999999} | le nombre « 1e999999999 » est démesuré",
        "{\"no\":\"A\",\"name\":\"\\ud800\"} | un caractère Unicode est incomplet",
        "{\"no\":\"A\",\"name\":\"cut | le texte s'arrête au milieu",
        "{\"no\":\"A\"} {} | il y a autre chose derrière",
        "[1] | ce n'est pas un objet",
      })
  void aBrokenLineIsARowOfItsOwn(String line, String why) throws Exception {
    List<SourceRow> rows = read("{\"no\":\"X\",\"qty\":1}\n" + line + "\n{\"no\":\"Y\"}\n");
    assertThat(rows).hasSize(4);
    assertThat(rows.get(2).number()).isEqualTo(2);
    Cell.Broken broken = (Cell.Broken) rows.get(2).cell(0);
    DataRow data =
        new DataRow(
            Place.row("", 2),
            java.util.List.of(),
            new Grouping("no", false, Grouping.Part.WHOLE, java.util.Set.of()));
    data.tellBroken(broken);
    assertThat(RuleBook.message(data.findings().get(0), Locale.FRENCH))
        .startsWith("Ligne 2 illisible : ")
        .contains(why)
        .doesNotContain("{detail}", "reason.");
  }

  @Test
  void bytesThatAreNotUtf8BreakTheirLineOnly() throws Exception {
    byte[] bytes = "{\"no\":\"A\"}\n{\"no\":\"\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(read(bytes).get(2).cell(0)).isInstanceOf(Cell.Broken.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{\"a\":1},\\n{\"a\":1,}] | JSON illisible à la ligne 2 : ce n'est pas du JSON valide",
        "[1,2] | JSON illisible à la ligne 1 : ce n'est pas un objet",
        "[{\"a\":1} | JSON illisible à la ligne 1 : le texte s'arrête au milieu",
        "[] | Fichier illisible : le fichier JSON ne contient aucun objet",
        "{\\n\"a\":1 | JSON illisible à la ligne 2 : le texte s'arrête au milieu",
      })
  void behindAFaultInOtherJsonNothingIsSure(String text, String sentence) {
    assertThat(refusal(text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8)))
        .startsWith(sentence);
  }

  @Test
  void depthIsLimited() throws Exception {
    assertThat(refusal("[".repeat(100_000).getBytes(StandardCharsets.UTF_8))).contains("JSON");
    List<SourceRow> rows = read("{\"a\":1}\n{\"a\":" + "[".repeat(100_000) + "}\n");
    assertThat(((Cell.Broken) rows.get(2).cell(0)).reason()).isEqualTo("reason.json.deep");
  }

  /** JSONTestSuite, where it lies beside the checkout: nothing but sentences comes out. */
  @Test
  void theTestSuiteIsReadOrRefused() throws Exception {
    int read = 0;
    for (Path file : OutsideData.files("json-torture")) {
      try {
        read += read(Files.readAllBytes(file)).size();
      } catch (UnreadableFile e) {
        assertThat(RuleBook.message(e.finding(), Locale.FRENCH)).doesNotContain("reason.", "null");
      }
    }
    assertThat(read).isPositive();
  }

  private List<String> rows(String text) throws Exception {
    return read(text).stream()
        .map(
            row ->
                row.number()
                    + " "
                    + String.join("|", row.cells().stream().map(c -> c.text().strip()).toList()))
        .toList();
  }

  private List<SourceRow> read(String text) throws Exception {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<SourceRow> read(byte[] bytes) throws UnreadableFile, IOException {
    Path file = Files.write(folder.resolve("f.json"), bytes);
    FileReader reader = new FileReader(Limits.defaults(), folder);
    try (SourceFile read = reader.read(file, "f.json", ReadingHints.NONE)) {
      List<SourceRow> rows = new ArrayList<>();
      read.sheets().get(0).read(rows::add);
      return rows;
    }
  }

  private String refusal(byte[] bytes) {
    UnreadableFile refused = catchThrowableOfType(UnreadableFile.class, () -> read(bytes));
    return RuleBook.message(refused.finding(), Locale.FRENCH);
  }
}
