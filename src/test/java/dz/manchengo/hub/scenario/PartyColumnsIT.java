package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which column says who the customer is, and which one what was sold. */
class PartyColumnsIT extends JournalScenario {
  private List<String> customersOf(String file) {
    return db.sql(
            "SELECT p.party_code || ' ' || p.name FROM invoice i JOIN party p ON p.party_id = i.receiver_id"
                + " WHERE i.submission_id = :id AND i.is_current ORDER BY 1")
        .param("id", idOf(file))
        .query(String.class)
        .list();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nom", "Raison sociale", "Nom client", "Intitulé", "Désignation client"})
  void numbersUnderClientAreCodesBesideHisName(String header) throws IOException {
    String file = "tiers-" + header.replace(' ', '-') + ".csv";
    int no = header.length();
    Acknowledgement answer =
        dropInvoices(
            file,
            """
            Facture;Date;Client;%1$s;Code article;Désignation;Qté;Prix;TVA
            TCN-%2$d1;12/11/2026;88%2$d1;Frères TCN %2$d;TCN-A;Gouda;16;100,00;19
            TCN-%2$d2;12/11/2026;88%2$d2;Veuve TCN %2$d;TCN-A;Gouda;2;100,00;19
            """
                .formatted(header, no));

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(customersOf(file))
        .containsExactly(
            "88%d1 Frères TCN %d".formatted(no, no), "88%d2 Veuve TCN %d".formatted(no, no));
    assertThat(rulesOf(file)).contains("FIL-007");
  }

  /** Names stay names: one customer's name may hold a number. */
  @Test
  void twoNamesThatDifferAreAskedAbout() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "tiers-deux-noms.csv",
            """
            Facture;Date;Client;Raison sociale;Désignation;Qté;Prix;TVA
            TDN-1;12/11/2026;Dépôt 12;Frères TDN;Gouda;16;100,00;19
            """);

    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(rulesOf("tiers-deux-noms.csv")).containsExactly("FIL-006");
  }

  @Test
  void codeAndNomAreTheCustomersWhereTheArticleHasItsOwn() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "tiers-code-nom.csv",
            """
            N° facture;Date;Code;Nom;Réf;Article;Qté;Prix HT;TVA
            TCD-1;12/11/2026;TCDC1;Frères TCD;TCD-1A;Edam boule 250 g;19;100,00;19
            TCD-1;12/11/2026;TCDC1;Frères TCD;TCD-2A;Gouda jeune;17;100,00;19
            """);

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(customersOf("tiers-code-nom.csv")).containsExactly("TCDC1 Frères TCD");
    assertThat(
            db.sql(
                    "SELECT p.product_code FROM invoice_line l JOIN invoice USING (invoice_id)"
                        + " JOIN product p USING (product_id) WHERE invoice_no = 'TCD-1' ORDER BY 1")
                .query(String.class)
                .list())
        .containsExactly("TCD-1A", "TCD-2A");
  }

  /** Packs are counted besides; what is priced is the whole. */
  @ParameterizedTest
  @ValueSource(strings = {"Qté totale", "Total pièces", "Total unités"})
  void theTotalOfPacksIsTheQuantity(String header) throws IOException {
    String file = "colis-" + header.replace(' ', '-') + ".csv";
    String no = "COL-" + header.length();
    Acknowledgement answer =
        dropInvoices(
            file,
            """
            N° facture;Date;Client;Désignation;Nb colis;%s;P.U. HT;TVA
            %s;12/11/2026;Frères COL;Gouda rouge;2;52;100,00;19
            """
                .formatted(header, no));

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(vatOf(no)).containsExactly("19.00 5200.00 988.00");
  }

  /** In a list of purchases; in one of sales it is what the goods cost. */
  @Test
  void whatWasPaidIsThePriceOfPurchases() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "achats-prix.csv",
            """
            N° facture fournisseur;Date;Fournisseur;Désignation;Quantité;Prix d'achat HT;TVA %
            APX-1;12/11/2026;Ets APX;Présure;2;100,00;19
            """);

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(invoice("APX-1")).containsEntry("direction", "PURCHASE");
    assertThat(vatOf("APX-1")).containsExactly("19.00 200.00 38.00");
    dropInvoices(
        "ventes-prix-achat.csv",
        """
        N° facture;Date;Client;Désignation;Quantité;Prix d'achat HT;TVA %
        APX-2;12/11/2026;Ets APX;Présure;2;100,00;19
        """);
    assertThat(invoicesOf("ventes-prix-achat.csv")).isEmpty();
  }
}
