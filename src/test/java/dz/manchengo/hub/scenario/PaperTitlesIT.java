package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms whose title says more of the paper than its kind, and what else stands at their head. */
class PaperTitlesIT extends JournalScenario {
  private static final String FORM =
      """
      SARL TITRES;;;
      %s;;;
      Date : 15/11/2026;;;
      Client : Frères Titre;;;
      %s;;;
      Désignation;Qté;P.U. HT;Montant HT
      Gouda des titres;2;100,00;200,00
      ;;Total HT;200,00
      ;;TVA 19%% (DA);38,00
      ;;Total TTC;238,00
      """;

  /** Else a sale would stand under the number of the invoice that is credited. */
  @ParameterizedTest
  @CsvSource({
    "Bon d'avoir N° TAV-1, TAV-1",
    "AVOIR FINANCIER N° TAV-2, TAV-2",
    "AVOIR DE VENTE N° TAV-3, TAV-3",
    "Avoir client n° TAV-4, TAV-4",
    "Facture de retour N° TAV-5, TAV-5",
    "Avoir sur vente n° TAV-6, TAV-6"
  })
  void aCreditNoteHasItsOwnNumber(String title, String number) throws IOException {
    String file = "titre-" + number + ".csv";
    Acknowledgement answer =
        dropInvoices(file, FORM.formatted(title, "Facture n° TFA-81 du 03/02/2026"));

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(invoicesOf(file)).containsExactly(number);
    assertThat(invoice(number))
        .containsEntry("kind", "CREDIT_NOTE")
        .containsEntry("comp_ttc", new BigDecimal("238.00"));
  }

  @ParameterizedTest
  @CsvSource({
    "FACTURE RECTIFICATIVE N° TFR-1, Facture n° TFA-82, TFR-1",
    "FACTURE DE SERVICE N° TFR-2, Réf. facture : TFA-83, TFR-2",
    "FACTURE N° TFR-3, Annule et remplace la facture n° TFA-84, TFR-3"
  })
  void soHasAnInvoiceThatNamesAnother(String title, String reference, String number)
      throws IOException {
    String file = "titre-" + number + ".csv";
    Acknowledgement answer = dropInvoices(file, FORM.formatted(title, reference));

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(invoicesOf(file)).containsExactly(number);
    assertThat(invoice(number)).containsEntry("kind", "INVOICE");
  }

  /** As Sage and EBP print them: more labels in a row than the table has columns. */
  @Test
  void aStripOfLabelsIsNoTable() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "titre-bande.csv",
            """
            FACTURE;;;;
            ;;;;
            Numéro;Date;Code client;Mode de règlement;N° BL
            TBA-1;15/11/2026;TBAC1;Virement;BL12
            ;;;;
            Client;Frères Bande;;;
            RC : 16/00-0098765B14 / NIF : 000905341234567 / AI : 16012345678;;;;
            ;;;;
            Désignation;Quantité;Prix U.;Montant;
            Gouda de la bande;2;100,00;200,00;
            ;;Total HT;200,00;
            ;;T.V.A 19 %;38,00;
            ;;Total TTC;238,00;
            """);

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(invoice("TBA-1"))
        .containsEntry("comp_ttc", new BigDecimal("238.00"))
        .containsEntry("payment_method", "VIREMENT");
    assertThat(
            db.sql("SELECT name || ' ' || nif FROM party WHERE party_code = 'TBAC1'")
                .query(String.class)
                .single())
        .isEqualTo("Frères Bande 000905341234567");
  }
}
