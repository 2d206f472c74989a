package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Trial balances: read as accounting programs write them, revised, refused, taken back. */
class LedgerBalancesIT extends UndoScenario {
  private static final Charset EXCEL = Charset.forName("windows-1252");

  private Acknowledgement dropped(String name, byte[] bytes) {
    HUB.drop("ledger-balances", name, bytes);
    return HUB.awaitAcknowledgement("ledger-balances", name);
  }

  private Acknowledgement dropped(String name, String text) {
    return dropped(name, text.getBytes(UTF_8));
  }

  private List<String> balances(String accounts) {
    return db.sql(
            "SELECT account || ' ' || balance_date || ' ' || balance || coalesce(' ' || debit, '')"
                + " || coalesce(' ' || credit, '') || coalesce(' ' || period_from, '')"
                + " FROM ledger_balance WHERE is_current AND account LIKE :accounts"
                + " ORDER BY account, balance_date")
        .param("accounts", accounts)
        .query(String.class)
        .list();
  }

  private static List<String> found(Acknowledgement answer, String rule) {
    return answer.cells("Constats").stream()
        .filter(row -> row.contains(rule))
        .map(row -> String.join(" | ", row).replace('\u00a0', ' ').replace('\u202f', ' '))
        .toList();
  }

  @Test
  void anExportOfExcelIsReadWithItsPeriodAndItsTotals() {
    String text =
        """
        SARL Littoral LBX;;;;;
        Balance générale des comptes;;;;;
        Date de tirage;05/10/2026;;;;
        Exercice;du 01/01/2026 au 31/12/2026;;;;
        Période du 01/09/2026 au 30/09/2026;;;;;

        N° compte;Intitulé du compte;Mouvements débit;Mouvements crédit;Solde débiteur;Solde créditeur
        10171000;Capital;;;;700 000,00
        31171000;Matières premières;1 250 000,00;980 000,00;270 000,50;
        31172000;Lait – réserve;;;129 999,50;
        Total classe 3;;;;400 000,00;
        41171000;Clients;3 570 000,00;3 100 000,00;300 000,00;
        TOTAUX;;4 820 000,00;4 080 000,00;700 000,00;700 000,00
        """;
    Acknowledgement answer = dropped("balance-lbx.csv", text.getBytes(EXCEL));
    assertThat(answer.status()).as(answer.sentence()).isEqualTo("POSTED");
    assertThat(answer.count("Documents créés")).isEqualTo(4);
    assertThat(balances("%171000"))
        .containsExactly(
            "10171000 2026-09-30 -700000.00 0.00 0.00 2026-09-01",
            "31171000 2026-09-30 270000.50 1250000.00 980000.00 2026-09-01",
            "41171000 2026-09-30 300000.00 3570000.00 3100000.00 2026-09-01");
    assertThat(found(answer, "FIL-064")).isEmpty();
    assertThat(found(answer, "FIL-020")).isEmpty();
  }

  @Test
  void aWorkbookWithTwoRowsOfHeadersAndSubTotalsIsRead() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      XSSFSheet sheet = book.createSheet("Balance");
      row(sheet, 0, "SARL Littoral LBW");
      row(sheet, 1, "BALANCE GENERALE AU 31/08/2026");
      row(sheet, 3, "Compte", "Intitulé", "Mouvements", "", "Soldes", "");
      row(sheet, 4, "", "", "Débit", "Crédit", "Débit", "Crédit");
      sheet.addMergedRegion(new CellRangeAddress(3, 4, 0, 0));
      sheet.addMergedRegion(new CellRangeAddress(3, 4, 1, 1));
      sheet.addMergedRegion(new CellRangeAddress(3, 3, 2, 3));
      sheet.addMergedRegion(new CellRangeAddress(3, 3, 4, 5));
      row(sheet, 5, "Classe 1 : Comptes de capitaux");
      row(sheet, 6, 10172000, "Capital", "", "", "", 1500);
      row(sheet, 7, "Total classe 1", "", "", "", "", 1500);
      row(sheet, 8, 3172, "Stocks", 800, 300, 500, "");
      row(sheet, 9, 31720001, "Lait", 500, 300, 200, "");
      row(sheet, 10, 31720002, "Sel", 300, "", 300, "");
      row(sheet, 11, "Total classe 3", "", 800, 300, 500, "");
      row(sheet, 12, 51272000, "Banque", 1000, "", 1000, "");
      row(sheet, 13, "Total général", "", 1800, 300, 1500, 1500);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      Acknowledgement answer = dropped("balance-lbw.xlsx", out.toByteArray());
      assertThat(answer.status()).as(answer.cells("Constats").toString()).isEqualTo("POSTED");
      assertThat(found(answer, "FIL-064")).as("3172 is what 31720001 and 31720002 are").isEmpty();
    }
    assertThat(balances("3172%"))
        .containsExactly(
            "3172 2026-08-31 500.00 800.00 300.00",
            "31720001 2026-08-31 200.00 500.00 300.00",
            "31720002 2026-08-31 300.00 300.00 0.00");
    assertThat(
            db.sql("SELECT balance FROM ledger_balance_at('3172', '2026-09-15')")
                .query(String.class)
                .single())
        .as("nothing counts twice")
        .isEqualTo("500.00");
  }

  private static void row(XSSFSheet sheet, int index, Object... values) {
    Row row = sheet.createRow(index);
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Number number) {
        row.createCell(i).setCellValue(number.doubleValue());
      } else {
        row.createCell(i).setCellValue(values[i].toString());
      }
    }
  }

  @Test
  void aLaterFileRevisesAndIsTakenBack() {
    String header = "Compte;Libellé;Solde;Arrêtée au\n";
    dropped(
        "lbr-1.csv", header + "31173;Lait LBR;1000,00;31/07/2026\n31174;Sel LBR;5;31/07/2026\n");
    Acknowledgement revised =
        dropped(
            "lbr-2.csv",
            header + "31173;Lait LBR;1200,50;31/07/2026\n31174;Sel LBR;5;31/07/2026\n");
    assertThat(revised.count("Documents révisés")).isEqualTo(1);
    assertThat(revised.count("Documents inchangés")).isEqualTo(1);
    assertThat(found(revised, "MDM-017"))
        .singleElement()
        .asString()
        .contains("Solde du compte 31173 31/07/2026 modifié : Solde 1 000,00 → 1 200,50")
        .contains("lbr-1.csv");
    assertThat(found(revised, "MDM-016")).hasSize(1);
    assertThat(balances("31173")).containsExactly("31173 2026-07-31 1200.50");

    Acknowledgement kept = undo("ledger-balances/lbr-1.csv", "lbr-annulation-1.xlsx");
    assertThat(outcomes(kept)).contains("Solde de compte 31173 conservé");
    Acknowledgement undone = undo("ledger-balances/lbr-2.csv", "lbr-annulation-2.xlsx");
    assertThat(undone.status()).isEqualTo("POSTED");
    assertThat(balances("31173")).containsExactly("31173 2026-07-31 1000.00");
    assertThat(
            db.sql(
                    "SELECT string_agg(file, ',' ORDER BY file) FROM v_lineage WHERE document = '31173'")
                .query(String.class)
                .single())
        .isEqualTo("lbr-1.csv,lbr-2.csv");
  }

  @Test
  void whatIsCorrectedKeepsItsPeriod() throws IOException {
    Acknowledgement refused =
        dropped(
            "lbc.csv",
            """
            Balance générale;Période du 01/05/2026 au 31/05/2026;;
            Compte;Débit;Crédit;Solde
            31181;10;4;6
            31182;7;2;cinq
            """);
    assertThat(refused.status()).as(refused.cells("Constats").toString()).isEqualTo("PARTIAL");
    Row row = refused.correction().getRow(1);
    for (Cell cell : row) {
      if (new DataFormatter().formatCellValue(cell).equals("cinq") && cell.getColumnIndex() < 5) {
        cell.setCellValue("5");
      }
    }
    Acknowledgement again = dropped("lbc-retour.xlsx", refused.bytes());
    assertThat(again.status()).as(again.cells("Constats").toString()).isEqualTo("POSTED");
    assertThat(balances("3118%"))
        .containsExactly(
            "31181 2026-05-31 6.00 10.00 4.00 2026-05-01",
            "31182 2026-05-31 5.00 7.00 2.00 2026-05-01");
  }

  @Test
  void theDayMayStandInTheNameAndTheSideBesideTheAmount() {
    Acknowledgement answer =
        dropped(
            "balance_2026-06-30.csv",
            "Account;Account name;Balance;D/C\n44571751;VAT;1,200.25;C\n31175 - Lait;;12;D\n");
    assertThat(answer.status()).as(answer.cells("Constats").toString()).isEqualTo("POSTED");
    assertThat(found(answer, "FIL-046")).hasSize(1);
    assertThat(balances("44571751")).containsExactly("44571751 2026-06-30 -1200.25");
    assertThat(balances("31175")).containsExactly("31175 2026-06-30 12.00");
    assertThat(
            dropped("lbm.csv", "Compte;Date;À nouveau;Débit;Crédit\n31176;31/05/2026;100;50,5;20\n")
                .status())
        .isEqualTo("POSTED");
    assertThat(balances("31176")).containsExactly("31176 2026-05-31 130.50 50.50 20.00");
  }

  @Test
  void whatIsNoBalanceIsRefusedInASentence() {
    Acknowledgement dayless = dropped("lbd.csv", "Compte;Libellé;Solde\n31177;Lait;5\n");
    assertThat(dayless.status()).isEqualTo("REJECTED");
    assertThat(dayless.sentence()).contains("Arrêtée au");
    assertThat(dayless.cells("Constats").toString()).contains("de quel jour sont les soldes");

    Acknowledgement half = dropped("lbh.csv", "Compte;Date;Débit\n31178;31/05/2026;5\n");
    assertThat(half.status()).isEqualTo("REJECTED");
    assertThat(found(half, "FMT-001").toString()).contains("Crédit");

    Acknowledgement twice =
        dropped(
            "lbt.csv",
            "Compte;Date;Solde\n31179;31/05/2026;5\nABC;31/05/2026;7\n31179;31/05/2026;6\n");
    assertThat(twice.status()).isEqualTo("PARTIAL");
    assertThat(found(twice, "MDM-035").toString())
        .contains("Compte 31179 au 31/05/2026 : deuxième ligne de ce fichier (la première : 2)");
    assertThat(found(twice, "MDM-019").toString()).contains("qui commence par sa classe");
    assertThat(balances("31179")).containsExactly("31179 2026-05-31 5.00");

    Acknowledgement uneven =
        dropped(
            "lbu.csv",
            "Compte;Date;Débiteur;Créditeur\n1018;30/04/2026;;900\n3118;30/04/2026;500;\n5128;30/04/2026;300;\n");
    assertThat(uneven.status()).isEqualTo("POSTED");
    assertThat(found(uneven, "FIL-064").toString())
        .contains("soldes débiteurs 800,00 ≠ soldes créditeurs 900,00 (écart -100,00)");

    Acknowledgement entries =
        dropped(
            "lbe.csv",
            "Date;Journal;N° pièce;Compte;Libellé;Débit;Crédit\n01/04/2026;VT;12;411;Client;100;\n");
    assertThat(entries.status()).isEqualTo("REJECTED");
    assertThat(entries.sentence()).contains("écritures comptables");
  }
}
