package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** « Qté/colis » and « Colisage » of a line, which are no quantity of it (FMT-032, FMT-033). */
class PackFactorsIT extends InProcessHub {
  private static final String HEADER = "N° facture;Date;Client;Désignation;TVA;PU HT;";

  private static void dropped(String name, String text) {
    HUB.drop(name, text);
    HUB.awaitAcknowledgement(name);
  }

  private static String line(String number, String rest) {
    return number + ";01/06/2026;SARL Colis;Brie de colis;19;" + rest + "\n";
  }

  @Test
  void whatAPackHoldsHasToGiveTheQuantity() {
    dropped(
        "colis-trois.csv",
        HEADER
            + "Nb colis;Qté/colis;Quantité\n"
            + line("COT-1", "100,00;10;12;120")
            + line("COT-2", "100,00;10;12;110"));

    assertThat(invoicesOf("colis-trois.csv")).containsExactly("COT-1");
    assertThat(rulesOf("colis-trois.csv")).contains("FMT-032").doesNotContain("FIL-006");
    assertThat(
            number(
                "SELECT sum(qty)::int FROM invoice_line JOIN invoice USING (invoice_id)"
                    + " WHERE invoice_no = 'COT-1'"))
        .isEqualTo(120);
  }

  @Test
  void nobodyKnowsWhetherThePriceIsThePacks() {
    dropped("colis-prix.csv", HEADER + "Nb colis;Colisage\n" + line("COP-1", "100,00;10;12"));
    dropped(
        "colis-montant.csv",
        HEADER + "Nb colis;PCB;Montant HT\n" + line("COM-1", "100,00;10;12;1000,00"));
    dropped("colis-seul.csv", HEADER + "Quantité;Colisage\n" + line("COS-1", "100,00;10;12"));

    assertThat(invoicesOf("colis-prix.csv")).isEmpty();
    assertThat(rulesOf("colis-prix.csv")).contains("FMT-033");
    assertThat(invoicesOf("colis-montant.csv")).containsExactly("COM-1");
    assertThat(invoicesOf("colis-seul.csv")).containsExactly("COS-1");
  }
}
