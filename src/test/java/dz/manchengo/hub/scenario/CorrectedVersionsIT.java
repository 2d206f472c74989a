package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Two versions of one document, which stand below each other on the sheet to correct. */
class CorrectedVersionsIT extends InProcessHub {
  private static final List<String> HEADER =
      List.of(
          "N° facture",
          "Date facture",
          "Client",
          "Désignation",
          "Qté",
          "Prix unitaire HT",
          "TVA %");

  private static void fill(Sheet sheet, String quantity) {
    List<List<String>> rows =
        List.of(
            HEADER,
            List.of("CV-1", "15/10/2026", "Atlas CV", "Gouda CV", quantity, "100,00", "19"),
            List.of("CV-1", "15/10/2026", "Atlas CV", "Edam CV", "1", "100,00", "19"));
    for (int i = 0; i < rows.size(); i++) {
      Row row = sheet.createRow(i);
      for (int k = 0; k < rows.get(i).size(); k++) {
        row.createCell(k).setCellValue(rows.get(i).get(k));
      }
    }
  }

  @Test
  void theyAreAskedAboutUntilOneIsTakenOut() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      fill(book.createSheet("Octobre"), "10");
      fill(book.createSheet("Octobre corrigé"), "8");
      book.write(file);
    }
    HUB.drop("versions.xlsx", file.toByteArray());
    Acknowledgement answer = HUB.awaitAcknowledgement("versions.xlsx");
    for (String name : List.of("versions-retour.xlsx", "versions-encore.xlsx")) {
      HUB.drop(name, answer.bytes());
      answer = HUB.awaitAcknowledgement(name);
      assertThat(answer.status()).as(name).isEqualTo("REJECTED");
      assertThat(rulesOf(name)).containsOnlyOnce("FIL-027");
    }
    Sheet sheet = answer.correction();
    sheet.removeRow(sheet.getRow(1));
    sheet.removeRow(sheet.getRow(2));
    HUB.drop("versions-une.xlsx", answer.bytes());

    assertThat(HUB.awaitAcknowledgement("versions-une.xlsx").status()).isEqualTo("POSTED");
    assertThat(amount("SELECT comp_ht FROM invoice WHERE invoice_no = 'CV-1'"))
        .isEqualByComparingTo("900");
  }

  /** How the file was read, and what was asked, stands in the columns that are gone. */
  @Test
  void aSheetWithoutTheHubsColumnsIsNotGuessedAt() throws IOException {
    HUB.drop(
        "sans-colonnes.csv",
        """
        N° facture;Date facture;Client;Désignation;Quantité;Prix unitaire HT;TVA %
        SCV-1;10/25/2026;Atlas SC;Gouda SC;1;1000,00;19
        SCV-2;11/04/2026;Bahia SC;Gouda SC;1;1000,00;19
        """);
    Acknowledgement answer = HUB.awaitAcknowledgement("sans-colonnes.csv");
    int received = answer.cells("À corriger").get(0).size() - 4; // « Hub : valeur reçue … »
    for (Row row : answer.correction()) {
      row.removeCell(row.getCell(received));
    }
    HUB.drop("sans-note-retour.xlsx", answer.bytes());
    assertThat(HUB.awaitAcknowledgement("sans-note-retour.xlsx").sentence())
        .contains("sans ses colonnes « Hub : … »");
    for (Row row : answer.correction()) {
      for (int i = row.getLastCellNum() - 1; i >= 7; i--) {
        if (row.getCell(i) != null) {
          row.removeCell(row.getCell(i));
        }
      }
    }
    HUB.drop("sans-colonnes-retour.xlsx", answer.bytes());

    Acknowledgement second = HUB.awaitAcknowledgement("sans-colonnes-retour.xlsx");
    assertThat(second.status()).isEqualTo("REJECTED");
    assertThat(second.sentence()).contains("sans ses colonnes « Hub : … »");
  }

  @Test
  void aTitleThatSomebodyPutAboveIsNoMatter() throws IOException {
    HUB.drop(
        "au-dessus.csv",
        """
        N° facture;Date facture;Client;Désignation;Quantité;Prix unitaire HT;TVA %
        AD-1;25/10/2026;Atlas AD;Gouda AD;douze;1000,00;19
        """);
    Acknowledgement answer = HUB.awaitAcknowledgement("au-dessus.csv");
    Sheet sheet = answer.correction();
    sheet.getRow(1).getCell(4).setCellValue(12);
    sheet.shiftRows(0, sheet.getLastRowNum(), 2);
    sheet.createRow(0).createCell(0).setCellValue("Corrigé par la comptabilité");
    HUB.drop("au-dessus-retour.xlsx", answer.bytes());

    assertThat(HUB.awaitAcknowledgement("au-dessus-retour.xlsx").status()).isEqualTo("POSTED");
    assertThat(amount("SELECT comp_ht FROM invoice WHERE invoice_no = 'AD-1'"))
        .isEqualByComparingTo("12000");
  }

  /** Saved as CSV by a French Excel, a number that was typed has a comma. */
  @Test
  void aCommaThatSomebodyTypedAmongPointsIsAskedAbout() throws IOException {
    HUB.drop(
        "points.csv",
        """
        N° facture;Date facture;Client;Désignation;Quantité;Prix unitaire HT;TVA %
        CVP-1;25/10/2026;Atlas CVP;Gouda CVP;2.5;1000.50;19
        CVP-2;25/10/2026;Atlas CVP;Gouda CVP;six;4,500.25;19
        """);
    Acknowledgement answer = HUB.awaitAcknowledgement("points.csv");
    answer.correction().getRow(1).getCell(4).setCellValue("6,371");
    HUB.drop("points-retour.xlsx", answer.bytes());

    Acknowledgement second = HUB.awaitAcknowledgement("points-retour.xlsx");
    assertThat(second.status()).isEqualTo("REJECTED");
    assertThat(rulesOf("points-retour.xlsx")).containsOnlyOnce("FMT-003");
    second.correction().getRow(1).getCell(4).setCellValue("6,3710");
    HUB.drop("points-encore.xlsx", second.bytes());

    assertThat(HUB.awaitAcknowledgement("points-encore.xlsx").status()).isEqualTo("POSTED");
    assertThat(
            amount(
                "SELECT qty FROM invoice_line JOIN invoice USING (invoice_id) WHERE invoice_no = 'CVP-2'"))
        .isEqualByComparingTo("6.371");
  }
}
