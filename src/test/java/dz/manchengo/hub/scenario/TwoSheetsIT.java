package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Workbooks with documents on one sheet and what belongs to them on another. */
class TwoSheetsIT extends ProductionScenario {
  @Test
  void aSecondSheetTellsWhatWentIn() throws IOException {
    Object[][] batches = {
      {"N° OF", "Date", "Code produit", "N° lot", "Qté produite", "Unité"},
      {"ZW-1", "12/10/2026", "ZW-P", "ZW-L1", 10, "kg"},
      {"ZW-2", "12/10/2026", "ZW-P", "ZW-L2", 10, "kg"},
    };
    Object[][] inputs = {
      {"N° OF", "Code MP", "N° lot", "Qté consommée", "Unité"},
      {"ZW-1", "ZW-M", "ZW-S1", 6, "kg"},
      {"ZW-1", "ZW-N", "ZW-S2", 5, "kg"},
      {"ZW-9", "ZW-M", "ZW-S1", 11, "kg"},
    };
    Acknowledgement answer = drop("zwei.xlsx", workbook(batches, inputs));
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(findings("zwei.xlsx")).containsExactlyInAnyOrder("3 PRD-004", "4 FIL-014");
    assertThat(edges()).contains("ZW-S1 > ZW-L1", "ZW-S2 > ZW-L1");

    answer
        .book()
        .getSheet(Acknowledgement.CORRECT + " 2")
        .getRow(1)
        .getCell(0)
        .setCellValue("ZW-2");
    assertThat(drop("zwei-corrige.xlsx", answer.bytes()).status()).isEqualTo("POSTED");
    assertThat(edges()).contains("ZW-S1 > ZW-L2");
  }

  /** Both sheets have the same headers: their names tell, and « À corriger » remembers it. */
  @Test
  void outputsAndConsumptionAreToldApartByTheirSheetsToo() throws IOException {
    Object[][] orders = {
      {"N° OF", "Date", "Code produit", "Qté produite"}, {"ZD-1", "12/10/2026", "ZD-P", 11},
    };
    Object[][] inputs = {
      {"N° OF", "Code", "N° lot", "Quantité", "Unité"}, {"ZD-1", "ZD-M", "ZD-S1", 12, "kg"},
    };
    Object[][] outputs = {
      {"N° OF", "Code", "N° lot", "Quantité", "Unité"},
      {"ZD-1", "ZD-P", "ZD-L1", 6, "kg"},
      {"ZD-1", "ZD-P", "ZD-L2", 4, "kg"},
    };
    Acknowledgement answer =
        drop("drei.xlsx", workbook(List.of("OF", "Matières", "Sorties"), orders, inputs, outputs));
    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(findings("drei.xlsx")).contains("2 PRD-027");

    answer.correction().getRow(1).getCell(3).setCellValue(10);
    assertThat(drop("drei-corrige.xlsx", answer.bytes()).status()).isEqualTo("POSTED");
    assertThat(edges()).contains("ZD-S1 > ZD-L1", "ZD-S1 > ZD-L2").doesNotContain("ZD-L1 > ZD-S1");
  }

  @Test
  void invoicesOnTwoSheetsAreJoinedByTheirNumber() throws IOException {
    Object[][] headers = {
      {"N° facture", "Date facture", "Client", "Total HT"},
      {"ZF-1", "12/10/2026", "Amel Zwei", 300},
      {"ZF-2", "12/10/2026", "Amel Zwei", 50},
    };
    Object[][] lines = {
      {"N° facture", "Code article", "Désignation", "Qté", "P.U. HT", "TVA %", "Total HT"},
      {"ZF-1", "ZW-P", "Brie", 2, 100, 19, 200},
      {"ZF-1", "ZW-P", "Brie", 1, 100, 19, 100},
      {"ZF-3", "ZW-P", "Brie", 1, 100, 19, 100},
    };
    HUB.drop("zwei-factures.xlsx", workbook(headers, lines));
    assertThat(HUB.awaitAcknowledgement("zwei-factures.xlsx").status()).isEqualTo("PARTIAL");
    assertThat(invoicesOf("zwei-factures.xlsx")).containsExactly("ZF-1");
    assertThat(amount("SELECT comp_ht FROM invoice WHERE invoice_no = 'ZF-1'"))
        .isEqualByComparingTo("300");
    assertThat(findings("zwei-factures.xlsx")).contains("3 FIL-014", "4 FIL-014");
  }

  /** Both could stand alone: the journal's totals check the lines, and are no lines. */
  @Test
  void aJournalBesideItsDetailsIsTheirControl() throws IOException {
    Object[][] journal = {
      {"N° facture", "Date", "Client", "Montant HT", "TVA", "Total TTC"},
      {"ZJ-1", "12/10/2026", "Amel Zwei", 300, 57, 357},
      {"ZJ-2", "12/10/2026", "Amel Zwei", 50, 9.5, 59.5},
      {"ZJ-3", "12/10/2026", "Amel Zwei", 90, 17.1, 107.1},
    };
    Object[][] lines = {
      {"N° facture", "Date", "Client", "Code article", "Désignation", "Qté", "P.U. HT", "TVA"},
      {"ZJ-1", "12/10/2026", "Amel Zwei", "ZW-P", "Brie", 2, 100, 19},
      {"ZJ-1", "12/10/2026", "Amel Zwei", "ZW-P", "Brie vieux", 1, 100, 19},
      {"ZJ-2", "12/10/2026", "Amel Zwei", "ZW-P", "Brie", 1, 5, 19},
    };
    HUB.drop("zwei-journal.xlsx", workbook(List.of("Journal", "Détail"), journal, lines));
    Acknowledgement answer = HUB.awaitAcknowledgement("zwei-journal.xlsx");
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(invoicesOf("zwei-journal.xlsx")).containsExactlyInAnyOrder("ZJ-1", "ZJ-3");
    assertThat(
            amount(
                "SELECT count(*) FROM invoice_line JOIN invoice USING (invoice_id)"
                    + " WHERE invoice_no = 'ZJ-1'"))
        .isEqualByComparingTo("2");
    assertThat(findings("zwei-journal.xlsx")).contains("2 FIL-057");

    answer.book().getSheet(Acknowledgement.CORRECT + " 2").getRow(1).getCell(6).setCellValue(50);
    HUB.drop("zwei-journal-corrige.xlsx", answer.bytes());
    assertThat(HUB.awaitAcknowledgement("zwei-journal-corrige.xlsx").status()).isEqualTo("POSTED");
    assertThat(invoicesOf("zwei-journal-corrige.xlsx")).containsExactly("ZJ-2");
  }

  /** Totals of heads are none of lines, though one head has lost its number. */
  @Test
  void aHeadWithoutNumberTakesNothingFromTheOthers() throws IOException {
    Object[][] heads = {
      {"N° facture", "Date", "Client", "Total HT", "Total TVA", "Total TTC"},
      {"ZH-1", "12/10/2026", "Amel Zwei", 300, 57, 357},
      {"", "12/10/2026", "Amel Zwei", 400, 76, 476},
      {"ZH-3", "12/10/2026", "Amel Zwei", 90, 17.1, 107.1},
    };
    Object[][] lines = {
      {"N° facture", "Code article", "Désignation", "Qté", "P.U. HT", "TVA %"},
      {"ZH-1", "ZW-P", "Brie", 2, 100, 19},
      {"ZH-1", "ZW-P", "Brie vieux", 1, 100, 19},
      {"ZH-2", "ZW-P", "Brie", 3, 100, 19},
      {"ZH-2", "ZW-P", "Brie vieux", 1, 100, 19},
      {"ZH-3", "ZW-P", "Brie", 1, 90, 19},
    };
    HUB.drop("zwei-kopf.xlsx", workbook(List.of("Factures", "Lignes"), heads, lines));
    Acknowledgement answer = HUB.awaitAcknowledgement("zwei-kopf.xlsx");
    assertThat(invoicesOf("zwei-kopf.xlsx")).containsExactlyInAnyOrder("ZH-1", "ZH-3");
    assertThat(findings("zwei-kopf.xlsx"))
        .filteredOn(finding -> !finding.contains("MDM-"))
        .containsExactlyInAnyOrder("3 INV-001", "4 FIL-014");

    answer.correction().getRow(1).getCell(0).setCellValue("ZH-2");
    HUB.drop("zwei-kopf-corrige.xlsx", answer.bytes());
    assertThat(HUB.awaitAcknowledgement("zwei-kopf-corrige.xlsx").status()).isEqualTo("POSTED");
    assertThat(amount("SELECT comp_ttc FROM invoice WHERE invoice_no = 'ZH-2'"))
        .isEqualByComparingTo("476");
  }

  /** A line whose number was forgotten may be of the one above or of the one below. */
  @Test
  void bothNeighboursWaitForALineWithoutNumber() throws IOException {
    Object[][] heads = {
      {"N° facture", "Date", "Client"},
      {"ZL-1", "12/10/2026", "Amel Zwei"},
      {"ZL-2", "12/10/2026", "Amel Zwei"},
      {"ZL-3", "12/10/2026", "Amel Zwei"},
    };
    Object[][] lines = {
      {"N° facture", "Code article", "Désignation", "Qté", "P.U. HT", "TVA %"},
      {"ZL-1", "ZW-P", "Brie", 2, 100, 19},
      {"ZL-1", "ZW-P", "Brie vieux", 1, 100, 19},
      {"", "ZW-P", "Brie", 3, 100, 19},
      {"ZL-2", "ZW-P", "Brie vieux", 1, 100, 19},
      {"ZL-3", "ZW-P", "Brie", 1, 90, 19},
      {"ZL-3", "ZW-P", "Brie vieux", 1, 90, 19},
    };
    HUB.drop("zwei-linie.xlsx", workbook(List.of("Factures", "Lignes"), heads, lines));
    Acknowledgement answer = HUB.awaitAcknowledgement("zwei-linie.xlsx");
    assertThat(invoicesOf("zwei-linie.xlsx")).containsExactly("ZL-3");
    assertThat(findings("zwei-linie.xlsx"))
        .filteredOn(finding -> !finding.contains("MDM-"))
        .containsExactlyInAnyOrder("2 FIL-060", "4 INV-001", "5 FIL-060");

    Sheet second = answer.book().getSheet(Acknowledgement.CORRECT + " 2");
    for (int i = 1; i <= second.getLastRowNum(); i++) {
      if (second.getRow(i).getCell(0) == null || second.getRow(i).getCell(0).toString().isEmpty()) {
        second.getRow(i).createCell(0).setCellValue("ZL-2");
      }
    }
    HUB.drop("zwei-linie-corrige.xlsx", answer.bytes());
    assertThat(HUB.awaitAcknowledgement("zwei-linie-corrige.xlsx").status()).isEqualTo("POSTED");
    assertThat(amount("SELECT comp_ht FROM invoice WHERE invoice_no = 'ZL-2'"))
        .isEqualByComparingTo("400");
  }

  private List<String> edges() {
    return db.sql(
            "SELECT p.lot_code || ' > ' || c.lot_code FROM v_lot_edge e"
                + " JOIN lot p ON p.lot_id = e.parent_lot_id JOIN lot c ON c.lot_id = e.child_lot_id")
        .query(String.class)
        .list();
  }

  private static byte[] workbook(Object[][]... sheets) throws IOException {
    return workbook(List.of("Feuil1", "Feuil2"), sheets);
  }

  private static byte[] workbook(List<String> names, Object[][]... sheets) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (int n = 0; n < sheets.length; n++) {
        Sheet sheet = book.createSheet(names.get(n));
        for (int i = 0; i < sheets[n].length; i++) {
          fill(sheet.createRow(i), sheets[n][i]);
        }
      }
      book.write(out);
      return out.toByteArray();
    }
  }

  private static void fill(Row row, Object[] cells) {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] instanceof Number number) {
        row.createCell(i).setCellValue(number.doubleValue());
      } else {
        row.createCell(i).setCellValue(cells[i].toString());
      }
    }
  }
}
