package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** « Exonéré » of journals that print no total with tax, as a part of « HT » or beside it. */
class ExemptJournalIT extends JournalScenario {
  /** No part is larger than the whole, and the VAT is that of one of the two. */
  @Test
  void theFiguresSayWhetherItIsAPart() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "journal-exo-seul.csv",
            """
            Date;N° facture;Client;HT;TVA;Montant exonéré
            12/11/2026;JXS-1;Frères JXS;0,00;0,00;41061,48
            12/11/2026;JXS-2;Frères JXS;1000,00;190,00;500,00
            12/11/2026;JXS-3;Frères JXS;1500,00;190,00;500,00
            12/11/2026;JXS-4;Frères JXS;500,00;95,00;500,00
            12/11/2026;JXS-5;Frères JXS;5000,00;0,00;5000,00
            """);

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(vatOf("JXS-1")).containsExactly("0.00 41061.48 0.00 0.00");
    for (String no : new String[] {"JXS-2", "JXS-3"}) {
      assertThat(vatOf(no)).containsExactly("0.00 500.00 0.00 0.00", "19.00 1000.00 190.00 190.00");
    }
    assertThat(vatOf("JXS-4")).containsExactly("0.00 500.00 0.00 0.00", "19.00 500.00 95.00 95.00");
    assertThat(vatOf("JXS-5")).containsExactly("0.00 5000.00 0.00 0.00");
    assertThat(rulesOf("journal-exo-seul.csv")).doesNotContain("INV-041");
  }

  /** Without any total nobody can say whether HT is with it: that is told. */
  @Test
  void aRateIsOnWhatIsLeft() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "journal-exo-taux.csv",
            """
            Date;N° facture;Client;HT;TVA;Exonéré
            12/11/2026;JXT-1;Frères JXT;1500,00;19;500,00
            12/11/2026;JXT-2;Frères JXT;1000,00;9;0,00
            """);

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(vatOf("JXT-1"))
        .containsExactly("0.00 500.00 0.00 0.00", "19.00 1000.00 190.00 190.00");
    assertThat(vatOf("JXT-2")).containsExactly("9.00 1000.00 90.00 90.00");
    assertThat(rulesOf("journal-exo-taux.csv")).containsOnlyOnce("INV-041");
  }

  /** An amount beside rows without VAT is no rate: there is none of 190 %. */
  @Test
  void oneAmountAmongZerosIsAnAmount() throws IOException {
    dropInvoices(
        "journal-exo-un.csv",
        """
        Date;N° facture;Client;Exonéré;HT;TVA
        12/11/2026;JXU-1;Frères JXU;500,00;1500,00;190,00
        12/11/2026;JXU-2;Frères JXU;5000,00;5000,00;0,00
        """);

    assertThat(vatOf("JXU-1"))
        .containsExactly("0.00 500.00 0.00 0.00", "19.00 1000.00 190.00 190.00");
    assertThat(vatOf("JXU-2")).containsExactly("0.00 5000.00 0.00 0.00");
  }
}
