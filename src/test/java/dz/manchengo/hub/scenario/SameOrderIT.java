package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One order in files of other columns (decision 0019). */
class SameOrderIT extends InProcessHub {
  private static final String ORDERS = "orders";
  private static final String WHOLE =
      """
      N° commande;Date commande;Date livraison;Code client;Client;Code article;Désignation;Qté;Unité;PU HT;TVA %;Statut;Total HT
      MC-1;15/11/2026;18/11/2026;MC;Amel MC;MC-A;Gouda;10;pce;320,50;19;Confirmée;3205,00
      """;
  private static final String SHORT =
      """
      N° commande;Date commande;Code client;Code article;Quantité;PU HT;TVA %
      MC-1;15/11/2026;MC;MC-A;10;320,50;19
      """;

  @Test
  void columnsThatOneFileLeavesOutChangeNothing() {
    drop("meme-cmd-1.csv", WHOLE);
    Acknowledgement again = drop("meme-cmd-2.csv", SHORT);
    assertThat(again.count("Documents inchangés")).isEqualTo(1);
    assertThat(rulesOf("meme-cmd-2.csv")).contains("ORD-002").doesNotContain("ORD-003");

    Acknowledgement changed = drop("meme-cmd-3.csv", SHORT.replace(";10;", ";12;"));
    assertThat(changed.count("Documents révisés")).isEqualTo(1);
    assertThat(changed.cells("Constats").toString()).contains("10 → 12").doesNotContain("18/11");
    assertThat(
            db.sql(
                    "SELECT requested_date::text FROM sales_order WHERE order_no = 'MC-1' AND is_current")
                .query(String.class)
                .single())
        .isEqualTo("2026-11-18");
  }

  private Acknowledgement drop(String name, String text) {
    HUB.drop(ORDERS, name, text.getBytes(UTF_8));
    return HUB.awaitAcknowledgement(ORDERS, name);
  }
}
