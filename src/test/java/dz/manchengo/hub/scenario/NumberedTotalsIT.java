package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Totals that bear their document's number, and what an earlier period came to. */
class NumberedTotalsIT extends InProcessHub {
  private static final String HEADER =
      "N° facture;Date;Client;Désignation;Qté;P.U. HT;TVA;Montant HT\n";

  private Acknowledgement dropped(String name, String text) {
    HUB.drop(name, text);
    return HUB.awaitAcknowledgement(name);
  }

  @Test
  void aTotalBelowEachInvoiceIsNoLineOfIt() {
    Acknowledgement answer =
        dropped(
            "numtot-facture.csv",
            HEADER
                + """
                NT-1;25/03/2026;SARL Numtot;Lait NT;2;100,00;19;200,00
                NT-1;25/03/2026;SARL Numtot;Beurre NT;1;50,00;19;50,00
                NT-1;25/03/2026;SARL Numtot;TOTAL;;;;250,00
                NT-2;25/03/2026;SARL Numtot;Lait NT;1;70,00;19;70,00
                NT-2;;;Total facture NT-2;;;;71,00
                """);
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(answer.figure("Total HT comptabilisé (DA)")).isEqualTo(320.0);
    assertThat(rulesOf("numtot-facture.csv")).contains("FIL-012", "FIL-020"); // 71 is not 70
  }

  @Test
  void anArticleThatIsCalledSoIsALine() {
    Acknowledgement answer =
        dropped(
            "numtot-article.csv",
            HEADER + "NT-3;25/03/2026;SARL Numtot;Total facture;1;70,00;19;70,00\n");
    assertThat(answer.figure("Total HT comptabilisé (DA)")).isEqualTo(70.0);
  }

  @Test
  void anEarlierMonthIsNoInvoiceAndCountsInTheGrandTotalAlone() {
    String journal =
        """
        N° facture;Date;Client;Total HT;TVA;Total TTC
        Report du mois précédent;;;5000,00;950,00;5950,00
        NR-1;05/05/2026;SARL Numtot;1000,00;190,00;1190,00
        Total général;;;6000,00;1140,00;7140,00
        """;
    Acknowledgement answer = dropped("numtot-report.csv", journal);
    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(answer.figure("Total HT comptabilisé (DA)")).isEqualTo(1000.0);
    assertThat(rulesOf("numtot-report.csv")).contains("FIL-012").doesNotContain("FIL-020");

    dropped("numtot-faux.csv", journal.replace("NR-1", "NR-2").replace("7140", "7150"));
    assertThat(rulesOf("numtot-faux.csv")).contains("FIL-020");
  }
}
