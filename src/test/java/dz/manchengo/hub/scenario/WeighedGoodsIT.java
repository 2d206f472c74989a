package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Scales print kilograms with three decimals: « 42,350 » is two numbers until all rows are known,
 * and proves what the other columns are none the less.
 */
class WeighedGoodsIT extends InProcessHub {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "total     | PU HT;Total;TVA           | 1480,00;62678,00;19          | 1300,00;20800,00;19",
        "ttc       | PU HT;Total;TVA;Total TTC | 1480,00;62678,00;19;74586,82 | 1300,00;20800,00;19;24752,00",
        "montant   | PU;Montant;TVA            | 1480,00;62678,00;19          | 1300,00;20800,00;19",
      })
  void anAmountOfALineIsKnownByItsWeight(String name, String headers, String first, String second)
      throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "weighed-" + name + ".csv",
            """
            N° facture;Date;Client;Désignation;Quantité;%s
            WG-%s-1;25/03/2026;Atlas WG;Gouda WG;42,350;%s
            WG-%s-2;26/03/2026;Bahia WG;Edam WG;16,000;%s
            """
                .formatted(headers, name, first, name, second));

    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(amount("SELECT comp_ht FROM invoice WHERE invoice_no = 'WG-" + name + "-1'"))
        .isEqualByComparingTo(new BigDecimal("62678.00"));
    assertThat(rulesOf("weighed-" + name + ".csv")).doesNotContain("FIL-005");
  }

  @Test
  void aDiscountOfWeighedGoodsIsKnownByTheirAmounts() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "weighed-discount.csv",
            """
            N° facture;Date;Client;Désignation;Quantité;PU HT;Remise;Montant HT;TVA
            WG-D-1;25/03/2026;Atlas WG;Gouda WG;42,350;1480,00;5;59544,10;19
            WG-D-2;26/03/2026;Bahia WG;Edam WG;16,000;1300,00;5;19760,00;19
            """);

    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(answer.cells("Résumé").toString()).contains("remise en %");
  }

  @Test
  void anAmountThatIsWrongIsTold() throws IOException {
    dropInvoices(
        "weighed-wrong.csv",
        """
        N° facture;Date;Client;Désignation;Quantité;PU;Montant;TVA
        WG-W-1;25/03/2026;Atlas WG;Gouda WG;42,350;1480,00;62678,00;19
        WG-W-2;26/03/2026;Bahia WG;Edam WG;16,000;1300,00;28000,00;19
        """);

    assertThat(invoicesOf("weighed-wrong.csv")).containsExactly("WG-W-1");
    assertThat(rulesOf("weighed-wrong.csv")).contains("INV-010").doesNotContain("FIL-005");
  }

  /** Thousands without a decimal anywhere: the amounts show it, whatever the delimiter says. */
  @Test
  void theAmountsStillSayWhatIsThousands() throws IOException {
    dropInvoices(
        "weighed-thousands.csv",
        """
        N° facture;Date;Client;Désignation;Quantité;PU HT;Total HT;Taux TVA
        WG-T-1;25/03/2026;Atlas WG;Gouda WG;1.250;10;12500;19
        WG-T-1;25/03/2026;Atlas WG;Edam WG;2.500;20;50000;19
        """);

    assertThat(amount("SELECT comp_ht FROM invoice WHERE invoice_no = 'WG-T-1'"))
        .isEqualByComparingTo(new BigDecimal("62500.00"));
  }

  @Test
  void piecesBesideAWeightAndAPriceOfNeitherAreAskedAbout() throws IOException {
    dropInvoices(
        "weighed-pieces.csv",
        """
        N° facture;Date;Client;Désignation;Nb pièces;Poids (kg);PU HT;Taux TVA
        WG-P-1;25/03/2026;Atlas WG;Gouda WG;3;18,25;1500,00;19
        """);
    dropInvoices(
        "weighed-pieces-said.csv",
        """
        N° facture;Date;Client;Désignation;Quantité;Unité;Poids (kg);PU HT;Taux TVA
        WG-P-2;25/03/2026;Atlas WG;Gouda WG;3;pièce;18,25;1500,00;19
        """);

    assertThat(invoicesOf("weighed-pieces.csv")).isEmpty();
    assertThat(rulesOf("weighed-pieces.csv")).contains("FMT-036");
    assertThat(invoicesOf("weighed-pieces-said.csv")).containsExactly("WG-P-2");
  }
}
