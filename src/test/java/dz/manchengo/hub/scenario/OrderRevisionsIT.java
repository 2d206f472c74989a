package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Sales orders that come again: unchanged, changed, cancelled. */
class OrderRevisionsIT extends OrderScenario {
  @Test
  void theSameAgainChangesNothing() {
    drop("co-a1.csv", Line.of("CO-A1", "PA-1", "3"), Line.of("CO-A1", "PA-2", "4"));

    Acknowledgement bytes =
        drop("co-a1-bis.csv", Line.of("CO-A1", "PA-1", "3"), Line.of("CO-A1", "PA-2", "4"));
    Acknowledgement content =
        drop("co-a1-ter.csv", Line.of("co a1", "PA-2", "4,00"), Line.of("co a1", "PA-1", "3"));

    assertThat(bytes.status()).isEqualTo("DUPLICATE");
    assertThat(content.count("Documents inchangés")).isEqualTo(1);
    assertThat(rulesOf("co-a1-ter.csv")).containsExactly("ORD-002");
    assertThat(current("CO-A1")).containsEntry("revision", 1);
  }

  @Test
  void otherContentIsARevisionThatSaysWhatChanged() {
    drop("co-b1.csv", Line.of("CO-B1", "PB-1", "3"), Line.of("CO-B1", "PB-2", "4"));

    Acknowledgement answer =
        drop("co-b1-v2.csv", Line.of("CO-B1", "PB-1", "5"), Line.of("CO-B1", "PB-3", "1"));

    assertThat(answer.count("Documents révisés")).isEqualTo(1);
    assertThat(message("co-b1-v2.csv", "ORD-003"))
        .startsWith(
            "Commande CO-B1 : révision 2 (PB-1 Qté 3 → 5 ; + PB-3 × 1 ; − PB-2 × 4 ; total HT 700,00 → 600,00) ; précédente : fichier ");
    assertThat(current("CO-B1")).containsEntry("revision", 2);
    assertThat(number("SELECT count(*) FROM sales_order WHERE order_no = 'CO-B1'")).isEqualTo(2);
    assertThat(
            number(
                "SELECT count(*) FROM sales_order n JOIN sales_order o ON o.order_id = n.supersedes_id"
                    + " WHERE n.order_no = 'CO-B1' AND o.revision = 1 AND NOT o.is_current"))
        .isEqualTo(1);
  }

  @Test
  void statusesFollowTheirTable() {
    Line line = Line.of("CO-C1", "PC-1", "3");
    drop("co-c1.csv", line.is("Brouillon", ""));
    assertThat(drop("co-c1-b.csv", line.is("Livrée", "")).status()).isEqualTo("REJECTED");
    assertThat(message("co-c1-b.csv", "ORD-013"))
        .isEqualTo("Changement d'état interdit : brouillon → livrée");
    assertThat(drop("co-c1-c.csv", line.is("sale", "")).status()).isEqualTo("POSTED");
    assertThat(drop("co-c1-d.csv", line.is("Expédiée partiellement", "")).status())
        .isEqualTo("POSTED");
    assertThat(drop("co-c1-e.csv", line.is("Annulée", "erreur")).status()).isEqualTo("REJECTED");
    assertThat(message("co-c1-e.csv", "ORD-014"))
        .isEqualTo("Annulation de CO-C1 impossible : elle est déjà livrée, au moins en partie");
    assertThat(current("CO-C1"))
        .containsEntry("status", "PARTIALLY_DELIVERED")
        .containsEntry("revision", 3);
  }

  @Test
  void cancellingNeedsAReason() {
    Line line = Line.of("CO-D1", "PD-1", "3");
    drop("co-d1.csv", line);
    assertThat(drop("co-d1-b.csv", line.is("Annulée", "")).status()).isEqualTo("REJECTED");
    assertThat(message("co-d1-b.csv", "ORD-014"))
        .isEqualTo("Annulation de CO-D1 impossible : le motif d'annulation manque");
    assertThat(drop("co-d1-c.csv", line.is("Annulée", "client fermé")).status())
        .isEqualTo("POSTED");
    assertThat(current("CO-D1"))
        .containsEntry("status", "CANCELLED")
        .containsEntry("cancel_reason", "client fermé");
  }

  @Test
  void whatWasInvoicedIsNeitherReducedNorCancelled() {
    String product = "PJ-1";
    drop("co-j1.csv", Line.of("CO-J1", product, "10"));
    db.sql("UPDATE product SET provisional = false, base_uom = 'PCE' WHERE product_code = :code")
        .param("code", product)
        .update();
    HUB.drop(
        "fj1.csv",
        "N° facture;Date facture;Code client;Client;N° commande;Code article;Désignation;Qté;Unité;"
            + "P.U. HT;TVA %\r\nFJ-1;16/01/2026;CO-1;Client CO-1;CO J1;PJ-1;Fromage PJ-1;6;U;100;19\r\n");
    assertThat(HUB.awaitAcknowledgement("fj1.csv").status()).isEqualTo("POSTED");

    assertThat(drop("co-j1-b.csv", Line.of("CO-J1", product, "5")).status()).isEqualTo("REJECTED");
    assertThat(message("co-j1-b.csv", "ORD-004"))
        .isEqualTo("Commande CO-J1 ligne PJ-1 : 5 < déjà livré 6");
    assertThat(drop("co-j1-c.csv", Line.of("CO-J1", product, "10").is("Annulée", "x")).status())
        .isEqualTo("REJECTED");
    assertThat(message("co-j1-c.csv", "ORD-014"))
        .isEqualTo("Annulation de CO-J1 impossible : elle est déjà facturée (FJ-1)");
    drop("co-j1-d.csv", Line.of("CO-J1", product, "6").at("200"));
    assertThat(rulesOf("co-j1-d.csv")).containsExactlyInAnyOrder("ORD-003", "ORD-009");
    assertThat(message("co-j1-d.csv", "ORD-009"))
        .isEqualTo("Prix 200 à +100 % du tarif 100 (PJ-1)");
  }
}
