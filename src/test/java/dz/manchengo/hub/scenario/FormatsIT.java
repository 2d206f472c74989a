package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.headers;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;
import static dz.manchengo.hub.scenario.InvoiceText.lines;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;

/** Old workbooks, archives, and files that come in two halves. */
class FormatsIT extends InProcessHub {
  @Test
  void twoHalvesOfOnePairAreOneSubmission() throws IOException {
    HUB.drop("paire_lignes.csv", lines("PAIRE-1"));
    HUB.drop("paire_entete.csv", headers("PAIRE-1"));
    String name = "paire_entete.csv + paire_lignes.csv";
    Acknowledgement answer = HUB.awaitAcknowledgement(name);
    assertThat(answer.status()).as(answer.sentence()).isEqualTo("POSTED");
    assertThat(invoicesOf(name)).containsExactly("PAIRE-1");
    assertThat(archived(name)).startsWith('P', 'K');
    assertThat(number("SELECT count(*) FROM submission WHERE original_name LIKE 'paire\\_%'"))
        .isEqualTo(1);
    assertThat(HUB.files("inbox")).noneMatch(file -> file.contains("paire"));

    HUB.drop("paire_entete.csv", headers("PAIRE-1"));
    HUB.drop("paire_lignes.csv", lines("PAIRE-1"));
    assertThat(HUB.awaitAcknowledgement(name + ".2").status()).isEqualTo("DUPLICATE");
    HUB.drop("paire_entete.csv", headers("PAIRE-2"));
    HUB.drop("paire_lignes.csv", lines("PAIRE-2"));
    assertThat(HUB.awaitAcknowledgement(name + ".3").status()).isEqualTo("POSTED");
    assertThat(invoicesOf(name)).containsExactly("PAIRE-2");
  }

  @Test
  void halfAPairThatStaysAloneIsToldWhatItLacks() {
    HUB.drop("seule_lignes.csv", lines("SEULE-1"));
    Acknowledgement answer = HUB.awaitAcknowledgement("seule_lignes.csv");
    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(rulesOf("seule_lignes.csv")).containsExactly("FIL-014");
    assertThat(answer.sentence()).contains("« seule_entete.csv »").contains("envoyer les deux");
  }

  /** A whole file waits for nobody, whatever its name. */
  @Test
  void aWholeFileWithSuchANameIsTakenAtOnce() {
    HUB.drop("toutes_lignes.csv", file(invoice("TOUTES-1", 2)));
    assertThat(HUB.awaitAcknowledgement("toutes_lignes.csv").status()).isEqualTo("POSTED");
  }

  @Test
  void aPairInAnArchiveIsReadAsTwoSheets() throws IOException {
    HUB.drop(
        "paire.zip",
        zip("x_header.csv", headers("ZIPPAIRE-1"), "x_lines.csv", lines("ZIPPAIRE-1")));
    Acknowledgement answer = HUB.awaitAcknowledgement("paire.zip");
    assertThat(answer.status()).as(answer.sentence()).isEqualTo("POSTED");
    assertThat(invoicesOf("paire.zip")).containsExactly("ZIPPAIRE-1");
  }

  @Test
  void refusedRowsOfAnArchiveNameTheirFileAndComeBackCorrected() throws IOException {
    String january = file(invoice("ZIPA-1", 2), invoice("ZIPA-2", 1).with(0, "Qté", "douze"));
    String february = file(invoice("ZIPB-1", 1).with(0, "Qté", "treize"), invoice("ZIPB-2", 3));
    HUB.drop(
        "mois.zip",
        zip("2026/janvier.csv", january, "2026/fevrier.csv", february, "note.pdf", "%PDF-1"));
    Acknowledgement answer = HUB.awaitAcknowledgement("mois.zip");
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(invoicesOf("mois.zip")).containsExactly("ZIPA-1", "ZIPB-2");
    assertThat(rulesOf("mois.zip")).contains("FIL-023");
    List<List<String>> rows = answer.cells(Acknowledgement.CORRECT);
    int sheet = rows.get(0).indexOf("Hub : feuille");
    assertThat(rows.stream().skip(1).map(row -> row.get(sheet) + " " + row.get(sheet + 1)))
        .containsExactly("2026/janvier.csv 4", "2026/fevrier.csv 2");

    int quantity = rows.get(0).indexOf("Qté");
    for (int i = 1; i <= 2; i++) {
      answer.correction().getRow(i).getCell(quantity).setCellValue(7);
    }
    HUB.drop("mois-corrige.xlsx", answer.bytes());
    assertThat(HUB.awaitAcknowledgement("mois-corrige.xlsx").status()).isEqualTo("POSTED");
    assertThat(invoicesOf("mois-corrige.xlsx")).containsExactly("ZIPA-2", "ZIPB-1");
  }

  /** It is the second half of a table that was cut in two. */
  @Test
  void aSheetThatGoesOnWithoutAHeaderRefusesTheFile() throws IOException {
    String rows = file(invoice("SUITE-1", 1), invoice("SUITE-2", 2));
    String rest = rows.substring(rows.indexOf('\n') + 1).replace("SUITE-", "SUITE-X");
    HUB.drop("suite.xls", oldWorkbook(rows, rest));
    Acknowledgement answer = HUB.awaitAcknowledgement("suite.xls");
    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(rulesOf("suite.xls")).containsExactly("FIL-045");
    assertThat(answer.sentence()).contains("continue le tableau de « Feuille 1 »");

    HUB.drop("note.xls", oldWorkbook(rows, "Famille;Part;Rang\nFromage;12;1\n", "Fait par;Amel"));
    assertThat(HUB.awaitAcknowledgement("note.xls").status()).isEqualTo("POSTED");
    assertThat(rulesOf("note.xls")).containsOnlyOnce("FIL-044");
  }

  /** What is no such table is told, what is one and cannot be read refuses all. */
  @Test
  void anotherTableInAnArchiveIsToldAndTheRestPosted() throws IOException {
    String other = "Famille;Part;Rang\nFromage;12;1\n";
    HUB.drop("autre.zip", zip("bon.csv", file(invoice("AUTRE-1", 1)), "stat.csv", other));
    assertThat(HUB.awaitAcknowledgement("autre.zip").status()).isEqualTo("POSTED");
    assertThat(rulesOf("autre.zip")).contains("FIL-023").doesNotContain("FIL-044");
  }

  @Test
  void oneFileAtFaultRefusesTheArchiveByItsName() throws IOException {
    HUB.drop("faute.zip", zip("bon.csv", file(invoice("FAUTE-1", 1)), "cassé.csv", "a;\"b\n"));
    Acknowledgement answer = HUB.awaitAcknowledgement("faute.zip");
    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(answer.sentence()).contains("guillemet").contains("(cassé.csv)");
    assertThat(number("SELECT count(*) FROM invoice WHERE invoice_no = 'FAUTE-1'")).isZero();
  }

  @Test
  void oldWorkbooksAndPackedFilesAreFilesLikeOthers() throws IOException {
    HUB.drop("ancien.xls", oldWorkbook(file(invoice("ANCIEN-1", 2))));
    HUB.drop("serre.csv.gz", gzip(file(invoice("SERRE-1", 2))));
    Acknowledgement old = HUB.awaitAcknowledgement("ancien.xls");
    assertThat(old.status()).as(old.sentence()).isEqualTo("POSTED");
    assertThat(old.value("Format")).isEqualTo("XLS");
    Acknowledgement packed = HUB.awaitAcknowledgement("serre.csv.gz");
    assertThat(packed.status()).as(packed.sentence()).isEqualTo("POSTED");
    assertThat(packed.value("Format")).isEqualTo("GZIP (CSV)");
  }

  @Test
  void tabsAndBarsPartFieldsToo() {
    HUB.drop("onglets.tsv", file(invoice("TAB-1", 2)).replace(';', '\t'));
    HUB.drop("barres.txt", file(invoice("BARRE-1", 2)).replace(';', '|'));
    assertThat(HUB.awaitAcknowledgement("onglets.tsv").status()).isEqualTo("POSTED");
    assertThat(HUB.awaitAcknowledgement("barres.txt").status()).isEqualTo("POSTED");
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] oldWorkbook(String... sheets) throws IOException {
    try (Workbook book = new HSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      for (String csv : sheets) {
        var sheet = book.createSheet("Feuille " + (book.getNumberOfSheets() + 1));
        for (String line : csv.lines().toList()) {
          Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
          for (String cell : line.split(";", -1)) {
            row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(cell);
          }
        }
      }
      book.write(bytes);
      return bytes.toByteArray();
    }
  }
}
