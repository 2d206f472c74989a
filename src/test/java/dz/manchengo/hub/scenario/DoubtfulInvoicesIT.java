package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Files of invoices that look right and are not quite: nothing of them is guessed in silence. */
class DoubtfulInvoicesIT extends DoubtfulScenario {
  @Test
  void cancelledAndDraftInvoicesAreRefused() {
    Acknowledgement answer =
        drop(
            "doute-statut.csv",
            HEADER + ";Etat facture",
            "DS-1;05/11/2026;DS-C;Amel DS;Gouda DS;1;100,00;19;Validée",
            "DS-2;05/11/2026;DS-C;Amel DS;Gouda DS;1;100,00;19;ANNULEE",
            "DS-3;05/11/2026;DS-C;Amel DS;Gouda DS;1;100,00;19;Proforma",
            "DS-4;05/11/2026;DS-C;Amel DS;Gouda DS;1;100,00;19;Payée",
            "DS-5;05/11/2026;DS-C;Amel DS;Gouda DS;1;100,00;19;Perdue");
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(invoicesOf("doute-statut.csv")).containsExactly("DS-1", "DS-4");
    assertThat(told("doute-statut.csv")).containsExactly("3 INV-047", "4 INV-047", "6 FMT-014");
    assertThat(answer.cells(Acknowledgement.CORRECT).toString())
        .contains("Document DS-2 : son statut dit qu'il est annulé")
        .contains("Document DS-3 : son statut dit un brouillon ou un proforma");
    assertThat(
            db.sql(
                    "SELECT value FROM finding WHERE submission_id = :id AND rule_code = 'INV-047'"
                        + " ORDER BY row_no")
                .param("id", idOf("doute-statut.csv"))
                .query(String.class)
                .list())
        .containsExactly("ANNULEE", "Proforma");
  }

  /** Odoo says in one column whether an invoice is posted and in another whether it is paid. */
  @Test
  void theStatusOfThePaymentIsAnotherOne() {
    drop(
        "doute-odoo.csv",
        HEADER + ";Statut;Statut du paiement",
        "DO-1;05/11/2026;DS-C;Amel DS;Gouda DS;1;100,00;19;Posted;Paid",
        "DO-2;05/11/2026;DS-C;Amel DS;Gouda DS;1;100,00;19;Draft;Not Paid");
    assertThat(
            db.sql("SELECT invoice_no || ' ' || status FROM invoice WHERE invoice_no LIKE 'DO-_'")
                .query(String.class)
                .list())
        .containsExactly("DO-1 PAID");
  }

  @Test
  void oneMistypedDateDoesNotMoveItsNeighbours() {
    Acknowledgement answer =
        drop(
            "doute-dates.csv",
            HEADER,
            "DD-1;05/11/2026;DS-C;Amel DS;Gouda DS;1;100,00;19",
            "DD-2;06/11/2026;DS-C;Amel DS;Gouda DS;1;100,00;19",
            "DD-3;11/16/2026;DS-C;Amel DS;Gouda DS;1;100,00;19");
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(told("doute-dates.csv")).containsExactly("2 FMT-006", "3 FMT-006", "4 FMT-027");
    assertThat(number("SELECT count(*) FROM invoice WHERE invoice_no LIKE 'DD-_'")).isEqualTo(1);
  }

  @Test
  void anArticleThatIsCalledLikeATotalIsALine() {
    Acknowledgement answer =
        drop(
            "doute-total.csv",
            HEADER,
            "DT-1;05/11/2026;DS-C;Amel DS;Gouda DS;1;100,00;19",
            ";;;;Total Quartz 5W40;2;1000,00;19",
            "DT-2;05/11/2026;DS-C;Amel DS;Gouda DS;1;100,00;19",
            ";;;;Total Quartz 5W40;2;;");
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(invoicesOf("doute-total.csv")).containsExactly("DT-1");
    assertThat(amount("SELECT comp_ht FROM invoice WHERE invoice_no = 'DT-1'"))
        .isEqualByComparingTo(new BigDecimal("2100"));
    assertThat(told("doute-total.csv")).contains("5 FIL-040");
  }

  @Test
  void aLineBelowASummaryIsNotLost() throws IOException {
    Acknowledgement answer =
        drop(
            "doute-recap.csv",
            HEADER,
            "DZ-1;05/11/2026;DS-C;Amel DS;Gouda DS;1;100,00;19",
            "RÉCAPITULATIF;;;;;;;",
            "Factures;;;;;1;;",
            "DZ-2;06/11/2026;DS-C;Amel DS;Gouda DS;2;100,00;19");
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(invoicesOf("doute-recap.csv")).containsExactly("DZ-1");
    assertThat(told("doute-recap.csv")).containsExactly("3 FIL-012", "4 FIL-012", "5 FIL-043");
    assertThat(answer.cells(Acknowledgement.CORRECT).toString()).contains("DZ-2");
    assertThat(
            db.sql("SELECT rows_read || ' ' || rows_refused FROM submission WHERE id = :id")
                .param("id", idOf("doute-recap.csv"))
                .query(String.class)
                .single())
        .isEqualTo("2 1");

    // whoever sends it back says that it is a line: the sheet told him so
    assertThat(answer.cells(Acknowledgement.CORRECT).toString())
        .contains("renvoyée sur cette feuille elle est comptée");
    HUB.drop("invoices", "doute-recap-corrige.xlsx", answer.bytes());
    assertThat(HUB.awaitAcknowledgement("invoices", "doute-recap-corrige.xlsx").status())
        .isEqualTo("POSTED");
    assertThat(invoicesOf("doute-recap-corrige.xlsx")).containsExactly("DZ-2");
  }

  /** As a sheet « À corriger » comes back on which somebody typed 1.5 beside 1,500. */
  @Test
  void theDecimalMarkThatASheetSaysCounts() {
    drop(
        "doute-decimale.csv",
        HEADER + ";Hub : valeur reçue (décimale « , »)",
        "DM-1;05/11/2026;DS-C;Amel DS;Gouda DS;1,500;100,00;19;",
        "DM-1;05/11/2026;DS-C;Amel DS;Edam DS;1.5;100,00;19;");
    assertThat(amount("SELECT comp_ht FROM invoice WHERE invoice_no = 'DM-1'"))
        .isEqualByComparingTo(new BigDecimal("300"));
  }

  @Test
  void onePriceThatWasMistypedCondemnsNoLaterFile() {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= 21; i++) {
      String price = i == 21 ? "9,00" : "900,00";
      rows.append("DP-%d;05/11/2026;DS-C;Amel DS;Comté DP;1;%s;19\n".formatted(i, price));
    }
    drop("doute-prix-1.csv", HEADER, rows.toString());
    String six = rows.toString().lines().limit(6).reduce("", (a, b) -> a + b + "\n");
    Acknowledgement answer =
        drop("doute-prix-2.csv", HEADER, six.replace("DP-", "DQ-").replace("05/11", "06/11"));
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(told("doute-prix-2.csv")).isEmpty();

    drop("doute-prix-3.csv", HEADER, "DR-1;07/11/2026;DS-C;Amel DS;Comté DP;1;9,00;19");
    assertThat(told("doute-prix-3.csv")).containsExactly("2 FMT-029");
  }

  @Test
  void aFileInCentimesIsRefusedWithWhatShowsIt() {
    String rows =
        """
        %1$s-1;05/11/2026;DS-C;Amel DS;Brie DC;1;500%2$s;19
        %1$s-1;05/11/2026;DS-C;Amel DS;Edam DC;1;700%2$s;19
        %1$s-2;05/11/2026;DS-C;Amel DS;Brie DC;2;500%2$s;19
        %1$s-2;05/11/2026;DS-C;Amel DS;Edam DC;2;700%2$s;19
        %1$s-3;05/11/2026;DS-C;Amel DS;Edam DC;3;700%2$s;19
        """;
    drop("doute-dinars.csv", HEADER, rows.formatted("DC", ""));
    Acknowledgement answer = drop("doute-centimes.csv", HEADER, rows.formatted("DX", "00"));
    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(plain(answer.sentence()))
        .contains("Prix environ 100 fois les prix déjà connus (2 articles sur 2")
        .contains("est à 50 000 DA, connu à 500 DA");

    String told = rows.formatted("DY", "00").replace(";19\n", ";19;DA\n");
    assertThat(drop("doute-dits.csv", HEADER + ";Unité des montants", told).status())
        .isEqualTo("POSTED");
  }

  /** The second sheet calls its columns differently: its cells are told under its own headers. */
  @Test
  void eachSheetIsToldOfInItsOwnWords() throws IOException {
    byte[] book =
        workbook(
            List.of("N° facture", "Date facture", "Client", "Désignation", "Qté", "PU HT", "TVA %"),
            List.of("DW-1", "05/11/2026", "Amel DS", "Gouda DS", "2", "cent", "19"),
            List.of(
                "N° facture",
                "Date facture",
                "Client",
                "Désignation",
                "Quantité",
                "Prix unitaire HT",
                "TVA %"),
            List.of("DW-2", "05/11/2026", "Amel DS", "Gouda DS", "deux", "cent", "19"));
    HUB.drop("invoices", "doute-feuilles.xlsx", book);
    assertThat(HUB.awaitAcknowledgement("doute-feuilles.xlsx").status()).isEqualTo("REJECTED");
    assertThat(
            db.sql(
                    "SELECT sheet || ' ' || rule_code || ' ' || column_name FROM finding"
                        + " WHERE submission_id = :id AND severity LIKE 'REJECT%' ORDER BY id")
                .param("id", idOf("doute-feuilles.xlsx"))
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder(
            "A FMT-002 PU HT", "B FMT-002 Quantité", "B FMT-002 Prix unitaire HT");
  }

  @SafeVarargs
  private static byte[] workbook(List<String>... rows) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (int i = 0; i < rows.length; i += 2) {
        Sheet sheet = book.createSheet(i == 0 ? "A" : "B");
        fill(sheet.createRow(0), rows[i]);
        fill(sheet.createRow(1), rows[i + 1]);
      }
      book.write(out);
      return out.toByteArray();
    }
  }

  private static void fill(Row row, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      row.createCell(i).setCellValue(texts.get(i));
    }
  }

  /** A figure that nobody can compare is not passed over in silence. */
  @Test
  void aTotalOnSomeLinesOnlyIsTold() {
    HUB.drop(
        "partiel.csv",
        """
        N° facture;Date;Client;Désignation;Quantité;PU HT;TVA;Total TTC
        PT-1;15/02/2026;Nord PT;Lait;10;100;19;5555
        PT-1;15/02/2026;Nord PT;Beurre;1;100;19;
        PT-2;15/02/2026;Nord PT;Lait;10;100;19;1190
        PT-2;15/02/2026;Nord PT;Beurre;1;100;19;119
        """);
    HUB.awaitAcknowledgement("partiel.csv");
    assertThat(rulesOf("partiel.csv").stream().filter("INV-052"::equals)).hasSize(1);
  }
}
