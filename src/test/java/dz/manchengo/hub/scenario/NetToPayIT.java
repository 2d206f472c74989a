package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands between an invoice's total and what is to be paid: advances, retentions, stamp. */
class NetToPayIT extends InProcessHub {
  @Test
  void whatWasPaidInAdvanceIsNoAmountOfTheInvoice() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "usual-advance.csv",
            """
            Date;N° facture;Client;Total HT;TVA;TTC;Acompte;Timbre;Net à payer
            15/10/2026;UC-A1;Salam UC;10000,00;1900,00;11900,00;1900,00;;10000,00
            15/10/2026;UC-A2;Salam UC;20000,00;3800,00;23800,00;;;23800,00
            15/10/2026;UC-A3;Salam UC;10000,00;1900,00;11900,00;900,00;119,00;11119,00
            15/10/2026;UC-A4;Salam UC;10000,00;1900,00;11900,00;900,00;;11900,00
            15/10/2026;UC-A5;Salam UC;10000,00;1900,00;11900,00;900,00;;9000,00
            """);

    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(invoicesOf("usual-advance.csv")).containsExactly("UC-A1", "UC-A2", "UC-A3", "UC-A4");
    assertThat(of("decl_net::text", "UC-A1")).isEqualTo("11900.00");
    assertThat(of("decl_net::text", "UC-A3")).isEqualTo("12019.00");
    assertThat(of("decl_net::text", "UC-A4")).isEqualTo("11900.00");
    assertThat(rulesOf("usual-advance.csv"))
        .contains("INV-057", "INV-013")
        .doesNotContain("FIL-005");
  }

  /** With or without the retention, as « Acompte »; the invoice's figures are whole. */
  @Test
  void whatIsRetainedAsAGuaranteeIsNoAmountOfTheInvoice() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "usual-retained.csv",
            """
            N° facture;Date;Client;Montant HT;TVA;TTC;Acompte;RG 5%;Net à payer
            UC-G1;02/11/2026;Tassili UC;10 000,00;1 900,00;11 900,00;;595,00;11 305,00
            UC-G2;02/11/2026;Tassili UC;10 000,00;1 900,00;11 900,00;;595,00;11 900,00
            UC-G3;02/11/2026;Tassili UC;10 000,00;1 900,00;11 900,00;2 000,00;-595,00;9 305,00
            UC-G4;02/11/2026;Tassili UC;10 000,00;1 900,00;11 900,00;;595,00;11 000,00
            """);

    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(invoicesOf("usual-retained.csv")).containsExactly("UC-G1", "UC-G2", "UC-G3");
    assertThat(of("decl_net::text", "UC-G1")).isEqualTo("11900.00");
    assertThat(of("decl_net::text", "UC-G3")).isEqualTo("11900.00");
    assertThat(of("concat_ws(' ', comp_ht, comp_vat)", "UC-G1")).isEqualTo("10000.00 1900.00");
    assertThat(rulesOf("usual-retained.csv"))
        .contains("INV-057", "INV-059", "INV-013")
        .doesNotContain("FIL-005");
    assertThat(answer.cells("Constats").toString())
        .contains("Retenue de garantie de 595,00 DA : la facture compte pour son total");
  }

  @Test
  void aStampThatIsOnlyRoundedOtherwiseIsCalledSo() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "usual-stamp.csv",
            """
            N° facture;Date;Client;Mode de règlement;Total HT;TVA;TTC;Timbre;Net à payer
            UC-T1;15/10/2026;Salam UC;Espèces;50000,00;9500,00;59500,00;892,50;60392,50
            UC-T2;15/10/2026;Salam UC;Espèces;42630,25;8099,75;50730,00;760,95;51490,95
            """);

    assertThat(answer.cells("Constats").stream().flatMap(List::stream).toList())
        .anyMatch(text -> text.contains("892,50 DA calculé selon « montant non arrondi au dinar »"))
        .anyMatch(text -> text.contains("760,95 DA calculé selon « pourcentage sans tranche"));
  }

  private String of(String column, String invoice) {
    return db.sql("SELECT " + column + " FROM invoice WHERE invoice_no = :no")
        .param("no", invoice)
        .query(String.class)
        .single();
  }
}
