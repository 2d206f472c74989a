package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The way of lots through production in both directions, and what a recall says of them. */
class LotTraceIT extends ProductionScenario {
  /** Twelve levels, each batch of three lots of the level before: 39 lots, each met once. */
  @Test
  void theWayOfALotThroughTwelveLevelsOfThree() {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int level = 1; level <= 12; level++) {
      for (int i = 1; i <= 3; i++) {
        rows.append(
            "LAD-%d;12/10/2026;LAD-P;LAD-%d-%d;1;kg;;LAD-P;LAD-%d-%d;1;kg\n"
                .formatted(level, level, i, level - 1, i));
      }
    }
    assertThat(drop("leiter.csv", rows.toString()).status()).isEqualTo("POSTED");
    assertThat(trace("LAD-0-1", "FORWARD")).containsEntry("lots", 37L).containsEntry("depth", 12);
    assertThat(trace("LAD-12-2", "BACK")).containsEntry("lots", 37L).containsEntry("depth", 12);
    assertThat(trace("LAD-6-3", "FORWARD")).containsEntry("lots", 19L).containsEntry("depth", 6);
  }

  @Test
  void reworkMakesALoopThatEnds() {
    drop(
        "boucle.csv",
        HEADER
            + "BCL-1;12/10/2026;BCL-P;BCL-A;1;kg;;BCL-P;BCL-B;1;kg\n"
            + "BCL-2;12/10/2026;BCL-P;BCL-B;1;kg;;BCL-P;BCL-A;1;kg\n");
    assertThat(trace("BCL-A", "FORWARD")).containsEntry("lots", 2L).containsEntry("depth", 1);
    assertThat(trace("BCL-A", "BACK")).containsEntry("lots", 2L).containsEntry("depth", 1);
  }

  @Test
  void aRecallSaysWhatLiesWhereAndWhoGotIt() {
    drop("rappel.csv", HEADER + "RAP-1;12/10/2026;RAP-P;RAP-L;10;kg;;RAP-M;RAP-S;11;kg\n");
    db.sql(
            "INSERT INTO warehouse (code, name, name_norm, kind) VALUES ('RAP', 'Rappel', 'RAPPEL', 'FINISHED')")
        .update();
    move("PRODUCTION_IN", 10, "RAP-1");
    move("VENTE", -4, "BL-1");
    move("VENTE", -1, "BL-2");
    move("RETOUR_CLIENT", 1, "BL-2");
    assertThat(
            db.sql(
                    "SELECT section || ' ' || coalesce(ref_no, party_name) || ' ' || qty"
                        + " FROM recall_report((SELECT lot_id FROM lot WHERE lot_code = 'RAP-S'))")
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("EN_STOCK RAP 6.0000", "EXPEDIE BL-1 4.0000");
  }

  private void move(String origin, int quantity, String ref) {
    db.sql(
            "INSERT INTO stock_movement (effective_at, product_id, lot_id, warehouse_id, origin, qty_base,"
                + " ref_type, ref_no, idempotency_key, submission_id, source_row)"
                + " SELECT now(), product_id, lot_id, (SELECT warehouse_id FROM warehouse WHERE code = 'RAP'),"
                + " :origin, :qty, 'MOVEMENT', :ref, :key, submission_id, 1 FROM lot WHERE lot_code = 'RAP-L'")
        .param("origin", origin)
        .param("qty", quantity)
        .param("ref", ref)
        .param("key", origin + ref)
        .update();
  }

  private Map<String, Object> trace(String lot, String direction) {
    return db.sql(
            "SELECT count(*) AS lots, max(depth) AS depth"
                + " FROM trace_lot((SELECT lot_id FROM lot WHERE lot_code = :lot), :direction)")
        .param("lot", lot)
        .param("direction", direction)
        .query()
        .singleRow();
  }
}
