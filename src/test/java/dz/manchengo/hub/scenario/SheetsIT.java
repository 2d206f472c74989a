package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Workbooks of several sheets: which of them are documents. */
class SheetsIT extends InProcessHub {
  private static final String HEADER =
      "N° facture;Date;Raison sociale;Désignation;Quantité;Prix unitaire HT;Taux TVA\n";

  @Test
  void aSheetOfAnotherSourceIsNotPassedOver() throws IOException {
    HUB.drop("feuilles-deux.xlsx", workbook("ACHATS", invoice("FE-1"), "VENTES", invoice("FE-2")));
    HUB.drop("feuilles-mois.xlsx", workbook("Mai", invoice("FE-3"), "Juin", invoice("FE-4")));

    HUB.awaitAcknowledgement("feuilles-deux.xlsx");
    assertThat(rulesOf("feuilles-deux.xlsx")).containsExactly("FIL-033");
    assertThat(HUB.awaitAcknowledgement("feuilles-mois.xlsx").count("Documents créés"))
        .isEqualTo(2);
  }

  @Test
  void aSummaryBesideTheInvoicesIsTold() throws IOException {
    HUB.drop(
        "feuilles-recap.xlsx",
        workbook(
            "Factures",
            invoice("FE-5"),
            "Récap",
            "Mois;Nb factures;Total HT;TVA;Total TTC\nMai;1;100,00;19,00;119,00",
            "Par client",
            "Client;Nb factures;Total HT;Total TTC\nSARL Feuilles;1;100,00;119,00",
            "Par facture",
            "N° facture;Client;Total HT;Total TTC\nFE-5;SARL Feuilles;100,00;119,00"));
    assertThat(HUB.awaitAcknowledgement("feuilles-recap.xlsx").status()).isEqualTo("POSTED");
    assertThat(
            db.sql("SELECT sheet FROM finding WHERE submission_id = :id AND rule_code = 'FIL-044'")
                .param("id", idOf("feuilles-recap.xlsx"))
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("Récap", "Par client", "Par facture");
  }

  /** It may hold invoices, of which the number has a name that nobody knows. */
  @Test
  void aSheetWithDatesOrPricedQuantitiesIsNoSummary() throws IOException {
    String dated = invoice("FE-7").replace("N° facture", "Souche");
    String priced = dated.replace(";Date;", ";Jour de vente;");
    HUB.drop("feuilles-date.xlsx", workbook("Factures", invoice("FE-6"), "Suite", dated));
    HUB.drop("feuilles-prix.xlsx", workbook("Factures", invoice("FE-8"), "Suite", priced));
    for (String name : new String[] {"feuilles-date.xlsx", "feuilles-prix.xlsx"}) {
      HUB.awaitAcknowledgement(name);
      assertThat(rulesOf(name)).containsExactly("FIL-004");
    }
  }

  private static String invoice(String number) {
    return HEADER + number + ";25/03/2026;SARL Feuilles;Lait FE;1;100,00;19";
  }

  /** Names and contents of its sheets in turn. */
  private static byte[] workbook(String... sheets) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      for (int s = 0; s < sheets.length; s += 2) {
        Sheet sheet = book.createSheet(sheets[s]);
        String[] lines = sheets[s + 1].split("\n", -1);
        for (int r = 0; r < lines.length; r++) {
          String[] cells = lines[r].split(";", -1);
          Row row = sheet.createRow(r);
          for (int c = 0; c < cells.length; c++) {
            row.createCell(c).setCellValue(cells[c]);
          }
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }
}
