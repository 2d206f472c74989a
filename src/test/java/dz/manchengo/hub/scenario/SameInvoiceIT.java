package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
  void columnsThatOneFileLeavesOutContradictNothing() {
    HUB.drop("plus-1.csv", START + "Taux TVA\n" + row("ME-5", "19"));
    assertThat(HUB.awaitAcknowledgement("plus-1.csv").status()).isEqualTo("POSTED");

    HUB.drop("plus-2.csv", START + "Taux TVA;Remise %;NIS client\n" + row("ME-5", "19;0;"));
    assertThat(HUB.awaitAcknowledgement("plus-2.csv").count("Documents inchangés")).isEqualTo(1);
    HUB.drop("plus-6.csv", START + "Taux TVA;Unité\n" + row("ME-5", "19;KG"));
    assertThat(HUB.awaitAcknowledgement("plus-6.csv").count("Documents révisés")).isEqualTo(1);
    HUB.drop("plus-7.csv", START + "Taux TVA;Unité\n" + row("ME-5", "19;L"));
    assertThat(rulesAfter("plus-7.csv")).contains("INV-004");
    HUB.drop(
        "plus-3.csv",
        START + "Taux TVA;Unité;Échéance;N° commande\n" + row("ME-5", "19;KG;05/03/2026;CO-9"));
    assertThat(HUB.awaitAcknowledgement("plus-3.csv").count("Documents révisés")).isEqualTo(1);
    assertThat(rulesOf("plus-3.csv")).contains("INV-005").doesNotContain("INV-004");
    HUB.drop("plus-4.csv", START + "Taux TVA;Mode de paiement\n" + row("ME-5", "19;Virement"));
    assertThat(HUB.awaitAcknowledgement("plus-4.csv").count("Documents révisés")).isEqualTo(1);
    HUB.drop("plus-5.csv", START + "Taux TVA;Échéance\n" + row("ME-5", "19;06/03/2026"));
    assertThat(rulesAfter("plus-5.csv")).contains("INV-004");
  }

  /** The file that says less takes nothing away. */
  @Test
  void aSuppliersInvoiceKeepsItsDueDateAndItsMethod() {
    HUB.drop(
        "moins-1.csv",
        SUPPLIER + "Taux TVA;Mode de paiement;Échéance\n" + row("ME-6", "19;Virement;05/03/2026"));
    HUB.awaitAcknowledgement("moins-1.csv");
    HUB.drop("moins-2.csv", SUPPLIER + "Taux TVA\n" + row("ME-6", "19"));
    assertThat(HUB.awaitAcknowledgement("moins-2.csv").count("Documents inchangés")).isEqualTo(1);
    HUB.drop("moins-3.csv", SUPPLIER + "Taux TVA;N° BL\n" + row("ME-6", "19;BL-7"));
    assertThat(HUB.awaitAcknowledgement("moins-3.csv").count("Documents révisés")).isEqualTo(1);
    assertThat(
            text(
                "SELECT payment_method || due_date || delivery_no FROM invoice"
                    + " WHERE invoice_no = 'ME-6' AND is_current"))
        .isEqualTo("VIREMENT2026-03-05BL-7");
  }

  @Test
  void aRevisionKeepsTheUnitsAndLotsOfItsFormerOne() {
    HUB.drop("unites-1.csv", START + "Taux TVA;Unité;N° lot\n" + row("ME-8", "19;KG;L-77"));
    HUB.awaitAcknowledgement("unites-1.csv");
    HUB.drop("unites-2.csv", START + "Taux TVA;Échéance\n" + row("ME-8", "19;05/03/2026"));

    assertThat(HUB.awaitAcknowledgement("unites-2.csv").count("Documents révisés")).isEqualTo(1);
    assertThat(
            text(
                "SELECT l.uom_code || l.lot_code || i.due_date FROM invoice i"
                    + " JOIN invoice_line l USING (invoice_id)"
                    + " WHERE invoice_no = 'ME-8' AND is_current"))
        .isEqualTo("KGL-772026-03-05");
  }

  private List<String> rulesAfter(String file) {
    HUB.awaitAcknowledgement(file);
    return rulesOf(file);
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
