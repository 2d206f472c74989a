package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Batches, lots, movements, counts and lists are taken back. */
class UndoStockIT extends UndoScenario {
  @Test
  void aBatchGoesWithItsLotsUnlessTheyWereUsed() {
    String text = text(PRODUCTION, "UB-1;12/10/2026;UB-P;UB-L1;10;kg;12/12/2026;UB-M;UB-S1;11;kg");
    drop("production", "ub-1.csv", text);
    drop(
        "stock-movements",
        "ub-m.csv",
        text(MOVEMENTS, "13/10/2026;VENTE;UB-P;UB-L1;UB-D;4;;UB-V1"));

    Acknowledgement kept = undo("production/ub-1.csv", "ub-annulation.xlsx");
    assertThat(reasons(kept)).anyMatch(r -> r.startsWith("son lot a servi depuis : UB-V1"));
    assertThat(outcomes(kept)).contains("Ordre de fabrication UB-1 conservé", "Lot UB-L1 conservé");

    undo("stock-movements/ub-m.csv", "ub-m-annulation.xlsx");
    assertThat(undo("production/ub-1.csv", "ub-annulation-2.xlsx").status()).isEqualTo("POSTED");
    assertThat(
            number("SELECT count(*) FROM lot WHERE lot_code LIKE 'UB-%' AND withdrawn_by IS NULL"))
        .isZero();
    assertThat(
            number("SELECT count(*) FROM production_batch WHERE batch_no = 'UB-1' AND is_current"))
        .isZero();
    assertThat(drop("production", "ub-retour.csv", text).status()).isIn("POSTED");
    assertThat(
            number("SELECT count(*) FROM lot WHERE lot_code LIKE 'UB-%' AND withdrawn_by IS NULL"))
        .isEqualTo(2);
  }

  @Test
  void aRevisedBatchGivesItsLotsBackAsTheyWere() {
    String first = "UD-1;12/10/2026;UD-P;UD-L1;10;kg;12/12/2026;UD-M;UD-S1;11;kg";
    drop("production", "ud-1.csv", text(PRODUCTION, first));
    drop("production", "ud-2.csv", text(PRODUCTION, first.replace("12/12/2026", "20/12/2026")));
    assertThat(dlc("UD-L1")).isEqualTo("2026-12-20");

    Acknowledgement undone = undo("production/ud-2.csv", "ud-2-annulation.xlsx");
    assertThat(undone.status()).isEqualTo("POSTED");
    assertThat(outcomes(undone)).contains("Lot UD-L1 retour à l'état précédent");
    assertThat(dlc("UD-L1")).isEqualTo("2026-12-12");
    assertThat(
            number(
                "SELECT count(*) FROM lot l JOIN production_batch b USING (batch_id)"
                    + " WHERE lot_code = 'UD-L1' AND b.is_current AND b.revision = 1"))
        .isEqualTo(1);
  }

  @Test
  void movementsAreReversedAndComeAgain() {
    String text =
        text(
            MOVEMENTS,
            "20/10/2026;RECEPTION;UM-P;UM-L;UM-D;100;50;UM-R",
            "21/10/2026;VENTE;UM-P;UM-L;UM-D;30;;UM-V",
            "21/10/2026;VENTE;UM-P;UM-L;UM-D;30;;UM-V");
    drop("stock-movements", "um-1.csv", text);

    assertThat(undo("stock-movements/um-1.csv", "um-annulation.xlsx").status()).isEqualTo("POSTED");
    assertThat(stock("UM-P")).isEqualTo("0.0000 0.00");
    assertThat(
            number(
                "SELECT count(*) FROM stock_movement WHERE ref_type = 'UNDO' AND ref_no LIKE 'UM-_'"))
        .isEqualTo(3);

    for (int round = 0; round < 2; round++) {
      Acknowledgement again = drop("stock-movements", "um-retour-" + round + ".csv", text);
      assertThat(again.count("Documents créés")).isEqualTo(3);
      assertThat(stock("UM-P")).isEqualTo("40.0000 2000.00");
      undo(
          "stock-movements/um-retour-" + round + ".csv", "um-retour-annulation-" + round + ".xlsx");
      assertThat(stock("UM-P")).isEqualTo("0.0000 0.00");
    }
    assertThat(drop("stock-movements", "um-fin.csv", text).count("Documents créés")).isEqualTo(3);
    assertThat(drop("stock-movements", "um-fin-2.csv", text + "\n").count("Documents inchangés"))
        .isEqualTo(3);
  }

  @Test
  void whatWasIssuedSinceKeepsItsReceipt() {
    drop(
        "stock-movements",
        "us-1.csv",
        text(MOVEMENTS, "20/10/2026;RECEPTION;US-P;US-L;US-D;100;50;US-R"));
    drop(
        "stock-movements", "us-2.csv", text(MOVEMENTS, "21/10/2026;VENTE;US-P;US-L;US-D;30;;US-V"));

    assertThat(reasons(undo("stock-movements/us-1.csv", "us-1-annulation.xlsx")))
        .anyMatch(r -> r.startsWith("l'article est sorti depuis : US-V"));
    assertThat(stock("US-P")).isEqualTo("70.0000 3500.00");
    assertThat(undo("stock-movements/us-2.csv", "us-2-annulation.xlsx").status())
        .isEqualTo("POSTED");
    db.sql("INSERT INTO stock_closing (closed_through, closed_by) VALUES ('2026-10-31', 'test')")
        .update();
    assertThat(reasons(undo("stock-movements/us-1.csv", "us-1-annulation-2.xlsx")))
        .anyMatch(r -> r.startsWith("le stock est clos jusqu'au 2026-10-31"));
    db.sql("DELETE FROM stock_closing").update();
    assertThat(undo("stock-movements/us-1.csv", "us-1-annulation-3.xlsx").status())
        .isEqualTo("POSTED");
    assertThat(stock("US-P")).isEqualTo("0.0000 0.00");
  }

  @Test
  void aReversalThatIsUndoneMayBePostedAgainAndItsMovementUndone() {
    drop(
        "stock-movements",
        "uv-1.csv",
        text(MOVEMENTS, "20/10/2026;RECEPTION;UV-P;UV-L;UV-D;100;50;UV-R"));
    String reversal = text(MOVEMENTS, "22/10/2026;REVERSAL;UV-P;UV-L;UV-D;100;;UV-R");
    assertThat(drop("stock-movements", "uv-2.csv", reversal).status()).isEqualTo("POSTED");
    assertThat(stock("UV-P")).isEqualTo("0.0000 0.00");
    assertThat(reasons(undo("stock-movements/uv-1.csv", "uv-1-annulation.xlsx")))
        .anyMatch(r -> r.startsWith("déjà contre-passé : UV-R"));

    undo("stock-movements/uv-2.csv", "uv-2-annulation.xlsx");
    assertThat(stock("UV-P")).isEqualTo("100.0000 5000.00");
    assertThat(drop("stock-movements", "uv-3.csv", reversal).status()).isEqualTo("POSTED");
    assertThat(stock("UV-P")).isEqualTo("0.0000 0.00");
    undo("stock-movements/uv-3.csv", "uv-3-annulation.xlsx");
    assertThat(undo("stock-movements/uv-1.csv", "uv-1-annulation-2.xlsx").status())
        .isEqualTo("POSTED");
    assertThat(stock("UV-P")).isEqualTo("0.0000 0.00");
  }

  @Test
  void whatWasCountedGoesWithItsSession() {
    String text = text(COUNTS, "UN-1;31/10/2026;UN-D;UN-P;Meule à reprendre;U;12;Agent 1");
    drop("stock-counts", "un-1.csv", text);
    Acknowledgement undone = undo("stock-counts/un-1.csv", "un-annulation.xlsx");
    assertThat(undone.status()).isEqualTo("POSTED");
    assertThat(outcomes(undone))
        .contains(
            "Ligne d'inventaire UN-1 retrait",
            "Session d'inventaire UN-1 retrait",
            "Dépôt UN D retrait");
    assertThat(drop("stock-counts", "un-2.csv", text).count("Documents créés")).isEqualTo(1);

    db.sql(
            "UPDATE count_session SET status = 'POSTED' WHERE session_no = 'UN-1' AND withdrawn_by IS NULL")
        .update();
    assertThat(reasons(undo("stock-counts/un-2.csv", "un-2-annulation.xlsx")))
        .anyMatch(r -> r.startsWith("l'inventaire UN-1 n'est plus en saisie"));
  }

  // ---- master data

  @Test
  void aRecordGetsBackWhatNobodyChangedSince() {
    drop("parties", "ut-1.csv", text(PARTIES, "UT-1;Crémerie UT;client;a@ut.dz;30"));
    drop("parties", "ut-2.csv", text(PARTIES, "UT-1;Crémerie UT;client;b@ut.dz;45"));
    drop("parties", "ut-3.csv", text(PARTIES, "UT-1;Crémerie UT;client;c@ut.dz;45"));
    assertThat(party("UT-1")).isEqualTo("c@ut.dz 45");

    assertThat(undo("parties/ut-2.csv", "ut-2-annulation.xlsx").status()).isEqualTo("POSTED");
    assertThat(party("UT-1")).isEqualTo("c@ut.dz 30");
    assertThat(reasons(undo("parties/ut-1.csv", "ut-1-annulation.xlsx")))
        .anyMatch(r -> r.startsWith("modifié depuis : UT-1"));
    undo("parties/ut-3.csv", "ut-3-annulation.xlsx");
    assertThat(party("UT-1")).isEqualTo("b@ut.dz 30");
  }

  @Test
  void aProductGetsItsPackingBack() {
    drop("products", "uk-1.csv", text(PRODUCTS, "UK-1;Fromage UK;PF;U;19;CTN;12"));
    drop("products", "uk-2.csv", text(PRODUCTS, "UK-1;Fromage UK;PF;U;9;CTN;24"));
    undo("products/uk-2.csv", "uk-2-annulation.xlsx");
    assertThat(
            db.sql(
                    "SELECT vat_rate || ' ' || trim_scale(factor_to_base) FROM product JOIN product_uom USING"
                        + " (product_id) WHERE product_code = 'UK-1'")
                .query(String.class)
                .single())
        .isEqualTo("19.00 12");
    assertThat(undo("products/uk-1.csv", "uk-1-annulation.xlsx").status()).isEqualTo("POSTED");
    assertThat(
            drop("products", "uk-3.csv", text(PRODUCTS, "UK-1;Fromage UK;PF;U;19;CTN;10"))
                .count("Documents créés"))
        .isEqualTo(1);
  }

  // ---- what cannot be undone
}
