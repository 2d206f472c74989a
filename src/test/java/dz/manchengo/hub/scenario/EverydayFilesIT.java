package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What accounting departments write beside the figures, and figures that nobody may lose. */
class EverydayFilesIT extends InProcessHub {
  private static final String HEADER =
      "N° facture;Date;Client;Désignation;Qté;PU HT;TVA %;Montant HT";

  private Acknowledgement answer(String name, String text) {
    HUB.drop(name, text);
    return HUB.awaitAcknowledgement(name);
  }

  private BigDecimal ht(String number) {
    return db.sql("SELECT comp_ht FROM invoice WHERE invoice_no = :no AND is_current")
        .param("no", number)
        .query(BigDecimal.class)
        .single();
  }

  /** That its date could be read in two ways makes no line of it. */
  @Test
  void aCommentWithARemarkIsAComment() {
    String text =
        HEADER
            + """

            EVF-1;10/11/2026;Client EVF;Bon de livraison N° BL004512;;;;
            EVF-1;10/11/2026;Client EVF;Camembert EVF;24;100,00;19;2400,00
            """;

    assertThat(answer("evf-commentaire.csv", text).status()).isEqualTo("POSTED");
    assertThat(ht("EVF-1")).isEqualByComparingTo("2400");
  }

  /** A function of another computer's Excel writes the amount in words. */
  @Test
  void anAmountInWordsThatFailedIsNoLine() {
    String text =
        """
        FACTURE N°;EVF/02;;;
        Date;25/10/2026;;;
        Client;SARL Modèle EVF;;;
        ;;;;
        N°;Désignation;Quantité;PU HT;Montant HT
        1;Camembert EVF;10;100,00;1000,00
        ;;;Total HT;1000,00
        ;;;TVA 19%;190,00
        ;;;Total TTC;1190,00
        Arrêtée la présente facture à la somme de :;#NAME?;;;
        """;

    assertThat(answer("evf-lettres.csv", text).status()).isEqualTo("POSTED");
    assertThat(ht("EVF/02")).isEqualByComparingTo("1000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Gros",
        "Marchandise",
        "Facture comptabilisée",
        "Achat local",
        "Vente de fromage",
        "Produits finis"
      })
  void aTypeOfSomethingElseRefusesNothing(String type) {
    String number = "EVT-" + Math.floorMod(type.hashCode(), 10_000);
    String text =
        HEADER + ";Type\n" + number + ";25/10/2026;Client EVF;Edam EVF;1;100,00;19;100,00;" + type;

    assertThat(answer(number + ".csv", text + "\n").status()).isEqualTo("POSTED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        HEADER + ";Frais de port\nEVU-1;25/10/2026;Client EVF;Edam EVF;1;100,00;19;100,00;50,00\n",
        HEADER + ";Remise fin de mois\nEVU-1;25/10/2026;Client EVF;Edam EVF;1;100;19;100;5\n",
        "N° facture;Date;Client;Total HT;TVA 19%;Hors champ\nEVU-1;25/10/2026;Client EVF;100;19;30\n",
        "N° facture;Date;Client;HT;TVA;HT réduit;TVA réduite\nEVU-1;25/10/2026;C EVF;100;19;10;0,9\n"
      })
  void anAmountThatNobodyKnowsIsAskedAboutWhereNoTotalShowsIt(String text) {
    String name = "evu-" + Math.floorMod(text.hashCode(), 10_000) + ".csv";

    assertThat(answer(name, text).status()).isEqualTo("REJECTED");
    assertThat(rulesOf(name)).containsOnlyOnce("FIL-031");
  }

  /** Rows between the lines that hold for those below: the answer says which and what to do. */
  @Test
  void rowsThatHoldForThoseBelowAreNamed() {
    String text =
        """
        Désignation;Quantité;P.U. HT;TVA %;Montant HT
        Facture N° EVF-31 du 11/11/2026 - Client : Client EVF;;;;
        Camembert EVF;10;185,50;19;1855,00
        """;

    Acknowledgement answer = answer("evf-bandes.csv", text);

    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(answer.sentence()).contains("absente(s)", "la ligne 2 (« Facture N° EVF-31");
  }

  /** In the plural, cut short or misspelt: what a supplier invoices is no sale. */
  @ParameterizedTest
  @ValueSource(strings = {"FOURNISSEURS", "Nom des Fournisseurs", "Fourniss.", "Fourniseur"})
  void suppliersAreNoCustomers(String header) {
    String number = "EVS-" + Math.floorMod(header.hashCode(), 10_000);
    String text =
        "N° facture;Date;%s;HT;TVA;TTC\n%s;25/10/2026;Laiterie EVS;1000,00;190,00;1190,00\n"
            .formatted(header, number);

    assertThat(answer(number + ".csv", text).status()).isEqualTo("POSTED");
    assertThat(
            db.sql("SELECT direction FROM invoice WHERE invoice_no = :no")
                .param("no", number)
                .query(String.class)
                .single())
        .isEqualTo("PURCHASE");
  }

  /** A rate below « TVA » is no amount, however large the prices are. */
  @Test
  void aPriceIncludingTheTaxIsSeenOnLargeAmountsToo() {
    String text =
        """
        N° facture;Date;Client;Désignation;Qté;PU;Montant TTC;TVA
        EVP-1;25/10/2026;Client EVF;Edam EVF;10;1190,00;11900,00;19%
        """;

    assertThat(answer("evf-ttc.csv", text).status()).isEqualTo("POSTED");
    assertThat(ht("EVP-1")).isEqualByComparingTo("10000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Janvier;;;;;;;",
        "Mois de février 2026;;;;;;;",
        ";Semaine 46;;;;;;",
        "en litige, voir M. Kaci;;;;;;;"
      })
  void aTitleBetweenTheDocumentsIsNone(String title) {
    String number = "EVT-" + Integer.toHexString(title.hashCode());
    String text =
        HEADER
            + "\n%1$s\n%2$sA;10/11/2026;Client EVT;Brie EVT;1;100,00;19;100,00\n%1$s\n%2$sB;10/11/2026;Client EVT;Brie EVT;1;100,00;19;100,00\n"
                .formatted(title, number);

    assertThat(answer(number + ".csv", text).status()).isEqualTo("POSTED");
    assertThat(rulesOf(number + ".csv")).contains("FIL-048");
    assertThat(ht(number + "A").add(ht(number + "B"))).isEqualByComparingTo("200");
  }

  /** Somebody began it: nobody may lose it. */
  @Test
  void aNumberAloneIsADocumentThatLacksTheRest() {
    String text =
        HEADER
            + "\nEVU-1;10/11/2026;Client EVU;Brie EVU;1;100,00;19;100,00\nEVU-2;;;;;;;\nEVU-3;10/11/2026;Client EVU;Brie EVU;1;100,00;19;100,00\n";

    assertThat(answer("evu.csv", text).status()).isEqualTo("PARTIAL");
  }
}
