package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** Where each row says its document, one that says nothing belongs to nobody. */
  @Test
  void aLineThatSaysNothingBetweenTwoInvoicesIsAskedAbout() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "sans-rien-voisine.csv",
            """
            N° facture;Date;Client;Désignation;Quantité;PU HT;TVA
            SRV-1;12/11/2026;Frères SRV;Camembert;10;100,00;19
            SRV-1;12/11/2026;Frères SRV;Gouda;5;200,00;19
            ;;;Edam;2;300,00;19
            SRV-2;12/11/2026;Veuve SRV;Edam;4;300,00;19
            SRV-3;13/11/2026;Veuve SRV;Camembert;4;100,00;19
            SRV-3;13/11/2026;Veuve SRV;Beurre;7;100,00;19
            """);

    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(vatOf("SRV-1")).isEmpty();
    assertThat(vatOf("SRV-2")).isEmpty();
    assertThat(vatOf("SRV-3")).containsExactly("19.00 1100.00 209.00");
    assertThat(answer.cells(Acknowledgement.CORRECT).toString())
        .contains("Document SRV-1 : la ligne 4 est sans numéro")
        .contains("Document SRV-2 : la ligne 4 est sans numéro");
  }

  /** An invoice without number between others whose totals stand in their first rows alone. */
  @ParameterizedTest
  @CsvSource({"SNT, Veuve", "SNU, Frères"})
  void theTotalsOfOthersStayTheirTotals(String key, String who) throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "sans-numero-totaux-" + key + ".csv",
            """
            N° facture;Date;Client;Désignation;Quantité;PU HT;Total HT;TVA;Total TTC
            %1$s-1;12/11/2026;Frères %1$s;Camembert;10;100,00;2000,00;380,00;2380,00
            ;;;Gouda;5;200,00;;;
            ;12/11/2026;%2$s %1$s;Edam;4;300,00;1200,00;228,00;1428,00
            %1$s-3;13/11/2026;Veuve %1$s;Camembert;4;100,00;1100,00;209,00;1309,00
            ;;;Beurre;7;100,00;;;
            """
                .formatted(key, who));

    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(vatOf(key + "-1")).containsExactly("19.00 2000.00 380.00 380.00");
    assertThat(vatOf(key + "-3")).containsExactly("19.00 1100.00 209.00 209.00");
    answer.correction().getRow(1).getCell(0).setCellValue(key + "-2");
    HUB.drop("sans-numero-totaux-corrige-" + key + ".xlsx", answer.bytes());
    HUB.awaitAcknowledgement("sans-numero-totaux-corrige-" + key + ".xlsx");
    assertThat(vatOf(key + "-2")).containsExactly("19.00 1200.00 228.00 228.00");
  }

  /** A currency on each row tells nothing of whose it is. */
  @Test
  void whatIsOnEachRowButNumberDateAndPartyBeginsNoInvoice() throws IOException {
    dropInvoices(
        "devise-partout.csv",
        """
        N° facture;Date;Client;Devise;Mode de paiement;Désignation;Quantité;PU HT;Taux TVA
        DVP-1;12/11/2026;Frères DVP;DZD;Chèque;Camembert;10;100,00;19
        ;;;DZD;Chèque;Gouda;5;200,00;19
        ;;;DZD;Chèque;Edam;1;50,00;19
        DVP-2;13/11/2026;Veuve DVP;DZD;Virement;Camembert;4;100,00;19
        """);
    assertThat(vatOf("DVP-1")).containsExactly("19.00 2050.00 389.50");
    assertThat(vatOf("DVP-2")).containsExactly("19.00 400.00 76.00");
  }

  /** Half of what tells whose a row is, and that the same: nobody posts the first line alone. */
  @Test
  void aPartyOnEachRowWithoutItsNumberIsAskedAbout() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "nif-partout.csv",
            """
            N° facture;Date;Client;NIF;Désignation;Quantité;PU HT;Taux TVA
            NFP-1;12/11/2026;Frères NFP;000516097312345;Camembert;10;100,00;19
            ;;;000516097312345;Gouda;5;200,00;19
            NFP-2;13/11/2026;Veuve NFP;000516097312346;Camembert;4;100,00;19
            """);
    assertThat(vatOf("NFP-1")).isEmpty();
    assertThat(vatOf("NFP-2")).containsExactly("19.00 400.00 76.00");
    assertThat(answer.cells(Acknowledgement.CORRECT).toString())
        .contains("Document NFP-1 : la ligne 3, sans numéro");
  }

  /** Nor does a title above the table. */
  @Test
  void aTitleForAllRowsBeginsNoInvoice() throws IOException {
    dropInvoices(
        "titre-partout.csv",
        """
        Client : SARL Titre Partout;;;;;
        ;;;;;
        N° facture;Date;Désignation;Quantité;PU HT;Taux TVA
        TTP-1;12/11/2026;Camembert;10;100,00;19
        ;;Gouda;5;200,00;19
        TTP-2;13/11/2026;Camembert;4;100,00;19
        """);
    assertThat(vatOf("TTP-1")).containsExactly("19.00 2000.00 380.00");
    assertThat(vatOf("TTP-2")).containsExactly("19.00 400.00 76.00");
  }

  /** A column of a rate that no line of the month has is full of zeros. */
  @Test
  void aColumnOfARateThatNobodyHasIsNoTotal() throws IOException {
    dropInvoices(
        "un-seul-taux.csv",
        """
        N° facture;Date;Client;Désignation;Quantité;PU HT;Montant HT;TVA 19%;TVA 9%;Montant TTC
        UST-1;12/11/2026;Veuve UST;Camembert;10;100,00;1000,00;190,00;0;1190,00
        UST-1;12/11/2026;Veuve UST;Gouda;5;100,00;500,00;95,00;0;595,00
        UST-2;13/11/2026;Veuve UST;Camembert;4;100,00;400,00;76,00;0;476,00
        """);
    assertThat(vatOf("UST-1")).containsExactly("19.00 1500.00 285.00 285.00");
    assertThat(vatOf("UST-2")).containsExactly("19.00 400.00 76.00 76.00");
  }
}
