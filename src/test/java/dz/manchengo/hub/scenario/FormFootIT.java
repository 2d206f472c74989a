package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Forms whose totals are a table at their foot, and papers that are called otherwise than their
 * tab.
 */
class FormFootIT extends JournalScenario {
  private static final String FORM =
      """
      Facture N° :;%s;;;
      Date :;05/11/2026;;;
      Client :;SARL Pied;;;
      Désignation;Qté;P.U. HT;TVA %%;Montant HT
      Gouda du pied;2;100,00;19;200,00
      Edam du pied;3;110,00;19;330,00
      ;;;;
      Total HT;TVA 19%%;Total TTC;Timbre;Net à payer
      530,00;100,70;%s;7,00;637,70
      """;

  @Test
  void itsFiguresStandBelowTheirLabels() throws IOException {
    Acknowledgement answer = dropInvoices("pied.csv", FORM.formatted("PIED-1", "630,70"));

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(invoice("PIED-1"))
        .containsEntry("comp_ttc", new BigDecimal("630.70"))
        .containsEntry("decl_ttc", new BigDecimal("630.70"))
        .containsEntry("decl_stamp", new BigDecimal("7.00"))
        .containsEntry("decl_net", new BigDecimal("637.70"))
        .containsEntry("totals_status", "EXACT");
  }

  /** They are compared, and not only left out. */
  @Test
  void oneThatDoesNotAddUpRefusesIt() throws IOException {
    assertThat(dropInvoices("pied-faux.csv", FORM.formatted("PIED-2", "730,70")).status())
        .isEqualTo("REJECTED");
    assertThat(invoicesOf("pied-faux.csv")).isEmpty();
  }

  /** A sale of that amount would be a fault of twice its sum. */
  @ParameterizedTest
  @CsvSource({
    "Facture, AVOIR, N° :, POSTED",
    "Factures, FACTURE D'AVOIR, N° :, POSTED",
    "Feuil1, AVOIR, Facture N° :, REJECTED"
  })
  void whatThePaperIsCalledIsWhatItIs(String tab, String title, String label, String status)
      throws IOException {
    String file = "papier-" + tab + ".xlsx";
    HUB.drop("invoices", file, credit(tab, title, label, "PAP-" + tab.length()));
    Acknowledgement answer = HUB.awaitAcknowledgement("invoices", file);

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo(status);
    if (status.equals("POSTED")) {
      assertThat(invoice("PAP-" + tab.length())).containsEntry("kind", "CREDIT_NOTE");
      assertThat(rulesOf(file)).contains("FIL-030");
    } else {
      assertThat(rulesOf(file)).contains("INV-047");
    }
  }

  private static byte[] credit(String tab, String title, String label, String number)
      throws IOException {
    try (Workbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = book.createSheet(tab);
      fill(sheet, title);
      fill(sheet, label, number);
      fill(sheet, "Date :", "15/11/2026");
      fill(sheet, "Client :", "SARL Papier");
      fill(sheet, "Désignation", "Qté", "P.U. HT", "TVA", "Montant HT");
      fill(sheet, "Gouda du papier", 2.0, 100.0, "19 %", 200.0);
      fill(sheet, "", "", "", "Total HT", 200.0);
      fill(sheet, "", "", "", "TVA 19%", 38.0);
      fill(sheet, "", "", "", "Total TTC", 238.0);
      book.write(out);
      return out.toByteArray();
    }
  }

  private static void fill(Sheet sheet, Object... values) {
    Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Double number) {
        row.createCell(i).setCellValue(number);
      } else {
        row.createCell(i).setCellValue(values[i].toString());
      }
    }
  }
}
