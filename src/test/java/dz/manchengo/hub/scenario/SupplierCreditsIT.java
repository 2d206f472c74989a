package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credit notes that a title above columns of either side says to be suppliers'. */
class SupplierCreditsIT extends InProcessHub {
  private static final String HEADER =
      "N° facture;Date;Raison sociale;Désignation;Quantité;Prix unitaire HT;Taux TVA\r\n";
  private static final String ROW = ";25/03/2026;SARL Dit;Lait;1;100,00;19\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AVOIRS FOURNISSEURS",
        "Avoirs reçus de nos fournisseurs",
        "Liste des avoirs de nos fournisseurs",
        "Notes de crédit fournisseurs",
        "Supplier credit notes"
      })
  void creditNotesOfSuppliersAreNoSales(String title) {
    String number = "AF-" + Integer.toHexString(title.hashCode());
    HUB.drop("avoirs-" + number + ".csv", title + "\r\n\r\n" + HEADER + number + ROW);
    HUB.awaitAcknowledgement("avoirs-" + number + ".csv");
    assertThat(
            db.sql("SELECT direction || ' ' || kind FROM invoice WHERE invoice_no = :number")
                .param("number", number)
                .query(String.class)
                .list())
        .containsExactly("PURCHASE CREDIT_NOTE");
  }
}
