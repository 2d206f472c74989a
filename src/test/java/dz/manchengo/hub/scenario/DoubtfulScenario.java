package dz.manchengo.hub.scenario;

import java.nio.charset.Charset;
import java.util.List;

/** A few invoices as accountants save them, and what is told of them. */
abstract class DoubtfulScenario extends InProcessHub {
  static final String HEADER =
      "N° facture;Date facture;Code client;Nom client;Désignation;Quantité;Prix unitaire HT;Taux TVA";

  static Acknowledgement drop(String name, String... lines) {
    String text = String.join("\r\n", lines) + "\r\n";
    HUB.drop("invoices", name, text.getBytes(Charset.forName("windows-1252")));
    return HUB.awaitAcknowledgement(name);
  }

  /** Row and rule of what is told, without the remarks that any small file of new names gets. */
  List<String> told(String name) {
    return db.sql(
            "SELECT row_no || ' ' || rule_code FROM finding WHERE submission_id = :id"
                + " AND rule_code NOT LIKE 'MDM-%' AND rule_code NOT IN"
                + " ('FMT-007', 'INV-028', 'INV-030') ORDER BY row_no, rule_code")
        .param("id", idOf(name))
        .query(String.class)
        .list();
  }

  static String plain(String sentence) {
    return sentence.replace('\u202f', ' ').replace('\u00a0', ' ');
  }
}
