package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One invoice in files of other columns: printed totals that one of them leaves out. */
class SameInvoiceIT extends InProcessHub {
  private static final String START = "N° facture;Date facture;Client;Désignation;Quantité;PU HT;";
  private static final String SUPPLIER = START.replace("Client", "Fournisseur");

  private static String row(String number, String more) {
    return number + ";03/02/2026;SARL Même;Lait;3;100,00;" + more + "\n";
  }

  @Test
  void itIsUnchangedWithAndWithoutItsTotals() {
    HUB.drop(
        "meme-1.csv", START + "Montant HT;Montant TVA;Total TTC\n" + row("ME-1", "300;57;357"));
    assertThat(HUB.awaitAcknowledgement("meme-1.csv").status()).isEqualTo("POSTED");

    HUB.drop("meme-2.csv", START + "Taux TVA\n" + row("ME-1", "19"));
    HUB.drop("meme-3.csv", START + "TVA 19%;Total TTC\n" + row("ME-1", "57,00;357,00"));
    assertThat(HUB.awaitAcknowledgement("meme-2.csv").count("Documents inchangés")).isEqualTo(1);
    assertThat(HUB.awaitAcknowledgement("meme-3.csv").count("Documents inchangés")).isEqualTo(1);
  }

  @Test
  void anotherQuantityIsAnotherContentAsBefore() {
    HUB.drop("meme-autre-1.csv", START + "Taux TVA\n" + row("ME-2", "19"));
    HUB.awaitAcknowledgement("meme-autre-1.csv");
    HUB.drop("meme-autre-2.csv", START + "Taux TVA\n" + row("ME-2", "19").replace(";3;", ";4;"));
    assertThat(HUB.awaitAcknowledgement("meme-autre-2.csv").status()).isEqualTo("REJECTED");
    assertThat(rulesOf("meme-autre-2.csv")).contains("INV-004");
  }

  /** What did not add up is no longer held once the supplier prints the right total. */
  @Test
  void aCorrectedTotalOfASupplierIsARevision() {
    HUB.drop("meme-achat-1.csv", SUPPLIER + "Taux TVA;Total TTC\n" + row("ME-3", "19;400,00"));
    HUB.awaitAcknowledgement("meme-achat-1.csv");
    assertThat(text("SELECT status FROM invoice WHERE invoice_no = 'ME-3' AND is_current"))
        .isEqualTo("ON_HOLD");

    HUB.drop("meme-achat-2.csv", SUPPLIER + "Taux TVA;Total TTC\n" + row("ME-3", "19;357,00"));
    assertThat(HUB.awaitAcknowledgement("meme-achat-2.csv").count("Documents révisés"))
        .isEqualTo(1);
    assertThat(text("SELECT status FROM invoice WHERE invoice_no = 'ME-3' AND is_current"))
        .isEqualTo("VALIDATED");
  }

  private String text(String sql) {
    return db.sql(sql).query(String.class).single();
  }
}
