package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Movements whose places tell where they come from (MVT-012), and those that did not happen. */
class MovementPlacesIT extends MovementScenario {
  private static final String ODOO =
      "\"Date\",\"Référence\",\"Produit\",\"De\",\"À\",\"Quantité\",\"Unité de mesure\",\"Statut\"\n";

  private static String move(String reference, String from, String to, String rest) {
    return "\"2026-10-05 08:12:00\",\"%s\",\"[MPL-1] Lait MPL\",\"%s\",\"%s\",%s\n"
        .formatted(reference, from, to, rest);
  }

  private static Acknowledgement dropped(String name, String text) {
    HUB.drop("", name, text.getBytes(UTF_8));
    return HUB.awaitAcknowledgement("", name);
  }

  /** Origin, quantity and warehouse. */
  private List<String> ledger(String product) {
    return db.sql(
            "SELECT origin || ' ' || trim_scale(qty_base) || ' ' || w.code FROM stock_movement m"
                + " JOIN product p USING (product_id) JOIN warehouse w USING (warehouse_id)"
                + " WHERE product_code = :product ORDER BY movement_id")
        .param("product", product)
        .query(String.class)
        .list();
  }

  @Test
  void odoosHistoryOfMovesIsInTheLedger() {
    Acknowledgement answer =
        dropped(
            "odoo-mouvements.csv",
            ODOO
                + move("MPL/IN/1", "Partners/Vendors", "MPL/Stock", "\"120.0\",\"kg\",\"Fait\"")
                + move(
                    "MPL/MO/1",
                    "MPL/Stock",
                    "Virtual Locations/Production",
                    "\"90\",\"kg\",\"Fait\"")
                + move("MPL/OUT/1", "MPL/Stock", "Partners/Customers", "\"10\",\"kg\",\"Fait\"")
                + move("MPL/RET/1", "Partners/Customers", "MPL/Stock", "\"2\",\"kg\",\"Fait\"")
                + move("MPL/INT/1", "MPL/Stock", "MPL/Production", "\"3\",\"kg\",\"Fait\"")
                + move(
                    "MPL/SP/1", "MPL/Stock", "Virtual Locations/Scrap", "\"1\",\"kg\",\"Fait\""));

    assertThat(answer.value("Flux")).isEqualTo("odoo.stock-movements");
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(rulesOf("odoo-mouvements.csv")).contains("MVT-012");
    assertThat(ledger("MPL-1"))
        .containsExactly(
            "RECEPTION 120 MPL STOCK",
            "PRODUCTION_OUT -90 MPL STOCK",
            "VENTE -10 MPL STOCK",
            "RETOUR_CLIENT 2 MPL STOCK",
            "TRANSFER -3 MPL STOCK",
            "TRANSFER 3 MPL PRODUCTION",
            "PERTE -1 MPL STOCK");
    assertThat(number("SELECT count(*) FROM warehouse WHERE code LIKE 'PARTNERS%'")).isZero();
  }

  @Test
  void whatIsOnlyPlannedOrPassesUsByMovesNothing() {
    Acknowledgement answer =
        dropped(
            "odoo-prevus.csv",
            ODOO
                + move("MPL/IN/7", "Partners/Vendors", "MPL/Stock", "\"7\",\"kg\",\"Prêt\"")
                + move("MPL/IN/8", "Partners/Vendors", "MPL/Stock", "\"8\",\"kg\",\"Annulé\"")
                + move(
                    "MPL/DS/9", "Partners/Vendors", "Partners/Customers", "\"9\",\"kg\",\"Fait\""));

    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(answer.cells(Acknowledgement.CORRECT).toString())
        .contains("MPL/IN/7 non effectué (« Prêt »)")
        .contains("MPL/IN/8 non effectué (« Annulé »)")
        .contains("de « Partners/Vendors » vers « Partners/Customers » n'en dit aucune");
  }

  @Test
  void aListOfTransfersNeedsNoOrigin() {
    drop(
        "transferts.csv",
        """
        Date;N° pièce;Code article;Dépôt source;Dépôt destination;Qté
        06/10/2026;BT-MPL;MPL-2;MPL NORD;MPL SUD;12
        """);
    assertThat(ledger("MPL-2")).containsExactly("TRANSFER -12 MPL NORD", "TRANSFER 12 MPL SUD");
  }

  @Test
  void aWayIsNoOrigin() {
    Acknowledgement columns =
        drop(
            "sens-1.csv",
            "Date;Référence;Code;Désignation;Entrée;Sortie\n06/10/2026;BL-MPL;MPL-3;Sel;5;\n");
    assertThat(columns.status()).isEqualTo("REJECTED");
    assertThat(columns.sentence()).contains("« Origine »").contains("réception, entrée production");

    Acknowledgement word =
        drop(
            "sens-2.csv",
            "Date;Référence;Code;Désignation;Origine;Quantité\n06/10/2026;BL-MPL;MPL-3;Sel;Entrée;5\n");
    assertThat(word.cells(Acknowledgement.CORRECT).toString())
        .contains("« Entrée » ne dit que le sens, pas pourquoi");
  }

  @Test
  void aColumnTypeMayHoldOrigins() {
    Acknowledgement answer =
        drop(
            "type-origine.csv",
            """
            Date;N° bon;Type;Code article;Qté;Dépôt
            06/10/2026;BR-MPL;Réception;MPL-4;100;MPL T
            06/10/2026;BS-MPL;Sortie production;MPL-4;40;MPL T
            06/10/2026;BL-MPL;Livraison;MPL-4;10;MPL T
            """);
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(ledger("MPL-4"))
        .containsExactly("RECEPTION 100 MPL T", "PRODUCTION_OUT -40 MPL T", "VENTE -10 MPL T");
    assertThat(rulesOf("type-origine.csv")).contains("FIL-007");
  }
}
