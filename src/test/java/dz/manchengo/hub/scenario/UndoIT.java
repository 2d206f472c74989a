package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An acknowledgement in the folder of undos takes its submission back. */
class UndoIT extends UndoScenario {
  @SuppressWarnings("NullAway.Init") // Spring sets it
  @Autowired
  private MeterRegistry metrics;

  @Test
  void anOrderGoesWithWhatWasMadeForItAndItsFileMayComeAgain() {
    String text = text(ORDERS, "UC-1;15/01/2026;UC-A;Client UC;UC-P;Meule à reprendre;5;U;100;19");
    assertThat(drop("orders", "uc-1.csv", text).status()).isEqualTo("POSTED");

    Acknowledgement preview = previewUndo("orders/uc-1.csv", "uc-1-avant.xlsx");
    assertThat(preview.status()).isEqualTo("POSTED");
    assertThat(preview.sentence()).contains("serait annulée : 3 élément(s)");
    assertThat(orders("UC-1")).containsExactly("1 t 5.0000");
    assertThat(submission("uc-1.csv")).containsEntry("status", "POSTED");

    Acknowledgement undone = undo("orders/uc-1.csv", "uc-1-annulation.xlsx");
    assertThat(undone.status()).isEqualTo("POSTED");
    assertThat(undone.value("Soumission visée")).isEqualTo("n° " + idOf("uc-1.csv") + ", uc-1.csv");
    assertThat(outcomes(undone))
        .containsExactlyInAnyOrder(
            "Commande UC-1 retrait", "Tiers UC-A retrait", "Article UC-P retrait");
    assertThat(submission("uc-1.csv")).containsEntry("status", "UNDONE");
    assertThat(orders("UC-1")).containsExactly("1 f 5.0000");
    assertThat(
            number("SELECT count(*) FROM party WHERE party_code = 'UC-A' AND withdrawn_by IS NULL"))
        .isZero();

    assertThat(refusal(undo("orders/uc-1.csv", "uc-1-encore.xlsx"))).contains("déjà annulée");
    assertThat(drop("orders", "uc-1-retour.csv", text).status()).isEqualTo("POSTED");
    assertThat(orders("UC-1")).containsExactly("1 f 5.0000", "1 t 5.0000");
    assertThat(number("SELECT count(*) FROM party WHERE party_code = 'UC-A'")).isEqualTo(2);
    assertThat(refusal(undo("undo/uc-1-annulation.xlsx", "uc-1-annulation-2.xlsx")))
        .contains("c'est elle-même une annulation");
  }

  @Test
  void aRevisionGivesWayToTheFormerOneAndALaterOneKeepsIt() {
    drop(
        "orders",
        "ur-1.csv",
        text(ORDERS, "UR-1;15/01/2026;UR-A;Client UR;UR-P;Meule à reprendre;5;U;100;19"));
    drop(
        "orders",
        "ur-2.csv",
        text(ORDERS, "UR-1;15/01/2026;UR-A;Client UR;UR-P;Meule à reprendre;7;U;100;19"));

    double refused = undone("REJECTED");
    double posted = undone("POSTED");
    Acknowledgement kept = undo("orders/ur-1.csv", "ur-1-annulation.xlsx");
    assertThat(kept.status()).isEqualTo("REJECTED");
    assertThat(undone("REJECTED")).isEqualTo(refused + 1);
    assertThat(kept.sentence()).startsWith("Rien n'a été annulé");
    assertThat(reasons(kept))
        .contains(
            "une révision plus récente existe : UR-1 (soumission n° " + idOf("ur-2.csv") + ")");
    assertThat(submission("ur-1.csv")).containsEntry("status", "POSTED");

    assertThat(undo("orders/ur-2.csv", "ur-2-annulation.xlsx").status()).isEqualTo("POSTED");
    assertThat(undone("POSTED")).isEqualTo(posted + 1);
    assertThat(orders("UR-1")).containsExactly("1 t 5.0000", "2 f 7.0000");
    assertThat(undo("orders/ur-1.csv", "ur-1-annulation-2.xlsx").status()).isEqualTo("POSTED");
    assertThat(number("SELECT count(*) FROM sales_order WHERE order_no = 'UR-1' AND is_current"))
        .isZero();
  }

  /** As the metric counts the submissions that took others back. */
  private double undone(String status) {
    return metrics
        .find("hub.intake.submissions")
        .tags("feed", "none", "status", status)
        .counters()
        .stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  /** A supplier that the first order made a customer stays one to the second. */
  @Test
  void aRoleStaysWhileOthersUseIt() {
    String purchase = SALES.replace("Code client;Client", "Code fournisseur;Fournisseur");
    drop(
        "invoices",
        "uro-0.csv",
        text(purchase, "URO-0;10/01/2026;URO;Ferme URO;UROP;Lait URO;1;100;19;;"));
    drop(
        "orders",
        "uro-1.csv",
        text(ORDERS, "URO-1;15/01/2026;URO;Ferme URO;UROP;Lait URO;5;;100;19"));
    drop(
        "orders",
        "uro-2.csv",
        text(ORDERS, "URO-2;16/01/2026;URO;Ferme URO;UROP;Lait URO;7;;100;19"));

    undo("orders/uro-1.csv", "uro-1-annulation.xlsx");
    assertThat(number("SELECT count(*) FROM party WHERE party_code = 'URO' AND is_customer"))
        .isEqualTo(1);
  }

  @Test
  void whatWasInvoicedSinceIsKeptAndTheRestGoes() {
    drop(
        "orders",
        "up-1.csv",
        text(
            ORDERS,
            "UP-1;15/01/2026;UP-A;Client UP;UP-P;Meule à reprendre;5;U;100;19",
            "UP-2;15/01/2026;UP-A;Client UP;UP-P;Meule à reprendre;6;U;100;19"));
    drop(
        "invoices",
        "up-f.csv",
        text(SALES, "UP-F;15/02/2026;UP-A;Client UP;UP-P;Meule à reprendre;5;100;19;;UP-1"));

    Acknowledgement undone = undo("orders/up-1.csv", "up-annulation.xlsx");
    assertThat(undone.status()).isEqualTo("PARTIAL");
    assertThat(outcomes(undone))
        .containsExactlyInAnyOrder(
            "Commande UP-1 conservé",
            "Commande UP-2 retrait",
            "Tiers UP-A conservé",
            "Article UP-P conservé");
    assertThat(submission("up-1.csv"))
        .containsEntry("status", "UNDONE")
        .containsEntry("documents_kept", 3);

    undo("invoices/up-f.csv", "up-f-annulation.xlsx");
    assertThat(undo("orders/up-1.csv", "up-annulation-2.xlsx").status()).isEqualTo("POSTED");
    assertThat(number("SELECT count(*) FROM sales_order WHERE order_no LIKE 'UP-_' AND is_current"))
        .isZero();
    assertThat(
            number("SELECT count(*) FROM party WHERE party_code = 'UP-A' AND withdrawn_by IS NULL"))
        .isZero();
  }

  // ---- invoices and payments

  @Test
  void paymentsGoAndTheirInvoiceIsOpenAgain() {
    drop(
        "invoices",
        "ui-1.csv",
        text(SALES, "UI-1;15/02/2026;UI-A;Client UI;UI-P;Meule à reprendre;1;10000;19;;"));
    drop("payments", "ui-p1.csv", text(PAYMENTS, "UI-1;20/02/2026;5000;Virement;V1"));
    String second = text(PAYMENTS, "UI-1;21/02/2026;6900;Virement;V2");
    drop("payments", "ui-p2.csv", second);
    assertThat(status("UI-1")).isEqualTo("PAID");

    Acknowledgement kept = undo("invoices/ui-1.csv", "ui-1-annulation.xlsx");
    assertThat(kept.status()).isEqualTo("REJECTED");
    assertThat(reasons(kept)).anyMatch(r -> r.startsWith("un règlement y est rattaché : "));

    assertThat(undo("payments/ui-p2.csv", "ui-p2-annulation.xlsx").status()).isEqualTo("POSTED");
    assertThat(status("UI-1")).isEqualTo("PARTIALLY_PAID");
    undo("payments/ui-p1.csv", "ui-p1-annulation.xlsx");
    assertThat(status("UI-1")).isEqualTo("VALIDATED");
    assertThat(
            amount(
                "SELECT paid FROM v_invoice_paid JOIN invoice USING (invoice_id) WHERE invoice_no = 'UI-1'"))
        .isEqualByComparingTo("0");

    assertThat(drop("payments", "ui-p2-retour.csv", second).count("Documents créés")).isEqualTo(1);
    assertThat(status("UI-1")).isEqualTo("PARTIALLY_PAID");
    undo("payments/ui-p2-retour.csv", "ui-p2-retour-annulation.xlsx");
    assertThat(undo("invoices/ui-1.csv", "ui-1-annulation-2.xlsx").status()).isEqualTo("POSTED");
    assertThat(
            number(
                "SELECT count(*) FROM product_price JOIN product USING (product_id) WHERE product_code = 'UI-P'"))
        .isZero();
  }

  /** What a later file said too was there when it came: its sender is named. */
  @Test
  void whoSaidTheSameIsNamedAndMayComeAgain() {
    drop(
        "invoices",
        "ue-1.csv",
        text(SALES, "UE-1;15/02/2026;UE-A;Client UE;UE-P;Meule à reprendre;1;10000;19;;"));
    String one = "UE-1;20/02/2026;5000;Virement;V1";
    drop("payments", "ue-p1.csv", text(PAYMENTS, one));
    String both = text(PAYMENTS, one, "UE-1;21/02/2026;100;Virement;V2");
    drop("payments", "ue-p2.csv", both);

    Acknowledgement undone = undo("payments/ue-p1.csv", "ue-p1-annulation.xlsx");
    assertThat(undone.cells("Constats").toString()).contains("ue-p2.csv").contains("UND-006");
    undo("payments/ue-p2.csv", "ue-p2-annulation.xlsx");
    assertThat(drop("payments", "ue-p2-retour.csv", both).count("Documents créés")).isEqualTo(2);
  }

  @Test
  void anInvoiceThatWasCreditedIsKeptUntilTheCreditNoteGoes() {
    drop(
        "invoices",
        "ua-1.csv",
        text(SALES, "UA-1;15/02/2026;UA-A;Client UA;UA-P;Meule à reprendre;10;100;19;;"));
    drop(
        "invoices",
        "ua-2.csv",
        text(SALES, "UA-2;16/02/2026;UA-A;Client UA;UA-P;Meule à reprendre;-4;100;19;UA-1;"));

    assertThat(reasons(undo("invoices/ua-1.csv", "ua-1-annulation.xlsx")))
        .anyMatch(r -> r.startsWith("un avoir s'y rapporte : UA-2"));
    assertThat(undo("invoices/ua-2.csv", "ua-2-annulation.xlsx").status()).isEqualTo("POSTED");
    assertThat(undo("invoices/ua-1.csv", "ua-1-annulation-2.xlsx").status()).isEqualTo("POSTED");
  }

  // ---- production and stock

  @Test
  void whatIsNoAnswerOfAPostedSubmissionIsRefusedInOneSentence() throws IOException {
    String text = text(ORDERS, "UX-1;15/01/2026;UX-A;Client UX;UX-P;Meule à reprendre;5;U;100;19");
    drop("orders", "ux-1.csv", text);
    drop("orders", "ux-2.csv", text);
    assertThat(refusal(undo("orders/ux-2.csv", "ux-2-annulation.xlsx")))
        .contains("doublon")
        .contains("n° " + idOf("ux-1.csv"));
    HUB.preview("orders", "ux-p.csv", text + "\n");
    HUB.awaitAcknowledgement("preview/orders", "ux-p.csv");
    assertThat(refusal(undo("preview/orders/ux-p.csv", "ux-p-annulation.xlsx"))).contains("aperçu");
    drop("orders", "ux-r.csv", "Zyx;Wvu\n1;2\n");
    assertThat(refusal(undo("orders/ux-r.csv", "ux-r-annulation.xlsx"))).contains("refusée");

    assertThat(refusal(undo(text.getBytes(StandardCharsets.UTF_8), "ux-autre.csv")))
        .contains("n'est pas un accusé de réception du hub");
    assertThat(
            refusal(
                undo(
                    changed("orders/ux-1.csv", "Empreinte SHA-256", "0".repeat(64)),
                    "ux-faux-1.xlsx")))
        .contains("Accusé de réception modifié");
    assertThat(refusal(undo(changed("orders/ux-1.csv", "N° de soumission", "1"), "ux-faux-2.xlsx")))
        .contains("Accusé de réception modifié");
    assertThat(
            refusal(
                undo(
                    changed("orders/ux-1.csv", "Référence", "00000000-0000-0000-0000-000000000000"),
                    "ux-faux-3.xlsx")))
        .contains("vient d'un autre hub");
    assertThat(
            refusal(
                undo(changed("orders/ux-1.csv", "Référence", "'; DROP TABLE x"), "ux-faux-4.xlsx")))
        .contains("vient d'un autre hub");
    db.sql("UPDATE submission SET node = 'ailleurs' WHERE id = :id")
        .param("id", idOf("ux-1.csv"))
        .update();
    assertThat(refusal(undo("orders/ux-1.csv", "ux-ailleurs.xlsx")))
        .contains("un autre hub de la même base");
    assertThat(orders("UX-1")).containsExactly("1 t 5.0000");
  }

  // ---- the ways in and out
}
