package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Differences are approved by those who may, and posted once and whole. */
class CountApprovalIT extends ReconciliationScenario {
  private static final String SESSION = "INV-%s-20260228";

  @AfterEach
  void reopen() {
    db.sql("DELETE FROM stock_closing").update();
  }

  /** A product of 100 at 10 DA, counted as 90 by Ali, in that warehouse. */
  private void counted(String warehouse, String product) {
    take(
        "stock-movements",
        warehouse + "-m.csv",
        MOVEMENTS + "01/02/2026;OPENING;%s;;%s;100;10;OUV-%1$s\n".formatted(product, warehouse));
    take(
        "stock-counts",
        warehouse + "-c.csv",
        COUNTS + "28/02/2026;%s;%s;;90;;Ali;\n".formatted(warehouse, product));
  }

  @Test
  void twoPeopleWhoDidNotCountApproveALargeDifferenceAndItIsPostedOnce() {
    counted("VALIDE", "APP-VAL");
    String session = SESSION.formatted("VALIDE");
    assertThat(count(2, "approve", session, "--by", "Aya"))
        .contains("n'a pas encore été rapproché");
    reconcile("2026-02-28");
    assertThat(count(0, "list"))
        .containsPattern(session + " .* RECOUNT .* 1 écart\\(s\\), 1 à valider");

    assertThat(count(2, "approve", session, "--by", "Aya", "--product", "RIEN"))
        .contains("RIEN n'a aucun écart");
    assertThat(count(2, "approve", session, "--by", "ali", "--reason", "COUNT_ERROR"))
        .contains("Validation refusée : ali a compté ou déjà validé");
    assertThat(count(2, "approve", session, "--by", "Aya"))
        .contains("Motif obligatoire pour l'ajustement de APP-VAL");
    assertThat(count(2, "approve", session, "--by", "Aya", "--reason", "PERDU"))
        .contains("Le motif « PERDU » n'existe pas");
    count(0, "approve", session, "--by", "Aya", "--reason", "COUNT_ERROR");
    assertThat(count(2, "approve", session, "--by", "AYA")).contains("déjà validé");
    assertThat(count(2, "post", session, "--by", "Aya"))
        .contains("APP-VAL : l'écart est à valider");
    assertThat(quantity("APP-VAL")).isEqualTo("100");

    assertThat(count(2, "approve", session, "--by", "Âlí")).contains("Âlí a compté");
    count(0, "approve", session, "--by", "Zoé");
    assertThat(proposed("VALIDE")).containsExactly("APP-VAL -10 -100 DOUBLE APPROVED COUNT_ERROR");
    assertThat(count(0, "post", session, "--by", "Zoé")).contains("1 ligne(s) écrite(s)");
    assertThat(quantity("APP-VAL")).isEqualTo("90");
    assertThat(proposed("VALIDE")).containsExactly("APP-VAL -10 -100 DOUBLE POSTED COUNT_ERROR");
    assertThat(
            db.sql(
                    "SELECT concat_ws(' ', origin, reason_code, trim_scale(value), ref_no, entered_by)"
                        + " FROM stock_movement JOIN product USING (product_id)"
                        + " WHERE product_code = 'APP-VAL' AND ref_type = 'COUNT'")
                .query(String.class)
                .list())
        .containsExactly("INVENTAIRE COUNT_ERROR -100 " + session + " Zoé");
    assertThat(count(2, "post", session, "--by", "Zoé")).contains("est déjà terminé (POSTED)");
    assertThat(
            take("stock-counts", "VALIDE-c2.csv", COUNTS + "01/03/2026;VALIDE;APP-VAL;;90;;Ali;\n")
                .status())
        .isEqualTo("POSTED");
  }

  /** Eleven times 9,900 DA, each of which nobody would approve, are more than 100,000. */
  @Test
  void whatNobodyApprovesIsApprovedWhereItIsTooMuchTogether() {
    small("TOTALFEW", 10);
    small("TOTALMANY", 11);
    reconcile("2026-02-28");
    assertThat(proposed("TOTALFEW")).hasSize(10).allMatch(one -> one.contains(" AUTO APPROVED "));
    assertThat(proposed("TOTALMANY")).hasSize(11).allMatch(one -> one.contains(" SINGLE PENDING"));
    String session = SESSION.formatted("TOTALMANY");
    assertThat(count(2, "post", session, "--by", "Aya")).contains("à valider");
    count(0, "approve", session, "--by", "Aya", "--reason", "COUNT_ERROR");
    count(0, "post", session, "--by", "Aya");
  }

  /** So many products of 10,000 at 99 DA, of which 100 are missing: one per cent of each. */
  private void small(String warehouse, int products) {
    StringBuilder movements = new StringBuilder(MOVEMENTS);
    StringBuilder counts = new StringBuilder(COUNTS);
    for (int i = 1; i <= products; i++) {
      String product = warehouse + "-" + i;
      movements.append(
          "01/02/2026;OPENING;%s;;%s;10000;99;OUV-%1$s\n".formatted(product, warehouse));
      counts.append("28/02/2026;%s;%s;;9900;;Ali;\n".formatted(warehouse, product));
    }
    take("stock-movements", warehouse + "-m.csv", movements.toString());
    take("stock-counts", warehouse + "-c.csv", counts.toString());
  }

  @Test
  void theSheetOfACountThatWasOpenedIsItsOwn() throws IOException {
    take(
        "stock-movements",
        "ouvert-m.csv",
        MOVEMENTS + "01/02/2026;OPENING;APP-OUV;;OUVERT;100;10;OUV-APP-OUV\n");
    count(
        0,
        "open",
        "--session",
        "CAVE-7",
        "--warehouse",
        "OUVERT",
        "--cutoff",
        "2026-02-27T18:00",
        "--by",
        "Samia");
    complete("count-sheets", "2026-02-28");
    try (ReportWorkbook book =
        ReportWorkbook.open(HUB.home().resolve("reports/count-sheets/inventaire-CAVE-7.xlsx"))) {
      assertThat(book.table("Inventaire").get(0))
          .containsEntry("N° inventaire", "CAVE-7")
          .containsEntry("Date", "2026-02-27")
          .containsEntry("Code article", "APP-OUV");
    }
    assertThat(HUB.home().resolve("reports/count-sheets/inventaire-OUVERT-2026-02-28.xlsx"))
        .doesNotExist();
    count(0, "close", "CAVE-7", "--by", "Samia", "--because", "essai");
  }

  @Test
  void theWorkbookOfAPostedCountNamesWhoApproved() throws IOException {
    counted("SIGNE", "APP-SIG");
    String session = SESSION.formatted("SIGNE");
    reconcile("2026-02-28");
    count(0, "approve", session, "--by", "Aya", "--reason", "COUNT_ERROR");
    count(0, "approve", session, "--by", "Zoé");
    count(0, "post", session, "--by", "Zoé");
    ended(
        number(
            "SELECT max(id) FROM job_run WHERE asked ->> 'session' = document_number('"
                + session
                + "')"));
    try (ReportWorkbook book =
        ReportWorkbook.open(
            HUB.home()
                .resolve(
                    "reports/reconcile-stock/rapprochement-" + session + "-2026-02-28.xlsx"))) {
      book.recalculated();
      assertThat(book.figures("Synthèse"))
          .containsEntry("Valideurs", "Aya, Zoé")
          .containsEntry("Validations en attente", "0");
      assertThat(book.table("Ajustements").get(0))
          .containsEntry("État", "Comptabilisé")
          .containsEntry("Comptabilisé (DA)", book.table("Ajustements").get(0).get("Valeur (DA)"))
          .containsEntry("Mouvement", session);
    }
    take(
        "stock-movements",
        "signe-tard.csv",
        MOVEMENTS + "20/02/2026;PERTE;APP-SIG;;SIGNE;10;;PV-SIG-9\n");
    assertThat(rulesOf("signe-tard.csv")).contains("MVT-015");
  }

  @Test
  void whatCameAfterTheReconciliationIsLookedAtFirst() {
    counted("TARDIF", "APP-TAR");
    String session = SESSION.formatted("TARDIF");
    reconcile("2026-02-28");
    take(
        "stock-movements",
        "tardif-m2.csv",
        MOVEMENTS + "15/02/2026;PERTE;APP-TAR;;TARDIF;10;;PV-APP-TAR\n");
    assertThat(count(2, "approve", session, "--by", "Aya", "--reason", "OTHER"))
        .contains("CNT-014");
    reconcile("2026-02-28");
    assertThat(proposed("TARDIF")).isEmpty();
    assertThat(count(0, "post", session, "--by", "Aya")).contains("0 ligne(s) écrite(s)");
  }

  /** What is approved is so many of something and what they are worth. */
  @Test
  void aDifferenceThatIsWorthSomethingElseSinceIsToBeApprovedAgain() {
    counted("COUTS", "APP-COU");
    String session = SESSION.formatted("COUTS");
    reconcile("2026-02-28");
    count(0, "approve", session, "--by", "Aya", "--reason", "COUNT_ERROR");
    count(0, "approve", session, "--by", "Zoé");
    reconcile("2026-02-28");
    assertThat(proposed("COUTS"))
        .as("nothing changed")
        .containsExactly("APP-COU -10 -100 DOUBLE APPROVED COUNT_ERROR");
    take(
        "stock-movements",
        "couts-m2.csv",
        MOVEMENTS + "10/02/2026;RECEPTION;APP-COU;;AILLEURS;100;30;COUTS-R\n");
    reconcile("2026-02-28");
    assertThat(proposed("COUTS")).containsExactly("APP-COU -10 -200 DOUBLE PENDING");
    assertThat(count(2, "post", session, "--by", "Zoé")).contains("l'écart est à valider");
  }

  @Test
  void nothingIsPostedIntoAClosedPeriod() {
    counted("CLOS", "APP-CLO");
    String session = SESSION.formatted("CLOS");
    reconcile("2026-02-28");
    count(0, "approve", session, "--by", "Aya", "--reason", "OTHER");
    count(0, "approve", session, "--by", "Zoé");
    db.sql("INSERT INTO stock_closing (closed_through, closed_by) VALUES ('2026-02-28', 'test')")
        .update();
    assertThat(count(2, "post", session, "--by", "Zoé")).contains("Période close : 28/02/2026");
    assertThat(quantity("APP-CLO")).isEqualTo("100");
  }

  @Test
  void aCountIsOpenedBeforehandAndGivenUp() {
    take(
        "stock-movements",
        "avance-m.csv",
        MOVEMENTS + "01/02/2026;OPENING;APP-AVA;;AVANCE;100;10;OUV-AVA\n");
    assertThat(count(2, "open", "--warehouse", "AVANCE")).contains("count open --warehouse");
    assertThat(count(2, "open", "--warehouse", "NULLE PART", "--by", "Aya"))
        .contains("Le dépôt « NULLE PART » n'existe pas");
    assertThat(count(2, "open", "--warehouse", "AVANCE", "--by", "Aya", "--freeze", "glace"))
        .contains("--freeze : « GLACE » ne se lit pas. Possible : HARD, SOFT, NONE.");
    assertThat(
            count(
                2, "open", "--warehouse", "AVANCE", "--by", "Aya", "--cutoff", "2036-09-30T18:00"))
        .contains("trop lointaine");
    assertThat(count(2, "open", "--warehouse", "AVANCE", "--by", "Aya", "--cutoff", "hier"))
        .contains("--cutoff : « hier »");
    String[] open = {
      "open",
      "--warehouse",
      "avance",
      "--cutoff",
      "2026-02-28T18:00",
      "--kind",
      "spot",
      "--by",
      "Aya"
    };
    String session = SESSION.formatted("AVANCE");
    assertThat(count(0, open))
        .contains(session + "  dépôt AVANCE", "arrêté au 28/02/2026 18:00", "OPEN", "0 ligne(s)");
    count(0, open);
    take("stock-counts", "avance-c.csv", COUNTS + "28/02/2026;AVANCE;APP-AVA;;90;;Ali;\n");
    assertThat(count(0, "list")).contains(session + "  dépôt AVANCE");
    assertThat(number("SELECT count(*) FROM count_session WHERE session_no LIKE 'INV-AVANCE-%'"))
        .as("the sheet is a count of the session that was opened")
        .isEqualTo(1);
    reconcile("2026-02-28");
    assertThat(proposed("AVANCE")).containsExactly("APP-AVA -10 -100 DOUBLE PENDING");
    assertThat(count(0, "close", session, "--by", "Aya", "--because", "balance en panne"))
        .contains("CANCELLED");
    assertThat(proposed("AVANCE")).containsExactly("APP-AVA -10 -100 DOUBLE REJECTED");
    assertThat(count(2, "close", session, "--by", "Aya")).contains("est déjà terminé (CANCELLED)");
    assertThat(quantity("APP-AVA")).isEqualTo("100");
  }

  /** One heap had no label: nobody knows which lot is missing. */
  @Test
  void aProductThatIsCountedAsAWholeIsPostedWithoutALot() {
    take(
        "stock-movements",
        "tout-m.csv",
        MOVEMENTS
            + """
            01/02/2026;OPENING;APP-TOUT;L1;TOUTVRAC;60;10;OUV-TOUT-1
            01/02/2026;OPENING;APP-TOUT;L2;TOUTVRAC;40;10;OUV-TOUT-2
            """);
    take(
        "stock-counts",
        "tout-c.csv",
        COUNTS
            + "28/02/2026;TOUTVRAC;APP-TOUT;L1;50;;Ali;\n28/02/2026;TOUTVRAC;APP-TOUT;;49;;Ali;\n");
    String session = SESSION.formatted("TOUTVRAC");
    reconcile("2026-02-28");
    count(0, "post", session, "--by", "Aya");
    assertThat(
            db.sql(
                    "SELECT concat_ws(' ', trim_scale(qty_base), lot_id) FROM stock_movement"
                        + " JOIN product USING (product_id)"
                        + " WHERE product_code = 'APP-TOUT' AND ref_type = 'COUNT'")
                .query(String.class)
                .list())
        .containsExactly("-1");
  }

  private String quantity(String product) {
    return db.sql(
            "SELECT trim_scale(sum(qty_base))::text FROM stock_movement JOIN product USING (product_id)"
                + " WHERE product_code = :product")
        .param("product", product)
        .query(String.class)
        .single();
  }
}
