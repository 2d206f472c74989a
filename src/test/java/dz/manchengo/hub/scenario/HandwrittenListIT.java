package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lists as people write them: marks that repeat, cells that say « none », remarks between lines.
 */
class HandwrittenListIT extends JournalScenario {
  @Test
  void dittoMarksRepeatWhatStandsAboveThem() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "liste-guillemets.csv",
            """
            N° facture;Date;Client;Désignation;Quantité;PU HT;TVA
            LGM-1;12/11/2026;Frères LGM;Camembert;10;100,00;19
            "\""\";"\""\";"\""\";Gouda;5;200,00;"\""\"
            idem;idem;idem;Edam;2;300,00;9
            LGM-2;13/11/2026;Veuve LGM;Edam;4;300,00;19
            """);

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(vatOf("LGM-1")).containsExactly("9.00 600.00 54.00", "19.00 2000.00 380.00");
    assertThat(rulesOf("liste-guillemets.csv")).containsOnlyOnce("FIL-059");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "–", "/", "?", "néant", "N/A", "sans n°", "0", "000", "en cours"})
  void whatIsNoNumberIsMissed(String written) throws IOException {
    String file = "liste-sans-" + written.codePointAt(0) + written.length() + ".csv";
    String no = "LSN-" + written.codePointAt(0) + "-" + written.length();
    Acknowledgement answer =
        dropInvoices(
            file,
            """
            N° facture;Date;Client;Désignation;Quantité;PU HT;TVA
            %s;12/11/2026;Frères LSN;Camembert;10;100,00;19
            %s;13/11/2026;Veuve LSN;Gouda;5;200,00;19
            """
                .formatted(no, written));

    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(invoicesOf(file)).containsExactly(no);
    assertThat(rulesOf(file)).contains("INV-001");
  }

  /** « Not known » as well as « nothing »: an amount of a dash is a zero, a price is asked for. */
  @Test
  void aDashIsNoPrice() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "liste-tiret.csv",
            """
            N° facture;Date;Client;Désignation;Quantité;PU HT;TVA
            LTP-1;12/11/2026;Frères LTP;Camembert;10;-;19
            LTP-1;12/11/2026;Frères LTP;Gouda;5;200,00;19
            LTP-2;12/11/2026;Frères LTP;Gouda;5;200,00;19
            """);

    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(invoicesOf("liste-tiret.csv")).containsExactly("LTP-2");
  }

  /** Where articles have codes, whatever has nothing but words is a remark. */
  @Test
  void aRemarkBetweenTheLinesIsTold() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "liste-remarque.csv",
            """
            N° facture;Date;Client;Code article;Désignation;Quantité;PU HT;TVA
            LRQ-1;12/11/2026;Frères LRQ;LRQ-A;Camembert;10;100,00;19
            LRQ-1;12/11/2026;Frères LRQ;;Marchandise fragile;;;
            LRQ-2;12/11/2026;Frères LRQ;LRQ-A;Camembert;;100,00;19
            """);

    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(vatOf("LRQ-1")).containsExactly("19.00 1000.00 190.00");
    assertThat(rulesOf("liste-remarque.csv")).contains("FIL-034", "FMT-001");
  }
}
