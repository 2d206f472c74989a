package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** « Transport » and « Prestation » among articles, with an amount and nothing else. */
class ServiceLinesIT extends InProcessHub {
  @Test
  void whatTheTotalCountsIsReadAsDoneOnce() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "services.csv",
            """
            N° facture;Date;Client;Désignation;Qté;PU HT;Taux TVA;Montant HT;Total HT
            SV-1;05/03/2026;Amel Service;Gouda SL;10;100,00;19;1000,00;1200,00
            SV-1;05/03/2026;Amel Service;Transport SL;;;19;200,00;1200,00
            SV-2;06/03/2026;Nour Service;Prestation SL;;;19;500,00;500,00
            SV-3;06/03/2026;Nour Service;Prestation SL;;;19;500,00;700,00
            SV-4;06/03/2026;Nour Service;Edam SL;1;10,00;19;10,00;10,00
            """);

    assertThat(answer.status())
        .as("%s", answer.cells(Acknowledgement.CORRECT))
        .isEqualTo("PARTIAL");
    assertThat(invoicesOf("services.csv")).containsExactly("SV-1", "SV-2", "SV-4");
    assertThat(
            amount(
                "SELECT qty * unit_price_ht FROM invoice_line JOIN invoice USING (invoice_id)"
                    + " WHERE invoice_no = 'SV-1' AND description = 'Transport SL'"))
        .isEqualByComparingTo("200");
    assertThat(rulesOf("services.csv").stream().filter("INV-053"::equals)).hasSize(2);
    assertThat(rulesOf("services.csv")).contains("FMT-001");
  }

  @Test
  void ofAnInvoiceOfOneLineTheTotalIsItsAmount() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "service-seul.csv",
            """
            N° facture;Date;Client;Désignation;Qté;PU HT;Taux TVA;Total HT;Total TTC
            SW-1;05/03/2026;Amel Service;Gouda SL;10;100,00;19;1000,00;1190,00
            SW-2;06/03/2026;Nour Service;Prestation SL;;;19;500,00;595,00
            """);

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(invoicesOf("service-seul.csv")).containsExactly("SW-1", "SW-2");
    assertThat(rulesOf("service-seul.csv")).contains("INV-053");
  }

  /** « Désignation ; Montant » and no more: its total proves what the lines are. */
  @Test
  void aFormOfServicesHasLinesDoneOnce() throws IOException {
    String form =
        """
        SARL Conseil;
        FACTURE N° : SX-1;Date : 05/03/2026
        Client : Amel Service;
        Désignation;Montant
        Étude SL;300,00
        Suivi SL;200,00
        Total HT;500,00
        TVA 19%;95,00
        Total TTC;595,00
        """;
    Acknowledgement answer = dropInvoices("prestations.csv", form);

    assertThat(answer.status()).as("%s", answer.sentence()).isEqualTo("POSTED");
    assertThat(
            amount(
                "SELECT sum(qty * unit_price_ht) FROM invoice_line JOIN invoice USING (invoice_id)"
                    + " WHERE invoice_no = 'SX-1' AND vat_rate = 19"))
        .isEqualByComparingTo("500");
    assertThat(rulesOf("prestations.csv").stream().filter("INV-053"::equals)).hasSize(2);

    String named = form.replace("SX-1", "SX-2").replace("Montant", "Montant HT");
    assertThat(dropInvoices("prestations-2.csv", named.replace("300,00", "400,00")).status())
        .isEqualTo("REJECTED");
    assertThat(rulesOf("prestations-2.csv")).contains("INV-013").doesNotContain("INV-053");
    assertThat(
            dropInvoices(
                    "prestations-3.csv", form.replace("300,00", "395,00").replace("SX-1", "SX-3"))
                .sentence())
        .contains("Ligne d'en-tête introuvable", "une facture de prestations");
  }

  /** The sheet « À corriger » has no totals below: it notes that its lines are services. */
  @Test
  void aCorrectedFormOfServicesKeepsItsLines() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "prestations-4.csv",
            """
            FACTURE N° : SX-4;Date : 05/03/2026
            Client : Amel Service;
            Désignation;Montant HT
            Étude SL;trois cents
            Suivi SL;200,00
            Total HT;500,00
            TVA 19%;95,00
            """);
    assertThat(answer.cells("Constats"))
        .filteredOn(row -> row.get(0).startsWith("Refus"))
        .extracting(row -> row.get(1))
        .containsExactly("FMT-002");

    answer.correction().getRow(1).getCell(1).setCellValue(300);
    HUB.drop("invoices", "prestations-5.xlsx", answer.bytes());
    Acknowledgement corrected = HUB.awaitAcknowledgement("invoices", "prestations-5.xlsx");
    assertThat(corrected.status()).as("%s", corrected.sentence()).isEqualTo("POSTED");
    assertThat(
            number(
                "SELECT count(*) FROM invoice_line JOIN invoice USING (invoice_id)"
                    + " WHERE invoice_no = 'SX-4'"))
        .isEqualTo(2);
  }
}
