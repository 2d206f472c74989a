package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A name of several articles means none of them, and makes no further one (MDM-024). */
class NamesakesIT extends InProcessHub {
  private void drop(String folder, String name, String text) {
    HUB.drop(folder, name, text.getBytes(UTF_8));
    HUB.awaitAcknowledgement(folder, name);
  }

  @Test
  void aNameOfSeveralArticlesIsRefusedWithTheirCodes() {
    drop(
        "products",
        "ns-articles.csv",
        "Code article;Désignation;Type;Unité;TVA\nNS-1;Camembert NS;PF;U;19\nNS-2;Camembert NS;PF;U;9\n");
    for (int i = 0; i < 2; i++) {
      String name = "ns-orders" + i + ".csv";
      drop(
          "orders",
          name,
          "N° commande;Date commande;Client;Désignation;Qté;P.U. HT;TVA %\nNS-C"
              + i
              + ";15/01/2026;Client NS;Camembert NS;1;100;19\n");
      assertThat(rulesOf(name)).contains("MDM-024").doesNotContain("MDM-001", "MDM-002");
      assertThat(message(name)).contains("Camembert NS", "NS-1, NS-2");
    }
    drop(
        "invoices",
        "ns-invoices.csv",
        """
        N° facture;Date facture;Client;Désignation;Qté;P.U. HT;TVA %
        NS-F1;15/01/2026;Client NS;Camembert NS;1;100;19
        """);
    drop(
        "stock-movements",
        "ns-mvt.csv",
        """
        Date;Type mouvement;Désignation;Dépôt;Quantité;N° pièce
        15/01/2026;Réception;Camembert NS;PF;5;NS-BL1
        """);
    drop(
        "production",
        "ns-of.csv",
        "N° OF;Date;Produit;Qté produite;Unité;N° lot\nNS-OF1;15/01/2026;Camembert NS;5;U;NS-L1\n");
    for (String name : new String[] {"ns-invoices.csv", "ns-mvt.csv", "ns-of.csv"}) {
      assertThat(rulesOf(name)).as(name).contains("MDM-024").doesNotContain("MDM-001");
    }
    assertThat(number("SELECT count(*) FROM product WHERE name = 'Camembert NS'")).isEqualTo(2);
  }

  /** Two records made from files, of which the company completed one. */
  @Test
  void theOnlyOneThatIsNotProvisionalIsMeant() {
    drop(
        "orders",
        "ns-made.csv",
        """
        N° commande;Date commande;Client;Code article;Désignation;Qté;P.U. HT;TVA %
        NS-P1;15/01/2026;Client NS;NS-7;Edam NS;1;100;19
        NS-P1;15/01/2026;Client NS;NS-8;Edam NS;1;100;19
        """);
    String named =
        """
        N° facture;Date facture;Client;Désignation;Qté;P.U. HT;TVA %
        NS-P2;15/01/2026;Client NS;Edam NS;1;100;19
        """;
    drop("invoices", "ns-two.csv", named);
    assertThat(rulesOf("ns-two.csv")).contains("MDM-024");
    drop(
        "products",
        "ns-complete.csv",
        "Code article;Désignation;Type;Unité;TVA\nNS-8;Edam NS;PF;U;19\n");
    drop("invoices", "ns-one.csv", named.replace("NS-P2", "NS-P3"));
    assertThat(rulesOf("ns-one.csv")).contains("MDM-002").doesNotContain("MDM-024");
    assertThat(
            db.sql(
                    "SELECT product_code FROM product JOIN invoice_line USING (product_id)"
                        + " JOIN invoice USING (invoice_id) WHERE invoice_no = 'NS-P3'")
                .query(String.class)
                .single())
        .isEqualTo("NS-8");
  }

  /** Within one file as well: the two codes come before the name. */
  @Test
  void articlesOfTheSameFileCount() {
    drop(
        "orders",
        "ns-same.csv",
        """
        N° commande;Date commande;Client;Code article;Désignation;Qté;P.U. HT;TVA %
        NS-S1;15/01/2026;Client NS;NS-5;Brie NS;1;100;19
        NS-S1;15/01/2026;Client NS;NS-6;Brie NS;1;100;19
        NS-S2;15/01/2026;Client NS;;Brie NS;1;100;19
        """);
    assertThat(rulesOf("ns-same.csv")).contains("MDM-024");
    assertThat(number("SELECT count(*) FROM product WHERE name = 'Brie NS'")).isEqualTo(2);
  }

  private String message(String name) {
    return db.sql(
            "SELECT message FROM finding WHERE submission_id = :id AND rule_code = 'MDM-024' LIMIT 1")
        .param("id", idOf(name))
        .query(String.class)
        .single();
  }
}
