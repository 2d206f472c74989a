package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** From whom goods came and to whom they went, as lists of movements say it. */
class MovementPartiesIT extends MovementScenario {
  private static final String PARTIES =
      "Date;Origine;Code article;Désignation;N° lot;Dépôt;Quantité;N° pièce;Fournisseur;Client\r\n";

  private List<String> parties(String product) {
    return db.sql(
            "SELECT m.origin || ' ' || m.ref_no || ' ' || coalesce(p.name, '-')"
                + " || CASE WHEN p.is_supplier THEN ' F' ELSE '' END || CASE WHEN p.is_customer THEN ' C' ELSE '' END"
                + " FROM v_movement_in_force m JOIN product USING (product_id) LEFT JOIN party p ON p.party_id = m.party_id"
                + " WHERE product_code = :product ORDER BY m.movement_id")
        .param("product", product)
        .query(String.class)
        .list();
  }

  @Test
  void whoDeliversIsASupplierAndWhoIsDeliveredToACustomer() {
    Acknowledgement answer =
        drop(
            "receptions-tiers.csv",
            PARTIES
                + row("05/02/2016;RECEPTION;MVF-LAIT;Lait;MVF-L1;MVF;100;BR-1;Ferme Haddad;")
                + row("06/02/2016;VENTE;MVF-LAIT;Lait;MVF-L1;MVF;10;BL-1;;Crémerie Nour")
                + row("07/02/2016;PERTE;MVF-LAIT;Lait;MVF-L1;MVF;1;PV-1;Ferme Haddad;")
                + row("08/02/2016;RECEPTION;MVF-LAIT;Lait;MVF-L2;MVF;50;BR-2;FERME HADDAD;"));
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(rulesOf("receptions-tiers.csv")).containsOnlyOnce("MDM-001").contains("MDM-003");
    assertThat(parties("MVF-LAIT"))
        .containsExactly(
            "RECEPTION BR-1 Ferme Haddad F",
            "VENTE BL-1 Crémerie Nour C",
            "PERTE PV-1 -",
            "RECEPTION BR-2 Ferme Haddad F");
    assertThat(supplierOf("MVF-L2")).containsExactly("Ferme Haddad");
    UndoScenario.undo(
        UndoScenario.bytes(FOLDER + "/receptions-tiers.csv"), "receptions-tiers.csv.ack.xlsx");
    assertThat(
            db.sql(
                    "SELECT count(*) FROM party WHERE name = 'Ferme Haddad' AND withdrawn_by IS NULL")
                .query(Long.class)
                .single())
        .isZero();
  }

  /** « Tiers » is the one or the other, by what moved. */
  @Test
  void oneColumnForBoth() {
    HUB.drop(
        "parties",
        "tiers-mvt.csv",
        "Code;Raison sociale;Type\r\nMVT-F;Fromagerie Sud;Fournisseur\r\n".getBytes(UTF_8));
    HUB.awaitAcknowledgement("parties", "tiers-mvt.csv");
    Acknowledgement answer =
        drop(
            "mouvements-tiers.csv",
            "Date;Origine;Code article;Désignation;Dépôt;Quantité;N° pièce;Code tiers;Tiers\r\n"
                + row("05/02/2016;RECEPTION;MVF-SEL;Sel;MVF;100;BR-9;MVT-F;Fromagerie Sud")
                + row("06/02/2016;VENTE;MVF-SEL;Sel;MVF;10;BL-9;MVT-F;Fromagerie Sud"));
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(rulesOf("mouvements-tiers.csv")).contains("MDM-012").doesNotContain("MDM-003");
    assertThat(parties("MVF-SEL"))
        .containsExactly("RECEPTION BR-9 Fromagerie Sud F C", "VENTE BL-9 Fromagerie Sud F C");
  }

  private List<String> supplierOf(String lot) {
    return db.sql(
            "SELECT s.name FROM v_movement_in_force m JOIN lot l USING (lot_id) JOIN party s ON s.party_id = m.party_id"
                + " WHERE l.lot_code = :lot AND m.origin = 'RECEPTION'")
        .param("lot", lot)
        .query(String.class)
        .list();
  }
}
