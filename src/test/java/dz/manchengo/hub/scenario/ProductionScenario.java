package dz.manchengo.hub.scenario;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What scenarios of batch records share. */
abstract class ProductionScenario extends InProcessHub {
  private static final String FOLDER = "production";
  static final String HEADER =
      "N° OF;Date fabrication;Code produit;N° lot;Qté produite;Unité;DLC;Code MP;Lot MP;Qté consommée;Unité MP\n";

  static Acknowledgement drop(String name, String text) {
    return drop(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Acknowledgement drop(String name, byte[] bytes) {
    HUB.drop(FOLDER, name, bytes);
    return HUB.awaitAcknowledgement(FOLDER, name);
  }

  /** Row and rule, but for products made on the way, and dates read day first. */
  List<String> findings(String name) {
    return db.sql(
            "SELECT row_no || ' ' || rule_code FROM finding WHERE submission_id = :id"
                + " AND rule_code NOT IN ('MDM-001', 'INV-030', 'FMT-007') ORDER BY id")
        .param("id", idOf(name))
        .query(String.class)
        .list();
  }
}
