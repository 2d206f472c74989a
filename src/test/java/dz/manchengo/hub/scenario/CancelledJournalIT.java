package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cancelled invoices, and numbers that were never used, in journals of totals (decision 0030). */
class CancelledJournalIT extends JournalScenario {
  /** What was recorded with its lines keeps them; programs print cancelled invoices with zeros. */
  @Test
  void aJournalCancelsAnInvoiceAndLosesNothingOfIt() throws IOException {
    String lines = DETAIL.replace("77001", "81001") + DETAIL.lines().skip(1).toList().get(0);
    dropInvoices("detail-81.csv", lines.replace("77001", "81002"));
    Acknowledgement answer =
        dropInvoices(
            "journal-81.csv",
            """
            N° Facture;Date;Client;HT;TVA;TTC;Statut
            F-2026-81001;05/01/2026;SARL Bordj;1000,00;190,00;1190,00;Annulée
            F-2026-81002;05/01/2026;SARL Bordj;0,00;0,00;0,00;Annulée
            """);

    assertThat(answer.status()).as("%s", answer.cells("À corriger")).isEqualTo("POSTED");
    assertThat(rulesOf("journal-81.csv")).contains("INV-005").doesNotContain("INV-039", "INV-037");
    assertThat(answer.cells("Constats").toString()).contains("(validée → annulée)");
    for (String no : List.of("F-2026-81001", "F-2026-81002")) {
      assertThat(invoice(no))
          .containsEntry("status", "CANCELLED")
          .containsEntry("lines_status", "DECLARED")
          .containsEntry("revision", 2);
      assertThat(
              number(
                  "SELECT count(*) FROM invoice_line JOIN invoice USING (invoice_id)"
                      + " WHERE is_current AND invoice_no = '"
                      + no
                      + "'"))
          .isEqualTo(1);
    }
    assertThat(vatOf("F-2026-81001")).hasSize(1);
    dropInvoices(
        "journal-81-faux.csv",
        """
        N° Facture;Date;Client;HT;TVA;TTC;Statut
        F-2026-81001;05/01/2026;SARL Bordj;900,00;171,00;1071,00;Annulée
        """);
    assertThat(rulesOf("journal-81-faux.csv")).contains("INV-039");
  }

  /** « ANNULEE » in the place of the customer, or a status, and no amounts. */
  @Test
  void aCancelledNumberThatWasNeverUsedIsPassedOver() throws IOException {
    Acknowledgement words =
        dropInvoices(
            "journal-86.csv",
            """
            N° Facture;Date;Client;HT;TVA;TTC
            F-2026-86001;05/01/2026;SARL Bordj;1000,00;190,00;1190,00
            F-2026-86002;05/01/2026;ANNULEE;0,00;0,00;0,00
            F-2026-86003;05/01/2026;FACTURE ANNULÉE;;;
            """);
    Acknowledgement status =
        dropInvoices(
            "journal-86-statut.csv",
            """
            N° Facture;Date;Client;HT;TVA;TTC;Statut
            F-2026-86004;05/01/2026;SARL Bordj;1000,00;190,00;1190,00;Validée
            F-2026-86005;05/01/2026;SARL Bordj;0,00;0,00;0,00;Annulée
            """);

    assertThat(words.status()).isEqualTo("POSTED");
    assertThat(words.count("Documents créés")).isEqualTo(1);
    assertThat(words.count("Documents inchangés")).isEqualTo(2);
    assertThat(words.cells("Constats").toString())
        .contains("Document F-2026-86003 : « FACTURE ANNULÉE » le dit annulé, il n'a aucun montant")
        .contains("il n'y a rien à comptabiliser");
    assertThat(invoicesOf("journal-86.csv")).containsExactly("F-2026-86001");
    assertThat(status.status()).isEqualTo("POSTED");
    assertThat(invoicesOf("journal-86-statut.csv")).containsExactly("F-2026-86004");
    assertThat(number("SELECT count(*) FROM party WHERE name ILIKE '%annul%'")).isZero();
  }

  /** Then words alone cancel nothing, nor does an amount beside them. */
  @Test
  void aCancelledNumberThatIsRecordedOrHasAmountsIsRefused() throws IOException {
    String journal =
        """
        N° Facture;Date;Client;HT;TVA;TTC
        F-2026-87001;05/01/2026;SARL Bordj;1000,00;190,00;1190,00
        """;
    dropInvoices("journal-87.csv", journal);
    Acknowledgement answer =
        dropInvoices(
            "journal-87-annule.csv",
            """
            N° Facture;Date;Client;HT;TVA;TTC
            F-2026-87001;05/01/2026;ANNULEE;0,00;0,00;0,00
            F-2026-87002;05/01/2026;ANNULEE;100,00;19,00;119,00
            """);

    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(invoice("F-2026-87001")).containsEntry("status", "VALIDATED");
  }
}
