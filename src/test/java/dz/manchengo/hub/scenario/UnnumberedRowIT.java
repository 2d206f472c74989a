package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A line whose number was forgotten beside lines that say the same date and customer. */
class UnnumberedRowIT extends JournalScenario {
  /** Else an invoice would stand without one of its lines, and the line could not follow it. */
  @Test
  void theInvoiceThatMayOwnItWaitsForIt() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "sans-numero-voisine.csv",
            """
            N° facture;Date;Client;Désignation;Quantité;PU HT;TVA
            SNV-1;12/11/2026;Frères SNV;Camembert;10;100,00;19
            SNV-1;12/11/2026;Frères SNV;Gouda;5;200,00;19
            ;12/11/2026;Frères SNV;Edam;2;300,00;19
            SNV-2;12/11/2026;Veuve SNV;Edam;4;300,00;19
            ;13/11/2026;Veuve SNV;Gouda;4;200,00;19
            SNV-3;13/11/2026;Veuve SNV;Camembert;4;100,00;19
            ;13/11/2026;Cousins SNV;Beurre;7;100,00;19
            """);

    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(vatOf("SNV-2")).containsExactly("19.00 1200.00 228.00");
    assertThat(vatOf("SNV-1")).isEmpty();
    assertThat(vatOf("SNV-3")).isEmpty();
    assertThat(answer.cells(Acknowledgement.CORRECT).toString())
        .contains("Document SNV-1 : la ligne 4, sans numéro")
        .contains("Document SNV-3 : la ligne 6, sans numéro");
  }
}
