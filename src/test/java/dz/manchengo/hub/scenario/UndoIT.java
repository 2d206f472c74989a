package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An acknowledgement in the folder of undos takes its submission back. */
class UndoIT extends InProcessHub {
  private static final String ORDERS =
      "N° commande;Date commande;Code client;Client;Code article;Désignation;Qté;Unité;P.U. HT;TVA %";
  private static final String SALES =
      "N° facture;Date facture;Code client;Client;Code article;Désignation;Qté;P.U. HT;TVA %;N° facture d'origine;N° commande";
  private static final String PAYMENTS =
      "N° facture;Date règlement;Montant;Mode de règlement;Référence";
  private static final String PRODUCTION =
      "N° OF;Date fabrication;Code produit;N° lot;Qté produite;Unité;DLC;Code MP;Lot MP;Qté consommée;Unité MP";
  private static final String MOVEMENTS =
      "Date;Origine;Code;Lot;Dépôt;Quantité;Coût unitaire;Référence";
  private static final String COUNTS =
      "N° inventaire;Date;Dépôt;Code article;Désignation;Unité;Quantité comptée;Compteur";
  private static final String PARTIES = "Code tiers;Raison sociale;Type;E-mail;Délai de paiement";
  private static final String PRODUCTS =
      "Code article;Désignation;Type;Unité;TVA;Conditionnement;Facteur";

  @AfterEach
  void reopen() {
    db.sql("DELETE FROM stock_closing").update();
  }

  // ---- orders

  @Test
  void anOrderGoesWithWhatWasMadeForItAndItsFileMayComeAgain() {
    String text = text(ORDERS, "UC-1;15/01/2026;UC-A;Client UC;UC-P;Fromage;5;U;100;19");
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
        text(ORDERS, "UR-1;15/01/2026;UR-A;Client UR;UR-P;Fromage;5;U;100;19"));
    drop(
        "orders",
        "ur-2.csv",
        text(ORDERS, "UR-1;15/01/2026;UR-A;Client UR;UR-P;Fromage;7;U;100;19"));

    Acknowledgement kept = undo("orders/ur-1.csv", "ur-1-annulation.xlsx");
    assertThat(kept.status()).isEqualTo("REJECTED");
    assertThat(kept.sentence()).startsWith("Rien n'a été annulé");
    assertThat(reasons(kept))
        .contains(
            "une révision plus récente existe : UR-1 (soumission n° " + idOf("ur-2.csv") + ")");
    assertThat(submission("ur-1.csv")).containsEntry("status", "POSTED");

    assertThat(undo("orders/ur-2.csv", "ur-2-annulation.xlsx").status()).isEqualTo("POSTED");
    assertThat(orders("UR-1")).containsExactly("1 t 5.0000", "2 f 7.0000");
    assertThat(undo("orders/ur-1.csv", "ur-1-annulation-2.xlsx").status()).isEqualTo("POSTED");
    assertThat(number("SELECT count(*) FROM sales_order WHERE order_no = 'UR-1' AND is_current"))
        .isZero();
  }

  @Test
  void whatWasInvoicedSinceIsKeptAndTheRestGoes() {
    drop(
        "orders",
        "up-1.csv",
        text(
            ORDERS,
            "UP-1;15/01/2026;UP-A;Client UP;UP-P;Fromage;5;U;100;19",
            "UP-2;15/01/2026;UP-A;Client UP;UP-P;Fromage;6;U;100;19"));
    drop(
        "invoices",
        "up-f.csv",
        text(SALES, "UP-F;15/02/2026;UP-A;Client UP;UP-P;Fromage;5;100;19;;UP-1"));

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
        text(SALES, "UI-1;15/02/2026;UI-A;Client UI;UI-P;Fromage;1;10000;19;;"));
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

  @Test
  void anInvoiceThatWasCreditedIsKeptUntilTheCreditNoteGoes() {
    drop(
        "invoices",
        "ua-1.csv",
        text(SALES, "UA-1;15/02/2026;UA-A;Client UA;UA-P;Fromage;10;100;19;;"));
    drop(
        "invoices",
        "ua-2.csv",
        text(SALES, "UA-2;16/02/2026;UA-A;Client UA;UA-P;Fromage;-4;100;19;UA-1;"));

    assertThat(reasons(undo("invoices/ua-1.csv", "ua-1-annulation.xlsx")))
        .anyMatch(r -> r.startsWith("un avoir s'y rapporte : UA-2"));
    assertThat(undo("invoices/ua-2.csv", "ua-2-annulation.xlsx").status()).isEqualTo("POSTED");
    assertThat(undo("invoices/ua-1.csv", "ua-1-annulation-2.xlsx").status()).isEqualTo("POSTED");
  }

  // ---- production and stock

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
    String text = text(COUNTS, "UN-1;31/10/2026;UN-D;UN-P;Fromage;U;12;Agent 1");
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

  @Test
  void whatIsNoAnswerOfAPostedSubmissionIsRefusedInOneSentence() throws IOException {
    String text = text(ORDERS, "UX-1;15/01/2026;UX-A;Client UX;UX-P;Fromage;5;U;100;19");
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

  private static String text(String header, String... rows) {
    return header + "\r\n" + String.join("\r\n", rows) + "\r\n";
  }

  private static Acknowledgement drop(String folder, String name, String text) {
    HUB.drop(folder, name, text.getBytes(StandardCharsets.UTF_8));
    return HUB.awaitAcknowledgement(folder, name);
  }

  private static Acknowledgement undo(String answerTo, String name) {
    return undo(bytes(answerTo), name);
  }

  private static Acknowledgement undo(byte[] answer, String name) {
    try {
      Path undo = HUB.home().resolve("undo");
      Files.move(Files.write(undo.resolve("." + name + ".part"), answer), undo.resolve(name));
      return HUB.awaitAcknowledgement("undo", name);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Acknowledgement previewUndo(String answerTo, String name) {
    try {
      Files.write(HUB.home().resolve("preview/undo").resolve(name), bytes(answerTo));
      return HUB.awaitAcknowledgement("preview/undo", name);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String answerTo) {
    try {
      return Files.readAllBytes(
          HUB.home().resolve("acknowledgements").resolve(answerTo + ".ack.xlsx"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] changed(String answerTo, String label, String value) throws IOException {
    Acknowledgement answer =
        Acknowledgement.read(
            HUB.home().resolve("acknowledgements").resolve(answerTo + ".ack.xlsx"));
    for (Row row : answer.book().getSheetAt(0)) {
      if (row.getCell(0) != null && row.getCell(0).toString().equals(label)) {
        row.getCell(1).setCellValue(value);
      }
    }
    return answer.bytes();
  }

  /** Kind, document and what became of it, of each record. */
  private static List<String> outcomes(Acknowledgement answer) {
    return answer.cells("Annulation").stream()
        .skip(1)
        .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(4))
        .toList();
  }

  private static List<String> reasons(Acknowledgement answer) {
    return answer.cells("Annulation").stream().skip(1).map(row -> row.get(5)).toList();
  }

  private static String refusal(Acknowledgement answer) {
    assertThat(answer.status()).isEqualTo("REJECTED");
    return answer.sentence();
  }

  // ---- the tables

  private List<String> orders(String number) {
    return db.sql(
            "SELECT revision || ' ' || CASE WHEN is_current THEN 't' ELSE 'f' END || ' ' || qty"
                + " FROM sales_order JOIN sales_order_line USING (order_id) WHERE order_no = :no ORDER BY order_id")
        .param("no", number)
        .query(String.class)
        .list();
  }

  private String status(String invoice) {
    return db.sql("SELECT status FROM invoice WHERE invoice_no = :no AND is_current")
        .param("no", invoice)
        .query(String.class)
        .single();
  }

  private String stock(String product) {
    return db.sql(
            "SELECT sum(qty_base) || ' ' || sum(value) FROM stock_movement JOIN product USING (product_id)"
                + " WHERE product_code = :code")
        .param("code", product)
        .query(String.class)
        .single();
  }

  private String dlc(String lot) {
    return db.sql("SELECT dlc::text FROM lot WHERE lot_code = :lot AND withdrawn_by IS NULL")
        .param("lot", lot)
        .query(String.class)
        .single();
  }

  private String party(String code) {
    return db.sql("SELECT email || ' ' || payment_terms_days FROM party WHERE party_code = :code")
        .param("code", code)
        .query(String.class)
        .single();
  }
}
