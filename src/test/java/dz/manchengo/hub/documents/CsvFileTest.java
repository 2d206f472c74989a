package dz.manchengo.hub.documents;

import static dz.manchengo.hub.documents.ReadingSamples.read;
import static dz.manchengo.hub.documents.ReadingSamples.refusal;
import static dz.manchengo.hub.documents.ReadingSamples.rows;
import static dz.manchengo.hub.documents.ReadingSamples.texts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.FileReader.Limits;
import dz.manchengo.hub.documents.FileReader.ReadingHints;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
  private static final String SMALL = "Réf;Désignation;Qté\n1;Fromage à pâte;2\n";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16"})
  void readsEveryUsualEncoding(String charset) throws Exception {
    assertThat(texts(read(SMALL, charset)))
        .containsExactly(List.of("Réf", "Désignation", "Qté"), List.of("1", "Fromage à pâte", "2"));
  }

  @Test
  void takesArabicInItsCodePage() throws Exception {
    SourceFile file = read("الرقم;المنتج;الكمية\n1;حليب;2\n", "windows-1256");
    assertThat(file.detected()).containsEntry("{reason.read.encoding}", "windows-1256");
    assertThat(texts(file).get(1)).containsExactly("1", "حليب", "2");
  }

  @Test
  void saysWhatItFoundOut() throws Exception {
    assertThat(read("\uFEFF" + SMALL).detected())
        .containsExactly(
            entry("Format", "CSV"),
            entry("{reason.read.encoding}", "UTF-8 (BOM)"),
            entry("{reason.read.separator}", "{reason.read.semicolon}"));
  }

  @Test
  void refusesBytesThatNoEncodingExplains() {
    assertThat(refusal("Désignation;\u0081\n".getBytes(StandardCharsets.ISO_8859_1)))
        .startsWith("FIL-008");
    assertThat(refusal(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xE9}))
        .startsWith("FIL-008");
  }

  @Test
  void takesTheEncodingOfTheFeed() throws Exception {
    byte[] content = "é;b;c".getBytes(Charset.forName("IBM850"));
    SourceFile file = read(content, new ReadingHints("IBM850", null), Limits.defaults());
    assertThat(texts(file)).containsExactly(List.of("é", "b", "c"));
  }

  @Test
  void repairsDoubleEncodingOnlyWhereItIsSure() throws Exception {
    SourceFile file = read("FacturÃ© nÂ° 12;lâ€™usine;«CAFÉ»;Ã ;Ø±\n");
    assertThat(texts(file).get(0)).startsWith("Facturé n° 12", "l’usine", "«CAFÉ»").endsWith("Ø±");
    assertThat(file.findings()).hasSize(1);
    assertThat(RuleBook.message(file.findings().get(0), Locale.FRENCH))
        .startsWith("Accents mal encodés corrigés (2 cellules");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '~',
      value = {
        "a;b;c/1,5;2,5;3,5!{reason.read.semicolon}",
        "a,b,c/1.5,2.5,3!{reason.read.comma}",
        "a\tb\tc/1,5\t2,5\t3,5!{reason.read.tab}",
        "a|b|c/1|2|3!{reason.read.bar}",
        "titre/a;b/1,5;2!{reason.read.semicolon}",
        "\"a;b;c\",d,e/1,2,3!{reason.read.comma}",
        "seul!{reason.read.semicolon}",
        "a,b/1,2!{reason.read.comma}"
      })
  void findsTheDelimiter(String lines, String delimiter) throws Exception {
    assertThat(read(lines.replace('/', '\n').replace("\\t", "\t")).detected())
        .containsEntry("{reason.read.separator}", delimiter);
  }

  @Test
  void obeysTheFilesOwnDeclarationAndCountsItsRow() throws Exception {
    SourceSheet sheet = read("sep=#\r\na;1#b\r\n").sheets().get(0);
    assertThat(texts(sheet)).containsExactly(List.of(), List.of("a;1", "b"));
    assertThat(rows(sheet).get(1).number()).isEqualTo(2);
  }

  @Test
  void takesTheDelimiterOfTheFeed() throws Exception {
    SourceFile file =
        read(
            "a:b".getBytes(StandardCharsets.UTF_8), new ReadingHints(null, ':'), Limits.defaults());
    assertThat(texts(file)).containsExactly(List.of("a", "b"));
  }

  @Test
  void numbersRowsAsExcelDoes() throws Exception {
    SourceSheet sheet = read("a;b;c\n\n\"deux\nlignes\";2;3\r\n4;5;6\n;;;\n\n").sheets().get(0);
    assertThat(rows(sheet)).extracting(SourceRow::number).containsExactly(1, 2, 3, 4);
    assertThat(rows(sheet).get(1).isBlank()).isTrue();
    assertThat(rows(sheet).get(2).cell(0).text()).isEqualTo("deux\nlignes");
  }

  @Test
  void namesTheRowWhereAQuoteWasLeftOpen() {
    assertThat(refusal("a;b;c\n1;\"2;3\n4;5;6\n"))
        .isEqualTo(
            "FIL-001 Fichier illisible : un guillemet ouvert à la ligne 2 n'est jamais refermé");
    assertThat(refusal("a;b;\"")).contains("ligne 1");
  }

  @Test
  void readsQuotesAsExcelDoes() throws Exception {
    assertThat(texts(read("Tube 5\";\"a\"bc;\"d\"\"e\"\n")))
        .containsExactly(List.of("Tube 5\"", "abc", "d\"e"));
  }

  @Test
  void refusesALostQuoteThatMayHaveSwallowedRows() {
    assertThat(refusal("a;b;c\n1;\"deux;3\n4;\"cinq\";6\n"))
        .isEqualTo("FIL-001 Fichier illisible : guillemets mal placés à la ligne 2");
  }

  @Test
  void countsColumnsToTheLastFilledOne() throws Exception {
    assertThat(texts(read("a;b;c" + ";".repeat(300)))).containsExactly(List.of("a", "b", "c"));
    assertThat(refusal("x" + ";x".repeat(299)))
        .isEqualTo("FIL-011 Fichier trop volumineux : colonnes = 300 (max 200)");
  }

  @Test
  void refusesTooManyRowsButNotBlankOnes() throws Exception {
    Limits limits = Limits.defaults().with(1 << 20, 2_000, 200);
    assertThat(refusal("a;b;c\n".repeat(2_001).getBytes(UTF_8), limits))
        .startsWith("FIL-011")
        .contains("lignes = 2\u00a0001");
    assertThat(rows(read("a;b;c\n" + "\n".repeat(300_000)).sheets().get(0))).hasSize(1);
  }

  @Test
  void refusesAnOverlongField() {
    assertThat(refusal("a;b;" + "c".repeat(32_768)))
        .isEqualTo(
            "FIL-011 Fichier trop volumineux : caractères dans une cellule = 32\u00a0768 (max 32\u00a0767)");
    assertThat(refusal("a;b;\"" + "c\n".repeat(5_000_000) + "\"")).startsWith("FIL-011");
  }

  @Test
  void takesSpacesOfEveryKindForABlankCell() throws Exception {
    assertThat(rows(read("a; \u00A0\u202F\u200B;c").sheets().get(0)).get(0).cell(1).isBlank())
        .isTrue();
  }

  @Test
  void givesItsRowsAgainAndAgain() throws Exception {
    String row = "F-2026-00012;2026-03-04;Client numéro 12;0,125;12 345,67;19;x;y;z;t\n";
    SourceSheet sheet = read(row.repeat(20_000)).sheets().get(0);
    assertThat(rows(sheet)).hasSize(20_000).isEqualTo(rows(sheet));
  }

  @Test
  void aQuoteLeftOpenOnTheFirstRowIsSaidInsteadOfAnotherDelimiter() {
    assertThat(
            refusal(
                "N° facture;Désignation;Quantité;Prix\nF-1;\"Yaourt;1,5;10,50\nF-2;Lait;2,5;11,50\nF-3;Lait;2,5;11,50\n"))
        .startsWith("FIL-001");
  }

  /** How programs write texts so that a spreadsheet leaves them as they are. */
  @Test
  void aFormulaThatIsATextIsThatText() throws Exception {
    assertThat(
            texts(
                    read(
                        "a;b;c;d\n=\"0017\";\"=\"\"F-2\"\"\";=\"a\"\"b\"\"\";=\"a\"&\"b\"\n"
                            + "=\"\";=1+1;=\"a;x\n"))
                .subList(1, 3))
        .containsExactly(
            List.of("0017", "F-2", "a\"b\"", "=\"a\"&\"b\""), List.of("", "=1+1", "=\"a", "x"));
  }

  /**
   * A spreadsheet that separates by semicolons has saved it: lines with quotes are one cell now.
   */
  @Test
  void aLineInOneCellIsReadLikeTheOthers() throws Exception {
    SourceFile file =
        read(
            """
            N°,Client,Qté,PU
            "F-1,Crêperie,""31,138"",2110"
            F-2,Cantine,118,410
            "F-3,""Fromage, tranché"",88,45.5"
            "Note, sans suite"
            """);
    assertThat(texts(file).subList(1, 5))
        .containsExactly(
            List.of("F-1", "Crêperie", "31,138", "2110"),
            List.of("F-2", "Cantine", "118", "410"),
            List.of("F-3", "Fromage, tranché", "88", "45.5"),
            List.of("Note, sans suite"));
    assertThat(file.findings())
        .extracting(Finding::rule, finding -> finding.params().get("n"))
        .containsExactly(org.assertj.core.groups.Tuple.tuple("FIL-056", "2"));
  }
}
