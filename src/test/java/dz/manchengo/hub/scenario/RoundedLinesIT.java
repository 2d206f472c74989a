package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two lines of one amount, which is quantity × price rounded: it is the line's. */
class RoundedLinesIT extends InProcessHub {
  private static final String HEADER =
      "N° facture;Date;Client;Désignation;Qté;PU HT;Montant HT;Taux TVA;Montant TVA;Montant TTC\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RL1|1,235;845,50;1044,19;19;198,40;1242,59|2088.38",
        "RL2|3;33,333;100,00;19;19,00;119,00|200.00",
        "RL3|7;14,2857;100,00;19;19,00;119,00|200.00"
      })
  void theAmountIsEachLines(String series, String figures, String total) {
    String row = series + "-1;05/03/2026;Épicerie du Demi;%s;" + figures + "\n";
    HUB.drop(
        series + ".csv",
        HEADER + row.formatted("Demi-meule") + row.formatted("Meule entière du Demi"));

    assertThat(HUB.awaitAcknowledgement(series + ".csv").status()).isEqualTo("POSTED");
    assertThat(amount("SELECT comp_ht FROM invoice WHERE invoice_no = '" + series + "-1'"))
        .isEqualByComparingTo(total);
  }

  /** 560,625 is a price less 2,5 %: rounded at the end, not once for the discount alone. */
  @Test
  void aStatedAmountThatIsRoundedAtTheEndIsTheLines() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "rounded-once.csv",
            """
            N° facture;Date facture;Client;Désignation;Qté;PU HT;Remise %;Montant HT;Taux TVA
            RO-1;12/11/2026;Frères du Demi;Yaourt du Demi;25;23,00;2,5;560,63;19
            RO-1;12/11/2026;Frères du Demi;Camembert du Demi;10;10,00;0;100,00;19
            RO-2;12/11/2026;Frères du Demi;Yaourt du Demi;25;23,00;2,5;560,62;19
            RO-2;12/11/2026;Frères du Demi;Camembert du Demi;10;10,00;0;100,00;19
            """);

    assertThat(answer.status()).isEqualTo("POSTED");
    assertThat(amount("SELECT comp_ht FROM invoice WHERE invoice_no = 'RO-1'"))
        .isEqualByComparingTo("660.63");
    assertThat(amount("SELECT comp_ht FROM invoice WHERE invoice_no = 'RO-2'"))
        .isEqualByComparingTo("660.62");
  }

  /** Within a dinar for each line it would be their sum as well. */
  @Test
  void manyLinesOfADinarHaveAmountsOfTheirOwn() {
    String row = "RL4-1;05/03/2026;Épicerie du Demi;Bonbon %d du Demi;1;1,03;1,03;19;0,20;1,23\n";
    String rows = IntStream.range(0, 10).mapToObj(row::formatted).collect(Collectors.joining());
    HUB.drop("RL4.csv", HEADER + rows);

    assertThat(HUB.awaitAcknowledgement("RL4.csv").status()).isEqualTo("POSTED");
    assertThat(amount("SELECT comp_ht FROM invoice WHERE invoice_no = 'RL4-1'"))
        .isEqualByComparingTo("10.30");
    assertThat(rulesOf("RL4.csv")).doesNotContain("INV-013");
  }
}
