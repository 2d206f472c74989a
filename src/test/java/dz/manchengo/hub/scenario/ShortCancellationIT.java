package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An order that is there is cancelled by its number, a status and a reason. */
class ShortCancellationIT extends OrderScenario {
  private static final String SHORT = "N° commande;Statut;Motif annulation\n";

  @Test
  void theNumberTheStatusAndTheReasonAreEnough() {
    drop("sc-1.csv", Line.of("SC-1", "SC-A", "10"), Line.of("SC-1", "SC-B", "5"));
    Acknowledgement answer = drop("sc-2.csv", SHORT + "sc 1;Annulée;Doublon\n");
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(current("SC-1"))
        .containsEntry("status", "CANCELLED")
        .containsEntry("cancel_reason", "Doublon")
        .containsEntry("revision", 2);
    assertThat(
            number(
                "SELECT count(*) FROM sales_order_line JOIN sales_order USING (order_id)"
                    + " WHERE order_no = 'SC-1' AND is_current"))
        .isEqualTo(2);
    assertThat(answer.figure("Total HT comptabilisé (DA)")).isZero();
    assertThat(drop("sc-3.csv", SHORT + "SC-1;Annulée;Doublon\n\n").count("Documents inchangés"))
        .isEqualTo(1);
  }

  @Test
  void whatItCannotDoIsSaid() {
    drop("sc-4.csv", Line.of("SC-2", "SC-A", "10"));
    drop(
        "sc-5.csv",
        SHORT + "SC-99;Annulée;Doublon\nSC-2;Annulée;\nSC-2bis;Livrée;Doublon\n;Annulée;Doublon\n");
    assertThat(rulesOf("sc-5.csv"))
        .containsExactlyInAnyOrder("ORD-014", "ORD-014", "ORD-019", "ORD-001");
    assertThat(message("sc-5.csv", "ORD-014")).contains("aucune commande de ce numéro");
    assertThat(current("SC-2")).containsEntry("status", "CONFIRMED");
  }

  /** What is missing is called as in orders, and not as in invoices. */
  @Test
  void missingColumnsAreThoseOfAnOrder() {
    drop("sc-6.csv", "N° commande;Client;Désignation;Qté;P.U. HT\nSC-6;A;B;1;1\n");
    assertThat(message("sc-6.csv", "FIL-004")).contains("Date commande");
    drop("sc-7.csv", "Bonjour\n");
    assertThat(
            db.sql("SELECT expected FROM finding WHERE submission_id = :id")
                .param("id", idOf("sc-7.csv"))
                .query(String.class)
                .single())
        .contains("N° commande, Date commande")
        .doesNotContain("facture");
  }
}
