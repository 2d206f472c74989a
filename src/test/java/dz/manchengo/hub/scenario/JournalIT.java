package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Journals of totals without lines, and the detailed files that complete them (decision 0017). */
class JournalIT extends JournalScenario {
  private static final String JOURNAL =
      """
      Date;N° Facture;Client;NIF Client;Montant HT;TVA 19%;Timbre;Total TTC;Paiement
      05/01/2026;F-2026-77001;SARL Bordj;000116001234567;1000,00;190,00;12,00;1190,00;ESPECES
      06/01/2026;F-2026-77002;EURL Nour;000216001234561;2000,00;190,00;0,00;2190,00;VIREMENT
      07/01/2026;F-2026-77003;EURL Nour;000216001234561;100,00;50,00;0,00;150,00;VIREMENT
      TOTAUX;;;;3100,00;430,00;12,00;3530,00;
      """;

  /** The same number again with other totals may be a correction: nobody knows. */
  @Test
  void rowsOfOneNumberAreAddedUpOnlyWhereEachIsOfItsOwnRate() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "journal-parts.csv",
            """
            N° facture;Date;Client;Total HT;Total TVA;Total TTC
            JP-1;15/02/2026;Amal JP;12000,00;2280,00;14280,00
            JP-1;15/02/2026;Amal JP;3000,00;270,00;3270,00
            JP-2;15/02/2026;Benali JP;1000,00;190,00;1190,00
            JP-2;15/02/2026;Benali JP;2000,00;380,00;2380,00
            JP-3;15/02/2026;Kiosque JP;1000,00;190,00;1190,00
            JP-3;15/02/2026;Kiosque JP;-1000,00;-190,00;-1190,00
            JP-4;16/02/2026;Kiosque JP;500,00;95,00;595,00
            """);

    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(invoicesOf("journal-parts.csv")).containsExactly("JP-1", "JP-4");
    assertThat(vatOf("JP-1"))
        .containsExactly("9.00 3000.00 270.00 270.00", "19.00 12000.00 2280.00 2280.00");
    assertThat(rulesOf("journal-parts.csv")).contains("INV-051").doesNotContain("INV-044");
  }

  @Test
  void aJournalIsPostedWithoutLinesComparedWithItsTotalsAndCompletedLater() throws IOException {
    Acknowledgement journal = dropInvoices("journal-77.csv", JOURNAL);

    assertThat(journal.status()).isEqualTo("PARTIAL");
    assertThat(rulesOf("journal-77.csv")).contains("INV-037", "INV-041").doesNotContain("FIL-020");
    assertThat(journal.cells("Résumé").stream().flatMap(List::stream))
        .contains("Totaux de contrôle du fichier");
    assertThat(vatOf("F-2026-77001")).containsExactly("19.00 1000.00 190.00 190.00");
    assertThat(vatOf("F-2026-77002"))
        .containsExactly("0.00 1000.00 0.00 0.00", "19.00 1000.00 190.00 190.00");
    assertThat(invoice("F-2026-77001"))
        .containsEntry("lines_status", "UNDECLARED")
        .containsEntry("totals_status", "EXACT")
        .containsEntry("decl_stamp", new BigDecimal("12.00"));
    assertThat(invoicesOf("journal-77.csv")).containsExactly("F-2026-77001", "F-2026-77002");
    assertThat(
            number(
                "SELECT count(*) FROM control_figure c JOIN submission s ON s.id = c.submission_id"
                    + " WHERE original_name = 'journal-77.csv' AND agrees AND difference = 0"))
        .isEqualTo(4);

    assertThat(dropInvoices("detail-77.csv", DETAIL).status()).isEqualTo("POSTED");
    assertThat(rulesOf("detail-77.csv")).contains("INV-038").doesNotContain("INV-004");
    assertThat(invoice("F-2026-77001"))
        .containsEntry("lines_status", "DECLARED")
        .containsEntry("revision", 2)
        .containsEntry("payment_method", "ESPECES")
        .containsEntry("decl_stamp", new BigDecimal("12.00"));

    Acknowledgement again = dropInvoices("journal-77-bis.csv", JOURNAL.replace("TOTAUX", "TOTAL"));
    assertThat(again.count("Documents inchangés")).isEqualTo(2);
    assertThat(invoice("F-2026-77001")).containsEntry("lines_status", "DECLARED");
  }

  @Test
  void anAccountingZeroOfExcelIsZero() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "journal-tirets.csv",
            """
            Date doc;N° Doc;Nom / Raison sociale;Montant HT;TVA 9%;TVA 19%;Timbre;Total TTC
            05/03/2026;JZ-1;SARL Tirets;1000,00; -   ;190,00; -   DA ;1190,00
            06/03/2026;JZ-2;SARL Tirets;1000,00;90,00; -   DA;–;1090,00
            """);

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(vatOf("JZ-2")).containsExactly("9.00 1000.00 90.00 90.00");
  }

  @Test
  void whatContradictsTheOtherIsRefused() throws IOException {
    dropInvoices(
        "journal-78.csv",
        """
        Date;N° Facture;Client;NIF Client;Base HT;TVA 19%
        05/02/2026;F-2026-78001;SARL Bordj;000116001234567;1000,00;190,00
        """);
    String lines = DETAIL.replace("77001", "78001").replace("05/01/2026", "05/02/2026");

    assertThat(dropInvoices("autre-78.csv", lines.replace(";4;", ";5;")).status())
        .isEqualTo("REJECTED");
    assertThat(rulesOf("autre-78.csv")).contains("INV-004");
    assertThat(dropInvoices("bon-78.csv", lines).count("Documents révisés")).isEqualTo(1);
    dropInvoices(
        "journal-78-faux.csv",
        """
        N° Facture;Date;Client;Type;HT;TVA;TTC;Paiement
        F-2026-78001;05/02/2026;SARL Bordj;GROSSISTE;1100,00;209,00;1309,00;VIREMENT
        """);
    assertThat(rulesOf("journal-78-faux.csv")).contains("INV-039");
  }

  @Test
  void basesAndAmountsByRateMakeTheInvoiceAndAnotherTotalIsTold() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "journal-79.csv",
            """
            N° Facture;Date;Client;Base 19%;TVA 19%;Base 9%;TVA 9%;Total TTC
            F-2026-79001;05/02/2026;SARL Bordj;1000,00;190,00;500,00;45,00;1735,00
            F-2026-79002;06/02/2026;SARL Bordj;100,00;19,00;;;119,00
            Nombre de factures : 3
            Total TTC : 1900,00
            """);

    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(vatOf("F-2026-79001"))
        .containsExactly("9.00 500.00 45.00 45.00", "19.00 1000.00 190.00 190.00");
    assertThat(rulesOf("journal-79.csv")).containsOnlyOnce("INV-037").contains("FIL-020");
    assertThat(
            db.sql(
                    "SELECT difference FROM control_figure WHERE submission_id = :id ORDER BY row_no")
                .param("id", idOf("journal-79.csv"))
                .query(BigDecimal.class)
                .list())
        .containsExactly(new BigDecimal("1"), new BigDecimal("46.00"));
  }

  /** A total of VAT that is of neither rate alone, at the rates of its day. */
  @Test
  void aMixedTotalIsPartedByTheRatesOfItsDay() throws IOException {
    dropInvoices(
        "journal-80.csv",
        """
        N° Facture;Date;Client;HT;TVA;TTC
        F-2026-80001;05/02/2026;SARL Bordj;1500,00;235,00;1735,00
        F-2016-80002;05/02/2016;SARL Bordj;1500,00;205,00;1705,00
        """);

    assertThat(rulesOf("journal-80.csv")).contains("INV-044").doesNotContain("INV-035");
    assertThat(vatOf("F-2026-80001"))
        .containsExactly("9.00 500.00 45.00 45.00", "19.00 1000.00 190.00 190.00");
    assertThat(vatOf("F-2016-80002"))
        .containsExactly("7.00 500.00 35.00 35.00", "17.00 1000.00 170.00 170.00");
  }

  /** 9 and 19 % on all of it, or 19 % on a part as its neighbour has it: both come to the same. */
  @Test
  void aMixedTotalBesideExemptPartsIsAskedAbout() throws IOException {
    dropInvoices(
        "journal-92.csv",
        """
        N° Facture;Date;Client;HT;TVA;TTC
        F-2026-92001;05/02/2026;SARL Bordj;1500,00;235,00;1735,00
        F-2026-92002;05/02/2026;SARL Bordj;3000,00;190,00;3190,00
        F-2026-92003;05/02/2026;SARL Bordj;1000,00;190,00;1190,00
        """);

    assertThat(rulesOf("journal-92.csv")).contains("INV-035").doesNotContain("INV-044");
    assertThat(vatOf("F-2026-92001")).isEmpty();
    assertThat(vatOf("F-2026-92003")).containsExactly("19.00 1000.00 190.00 190.00");
  }

  /** A VAT in centimes is that of several bases: the printed total says which they are. */
  @Test
  void whatIsTaxedAtEachRateComesToThePrintedTotal() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "journal-85.csv",
            """
            Date;N° facture;Client;Total HT;Exonéré;TVA 19%;TVA 9%;Total TTC
            12/11/2026;J85-1;Frères J85;8989,00;;1517,63;90,14;10596,77
            12/11/2026;J85-2;Frères J85;9489,00;500,00;1517,63;90,14;11096,77
            12/11/2026;J85-3;Frères J85;45,55;;0,00;4,10;49,65
            """);

    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(vatOf("J85-1"))
        .containsExactly("9.00 1001.50 90.14 90.14", "19.00 7987.50 1517.63 1517.63");
    assertThat(vatOf("J85-2"))
        .containsExactly(
            "0.00 500.00 0.00 0.00", "9.00 1001.50 90.14 90.14", "19.00 7987.50 1517.63 1517.63");
    assertThat(vatOf("J85-3")).containsExactly("9.00 45.55 4.10 4.10");
    assertThat(rulesOf("journal-85.csv")).doesNotContain("INV-011", "INV-012", "INV-041");
  }

  /** « Exonéré » is a part of HT or stands beside it: the total with tax proves which. */
  @Test
  void whatIsExemptBesideOneVatIsABaseAtNoRate() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "journal-exonere.csv",
            """
            Date;N° facture;Client;HT;Exonéré;TVA;TTC
            12/11/2026;JEX-1;Frères J85;26740,00;0,00;5080,60;31820,60
            12/11/2026;JEX-2;Frères J85;1760,00;5790,00;334,40;7884,40
            12/11/2026;JEX-3;Frères J85;7550,00;5790,00;334,40;7884,40
            12/11/2026;JEX-4;Frères J85;0,00;5790,00;0,00;5790,00
            """);

    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(vatOf("JEX-1")).containsExactly("19.00 26740.00 5080.60 5080.60");
    for (String no : List.of("JEX-2", "JEX-3")) {
      assertThat(vatOf(no))
          .containsExactly("0.00 5790.00 0.00 0.00", "19.00 1760.00 334.40 334.40");
    }
    assertThat(vatOf("JEX-4")).containsExactly("0.00 5790.00 0.00 0.00");
  }

  /** Of two totals the third follows, also where one is only called « Montant ». */
  @Test
  void twoOfTheTotalsAreEnough() throws IOException {
    String entry = "N° Facture;Date;Client;HT;%s\n%s;06/02/2026;SARL Bordj;1000,00;1190,00\n";
    dropInvoices("journal-82.csv", entry.formatted("TTC", "F-2026-82001"));
    dropInvoices("journal-83.csv", entry.formatted("Montant", "F-2026-83001"));

    assertThat(vatOf("F-2026-82001")).containsExactly("19.00 1000.00 190.00 190.00");
    assertThat(vatOf("F-2026-83001")).containsExactly("19.00 1000.00 190.00 190.00");
    for (String amount : List.of("Montant", "Montant TTC")) {
      String name = "journal-84-%d.csv".formatted(amount.length());
      Acknowledgement answer =
          dropInvoices(
              name, "N° Facture;Date;Client;%s\nF-84;06/02/2026;Bordj;1190,00\n".formatted(amount));
      assertThat(rulesOf(name)).containsExactly("FIL-004");
      assertThat(answer.cells(Acknowledgement.CORRECT).toString())
          .contains("absente(s) : Total HT ou Total TVA")
          .doesNotContain("Qté");
    }
  }
}
