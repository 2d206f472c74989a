package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A word that says « achat » among sales is never passed over, and one among purchases is right.
 */
class OtherSideIT extends InProcessHub {
  @ParameterizedTest
  @CsvSource({
    "Opération, ACHAT",
    "Sens, Achat",
    "Type, Achat",
    "Type document, Facture d'achat",
    "Journal, AC",
    "Code journal, HA"
  })
  void aPurchaseAmongSalesIsRefused(String header, String word) {
    String series = "CS" + Math.abs((header + word).hashCode() % 1000);
    String file = series + ".csv";
    HUB.drop(
        file,
        "Date;N° facture;Tiers;%s;Montant HT;Montant TVA;Montant TTC\n".formatted(header)
            + "18/11/2026;%s-1;Client du côté;Vente;1000,00;190,00;1190,00\n".formatted(series)
            + "19/11/2026;%s-2;Bureau du côté;%s;2000,00;380,00;2380,00\n".formatted(series, word));

    Acknowledgement answer = HUB.awaitAcknowledgement(file);
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(invoicesOf(file)).containsExactly(series + "-1");
    assertThat(answer.cells(Acknowledgement.CORRECT).toString())
        .contains(
            "« %s » sous « %s » dit un achat, et ce fichier est lu comme des ventes"
                .formatted(word, header))
        .contains("les achats dans un fichier à part");
  }

  @Test
  void aPurchaseMaySayThatItIsOne() {
    HUB.drop(
        "cote-achats.csv",
        """
        Type;N° facture;Date facture;Fournisseur;Désignation;Quantité;Prix unitaire HT;Taux TVA
        Achat;COA-1;18/11/2026;Sarl Cartons du côté;Carton du côté;10;50,00;19
        """);
    assertThat(HUB.awaitAcknowledgement("cote-achats.csv").status()).isEqualTo("POSTED");
    assertThat(
            db.sql("SELECT direction FROM invoice WHERE invoice_no = 'COA-1'")
                .query(String.class)
                .single())
        .isEqualTo("PURCHASE");
  }

  /** Nobody buys from himself: a supplier's invoice names the company as its customer. */
  @ParameterizedTest
  @CsvSource({
    "Client, Manchengo, SOI-1",
    "Client, MANCHENGO SPA, SOI-2",
    "Fournisseur, SPA Manchengo, SOI-3"
  })
  void theCompanyItselfIsNobodysCustomer(String header, String name, String number) {
    String file = number + ".csv";
    HUB.drop(
        file,
        "N° facture;Date facture;%s;Désignation;Quantité;Prix unitaire HT;Taux TVA\n"
                .formatted(header)
            + "%s;18/11/2026;%s;Carton soi;10;50,00;19\n".formatted(number, name));

    Acknowledgement answer = HUB.awaitAcknowledgement(file);
    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(invoicesOf(file)).isEmpty();
    assertThat(rulesOf(file)).contains("MDM-029").doesNotContain("MDM-003");
    assertThat(answer.cells(Acknowledgement.CORRECT).toString())
        .contains("est la société elle-même (« " + name + " ») : vente ou achat ?");
  }

  @Test
  void itIsKnownByItsTaxNumberToo() {
    HUB.drop(
        "parties",
        "soi-societe.csv",
        "Code tiers;Raison sociale;NIF\nOWN;Manchengo;000016001234567\n".getBytes(UTF_8));
    HUB.awaitAcknowledgement("parties", "soi-societe.csv");
    HUB.drop(
        "soi-nif.csv",
        """
        N° facture;Date facture;Client;NIF client;Désignation;Quantité;Prix unitaire HT;Taux TVA
        SOI-4;18/11/2026;Laiterie du Groupe;000016001234567;Carton soi;10;50,00;19
        SOI-5;18/11/2026;Manchengo Café;;Carton soi;10;50,00;19
        """);

    assertThat(HUB.awaitAcknowledgement("soi-nif.csv").status()).isEqualTo("PARTIAL");
    assertThat(invoicesOf("soi-nif.csv")).containsExactly("SOI-5");
    assertThat(rulesOf("soi-nif.csv")).contains("MDM-029");
  }

  /** Sorted by article, no document has two rows that follow each other. */
  @ParameterizedTest
  @CsvSource({"Total HT, TH", "Montant HT, MH"})
  void amountsOfLinesAreLinesInWhateverOrderTheyStand(String header, String series) {
    HUB.drop(
        "trie-" + series + ".csv",
        "N° facture;Date facture;Nom client;Désignation;Quantité;Prix unitaire HT;Taux TVA;%s\n"
                .formatted(header)
            + row(series + "-1", "Lait trié;10;100,00;9;1000,00")
            + row(series + "-2", "Lait trié;20;100,00;9;2000,00")
            + row(series + "-1", "Beurre trié;1;400,00;19;400,00")
            + row(series + "-2", "Beurre trié;2;400,00;19;800,00"));

    assertThat(HUB.awaitAcknowledgement("trie-" + series + ".csv").status()).isEqualTo("POSTED");
    assertThat(amount("SELECT comp_ttc FROM invoice WHERE invoice_no = '" + series + "-1'"))
        .isEqualByComparingTo("1566.00");
    assertThat(amount("SELECT comp_ttc FROM invoice WHERE invoice_no = '" + series + "-2'"))
        .isEqualByComparingTo("3132.00");
  }

  @Test
  void aTotalOfTheDocumentStaysOneInWhateverOrderTheRowsStand() {
    HUB.drop(
        "trie-total.csv",
        "N° facture;Date facture;Nom client;Désignation;Quantité;Prix unitaire HT;Taux TVA;Total HT\n"
            + row("TT-1", "Lait trié;10;100,00;19;1400,00")
            + row("TT-2", "Lait trié;20;100,00;19;2800,00")
            + row("TT-1", "Crème triée;1;400,00;19;1400,00")
            + row("TT-2", "Crème triée;2;400,00;19;2800,00"));
    assertThat(HUB.awaitAcknowledgement("trie-total.csv").status()).isEqualTo("POSTED");
    assertThat(amount("SELECT comp_ht FROM invoice WHERE invoice_no = 'TT-2'"))
        .isEqualByComparingTo("2800.00");
  }

  private static String row(String number, String rest) {
    return number + ";18/11/2026;Épicerie triée " + number + ";" + rest + "\n";
  }

  @ParameterizedTest
  @CsvSource({"001/2026", "2026/0451"})
  void aNumberOfAYearUnderABareHeaderNumbersTheInvoice(String number) {
    String file = "nu-" + number.replace('/', '-') + ".csv";
    HUB.drop(
        file,
        "N°;Date;Client;Désignation;Qté;P.U HT;Taux TVA\n"
            + number
            + ";20/11/2026;SARL du Numéro;Beurre du numéro;10;800,00;19\n");
    assertThat(HUB.awaitAcknowledgement(file).status()).isEqualTo("POSTED");
    assertThat(invoicesOf(file)).isEqualTo(List.of(number));
    assertThat(rulesOf(file)).contains("FIL-007");
  }

  /** As programs of DOS write it. */
  @Test
  void aTextOfCodePage850IsReadAsThat() {
    String text =
        """
        N° facture;Date facture;Nom client;Désignation;Quantité;Prix unitaire HT;Taux TVA
        DOS-1;18/11/2026;Café Amélie Béjaïa;Crème fraîche DOS;10;145,75;19
        """;
    HUB.drop("", "dos.csv", text.getBytes(Charset.forName("IBM850")));
    Acknowledgement answer = HUB.awaitAcknowledgement("", "dos.csv");
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(answer.cells("Résumé").toString()).contains("IBM850");
    assertThat(
            db.sql(
                    "SELECT p.name FROM invoice i JOIN party p ON p.party_id = i.receiver_id"
                        + " WHERE invoice_no = 'DOS-1'")
                .query(String.class)
                .single())
        .isEqualTo("Café Amélie Béjaïa");
  }
}
