package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stamps, charges and discounts as papers and journals write them. */
class PaperTotalsIT extends InProcessHub {
  private static final String HEAD =
      """
      Facture n° :;%s;;Date :;05/03/2026
      Client : SARL Papier;;;;
      ;;;;
      Désignation;Qté;P.U. HT;TVA %%;Montant HT
      Gouda papier;10;1000,00;19;10000,00
      """;

  private Map<String, Object> posted(String number) {
    return db.sql("SELECT comp_ht, decl_stamp, decl_ttc FROM invoice WHERE invoice_no = :no")
        .param("no", number)
        .query()
        .singleRow();
  }

  @ParameterizedTest
  @CsvSource({
    "PPT-1, Timbre (1%)",
    "PPT-2, Droit de timbre 1 %",
    "PPT-3, Montant timbre",
    "PPT-4, Timbre fiscale",
  })
  void aStampIsOneWhateverItsRateIsCalled(String number, String header) {
    HUB.drop(
        HubFolder.INVOICES,
        number + ".csv",
        ("N° facture;Date;Client;Désignation;Qté;PU HT;Taux TVA;Mode de paiement;%s;Total TTC\n"
                    .formatted(header)
                + "%s;05/03/2026;SARL Papier;Gouda papier;10;1000,00;19;Espèces;119,00;12019,00\n"
                    .formatted(number))
            .getBytes(UTF_8));
    assertThat(HUB.awaitAcknowledgement(number + ".csv").status()).isEqualTo("POSTED");
    assertThat(posted(number)).containsEntry("decl_stamp", new BigDecimal("119.00"));
    assertThat(rulesOf(number + ".csv")).doesNotContain("FIL-005", "INV-019");
  }

  @ParameterizedTest
  @CsvSource({
    "PF-1, Total HT;10000|Remise;500|Transport;300|Net HT;9800|TVA 19%;1862|Total TTC;11662, 9800.00",
    "PF-2, Total HT;10000|Transport;300|Remise;500|Net HT;9800|TVA 19%;1862|Total TTC;11662, 9800.00",
    "PF-3, Transport;300|Total HT;10300|TVA 19%;1957|Total TTC;12257, 10300.00",
    "PF-4, Montant brut;10000|Remise;500|Montant net HT;9500|TVA 19%;1805|Total TTC;11305, 9500.00",
    "PF-5, Total HT;10000|TVA 19%;1900|Total TTC;11900|Timbre fiscal (1%);119|Net à payer;12019, 10000.00",
  })
  void whatStandsAmongTheTotalsOfAFormIsTaken(String number, String totals, BigDecimal ht)
      throws IOException {
    StringBuilder form = new StringBuilder(HEAD.formatted(number));
    for (String total : totals.split("\\|", -1)) {
      String[] parts = total.split(";", -1);
      form.append(";;").append(parts[0]).append(";;").append(parts[1]).append(",00\n");
    }
    Acknowledgement answer = dropInvoices(number + ".csv", form.toString());
    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(posted(number)).containsEntry("comp_ht", ht);
  }

  @Test
  void aListOfInvoicesAndCreditNotesIsOneWhereTheCreditNotesCarryAMinus() throws IOException {
    assertThat(
            dropInvoices(
                    "factures_avoirs_papier.csv",
                    """
                    N° facture;Date;Client;Désignation;Qté;PU HT;Taux TVA
                    PA-1;05/03/2026;SARL Papier;Gouda papier;1;1000,00;19
                    PA-2;05/03/2026;SARL Papier;Gouda papier;-2;1000,00;19
                    """)
                .status())
        .isEqualTo("POSTED");
    assertThat(
            dropInvoices(
                    "factures_avoirs_muet.csv",
                    """
                    N° facture;Date;Client;Désignation;Qté;PU HT;Taux TVA
                    PA-3;05/03/2026;SARL Papier;Gouda papier;1;1000,00;19
                    """)
                .status())
        .as("where nothing shows which they are")
        .isEqualTo("REJECTED");
  }

  @Test
  void aNumberThatExcelDamagedLeavesItsNeighbourAlone() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "abime-papier.csv",
            """
            N° facture;Date;Client;Désignation;Qté;PU HT;Taux TVA
            2,5E+14;05/03/2026;SARL Papier;Gouda papier;1;1000,00;19
            PN-2;05/03/2026;SARL Papier;Gouda papier;2;1000,00;19
            """);
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(rulesOf("abime-papier.csv")).contains("FMT-010").doesNotContain("FIL-058");
    assertThat(posted("PN-2")).containsEntry("comp_ht", new BigDecimal("2000.00"));
  }

  @Test
  void everyDecimalOfAQuantityIsMultiplied() throws IOException {
    assertThat(
            dropInvoices(
                    "tiers-papier.csv",
                    """
                    N° facture;Date;Client;Désignation;Qté;PU HT;Taux TVA;Montant HT
                    PQ-1;05/03/2026;SARL Papier;Gouda papier;3,33333333;30000,00;19;100000,00
                    """)
                .status())
        .isEqualTo("POSTED");
    assertThat(posted("PQ-1")).containsEntry("comp_ht", new BigDecimal("100000.00"));
    assertThat(
            dropInvoices(
                    "tiers-papier-encore.csv",
                    """
                    N° facture;Date;Client;Désignation;Qté;PU HT;Taux TVA;Montant HT
                    PQ-1;05/03/2026;SARL Papier;Gouda papier;3,33333333;30000,00;19;100000,00

                    """)
                .status())
        .isEqualTo("POSTED");
    assertThat(rulesOf("tiers-papier-encore.csv")).doesNotContain("INV-004");
  }
}
