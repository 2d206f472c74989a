package dz.manchengo.hub.scenario;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What scenarios of journals share. */
abstract class JournalScenario extends InProcessHub {
  static final String DETAIL =
      """
      N° facture;Date facture;Client;NIF;Code article;Désignation;Quantité;Unité;Prix unitaire HT;Taux TVA
      F-2026-77001;05/01/2026;SARL Bordj;000116001234567;J-1;Gouda;4;KG;250,00;19
      """;

  Map<String, @Nullable Object> invoice(String number) {
    return db.sql("SELECT * FROM invoice WHERE invoice_no = :no AND is_current")
        .param("no", number)
        .query()
        .singleRow();
  }

  List<String> vatOf(String number) {
    return db.sql(
            "SELECT concat_ws(' ', v.vat_rate, v.base, v.vat, v.decl_vat) FROM invoice_vat v"
                + " JOIN invoice USING (invoice_id) WHERE invoice_no = :no AND is_current ORDER BY v.vat_rate")
        .param("no", number)
        .query(String.class)
        .list();
  }
}
