package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.AfterEach;

/** What scenarios of taking back share. */
abstract class UndoScenario extends InProcessHub {
  static final String ORDERS =
      "N° commande;Date commande;Code client;Client;Code article;Désignation;Qté;Unité;P.U. HT;TVA %";
  static final String SALES =
      "N° facture;Date facture;Code client;Client;Code article;Désignation;Qté;P.U. HT;TVA %;N° facture d'origine;N° commande";
  static final String PAYMENTS = "N° facture;Date règlement;Montant;Mode de règlement;Référence";
  static final String PRODUCTION =
      "N° OF;Date fabrication;Code produit;N° lot;Qté produite;Unité;DLC;Code MP;Lot MP;Qté consommée;Unité MP";
  static final String MOVEMENTS = "Date;Origine;Code;Lot;Dépôt;Quantité;Coût unitaire;Référence";
  static final String COUNTS =
      "N° inventaire;Date;Dépôt;Code article;Désignation;Unité;Quantité comptée;Compteur";
  static final String PARTIES = "Code tiers;Raison sociale;Type;E-mail;Délai de paiement";
  static final String PRODUCTS = "Code article;Désignation;Type;Unité;TVA;Conditionnement;Facteur";

  @AfterEach
  void reopen() {
    db.sql("DELETE FROM stock_closing").update();
  }

  // ---- orders

  static String text(String header, String... rows) {
    return header + "\r\n" + String.join("\r\n", rows) + "\r\n";
  }

  static Acknowledgement drop(String folder, String name, String text) {
    HUB.drop(folder, name, text.getBytes(StandardCharsets.UTF_8));
    return HUB.awaitAcknowledgement(folder, name);
  }

  static Acknowledgement undo(String answerTo, String name) {
    return undo(bytes(answerTo), name);
  }

  static Acknowledgement undo(byte[] answer, String name) {
    try {
      Path undo = HUB.home().resolve("undo");
      Files.move(Files.write(undo.resolve("." + name + ".part"), answer), undo.resolve(name));
      return HUB.awaitAcknowledgement("undo", name);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Acknowledgement previewUndo(String answerTo, String name) {
    try {
      Files.write(HUB.home().resolve("preview/undo").resolve(name), bytes(answerTo));
      return HUB.awaitAcknowledgement("preview/undo", name);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] bytes(String answerTo) {
    try {
      return Files.readAllBytes(
          HUB.home().resolve("acknowledgements").resolve(answerTo + ".ack.xlsx"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] changed(String answerTo, String label, String value) throws IOException {
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
  static List<String> outcomes(Acknowledgement answer) {
    return answer.cells("Annulation").stream()
        .skip(1)
        .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(4))
        .toList();
  }

  static List<String> reasons(Acknowledgement answer) {
    return answer.cells("Annulation").stream().skip(1).map(row -> row.get(5)).toList();
  }

  static String refusal(Acknowledgement answer) {
    assertThat(answer.status()).isEqualTo("REJECTED");
    return answer.sentence();
  }

  // ---- the tables

  List<String> orders(String number) {
    return db.sql(
            "SELECT revision || ' ' || CASE WHEN is_current THEN 't' ELSE 'f' END || ' ' || qty"
                + " FROM sales_order JOIN sales_order_line USING (order_id) WHERE order_no = :no ORDER BY order_id")
        .param("no", number)
        .query(String.class)
        .list();
  }

  String status(String invoice) {
    return db.sql("SELECT status FROM invoice WHERE invoice_no = :no AND is_current")
        .param("no", invoice)
        .query(String.class)
        .single();
  }

  String stock(String product) {
    return db.sql(
            "SELECT sum(qty_base) || ' ' || sum(value) FROM stock_movement JOIN product USING (product_id)"
                + " WHERE product_code = :code")
        .param("code", product)
        .query(String.class)
        .single();
  }

  String dlc(String lot) {
    return db.sql("SELECT dlc::text FROM lot WHERE lot_code = :lot AND withdrawn_by IS NULL")
        .param("lot", lot)
        .query(String.class)
        .single();
  }

  String party(String code) {
    return db.sql("SELECT email || ' ' || payment_terms_days FROM party WHERE party_code = :code")
        .param("code", code)
        .query(String.class)
        .single();
  }
}
