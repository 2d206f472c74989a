package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;

/** What scenarios of movements share. */
abstract class MovementScenario extends InProcessHub {
  static final String FOLDER = "stock-movements";
  static final String HEADER =
      "Date;Type;Origine;Code;Produit;N° lot;Dépôt;Quantité;Coût unitaire;Référence\r\n";

  @AfterEach
  void reopen() {
    db.sql("DELETE FROM stock_closing").update();
  }

  Acknowledgement drop(String name, String text) {
    HUB.drop(FOLDER, name, text.getBytes(UTF_8));
    return HUB.awaitAcknowledgement(FOLDER, name);
  }

  String quantity(String product) {
    return db.sql(
            "SELECT sum(qty_base)::text FROM stock_movement JOIN product USING (product_id)"
                + " WHERE product_code = :product")
        .param("product", product)
        .query(String.class)
        .single();
  }

  static String row(String cells) {
    return cells + "\r\n";
  }
}
