package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A price before the discount beside the one after it: the discount is taken once. */
class GrossPricesIT extends InProcessHub {
  private static final String HEADER = "N° facture;Date;Client;Désignation;Qté;";

  @ParameterizedTest
  @CsvSource({
    "PU brut HT, Remise %, PU HT",
    "Prix public, Remise, PU HT",
    "Tarif, Remise %, Prix unitaire",
    "Prix catalogue, Remise %, Prix de vente",
    "PU avant remise, Remise %, PU HT",
    "Prix brut, Remise, Prix net"
  })
  void thePriceThatTheDiscountGivesIsNet(String gross, String discount, String price) {
    String name = "brut-" + gross.replaceAll("[^A-Za-z]", "");
    String header = HEADER + gross + ";" + discount + ";" + price + ";TVA\n";
    HUB.drop(
        name + ".csv",
        header
            + row(name + "-1", "10;100,00;10;90,00;19")
            + row(name + "-2", "3;33,35;5;31,68;19")
            + row(name + "-3", "1;50,00;;50,00;19"));

    assertThat(ht(name + ".csv", name + "-1")).isEqualTo("900.00");
    assertThat(ht(name + ".csv", name + "-2")).isEqualTo("95.04");
    assertThat(ht(name + ".csv", name + "-3")).isEqualTo("50.00");
    assertThat(rulesOf(name + ".csv").contains("FIL-050")).isEqualTo(!price.equals("Prix net"));
  }

  @Test
  void itIsToldWhyThePriceIsNet() {
    HUB.drop(
        "brut-dit.csv",
        HEADER
            + "PU brut HT;Remise %;PU HT;TVA;Montant HT\n"
            + row("BRD-1", "10;100,00;10;90,00;19;900,00"));

    assertThat(ht("brut-dit.csv", "BRD-1")).isEqualTo("900.00");
    assertThat(told("brut-dit.csv"))
        .anyMatch(
            s ->
                s.contains(
                    "« PU HT » lu comme prix net : c'est « PU brut HT » moins « Remise % » (ligne"
                        + " 2 : 100,00, puis 90,00)"));
  }

  @Test
  void aDiscountInDinarsIsTakenOnceToo() {
    HUB.drop(
        "brut-da.csv",
        HEADER + "PU brut HT;Remise DA;PU HT;TVA\n" + row("BRA-1", "10;100,00;15,00;85,00;19"));

    assertThat(ht("brut-da.csv", "BRA-1")).isEqualTo("850.00");
  }

  @Test
  void aPriceThatIsStillGrossHasItsDiscount() {
    HUB.drop(
        "brut-deux.csv",
        HEADER + "Prix public;Remise %;PU HT;TVA\n" + row("BRX-1", "10;100,00;10;100,00;19"));

    assertThat(ht("brut-deux.csv", "BRX-1")).isEqualTo("900.00");
  }

  @Test
  void aRowThatComesBackAloneIsReadAsTheFileWas() throws Exception {
    HUB.drop(
        "brut-retour.csv",
        HEADER
            + "Prix public;Remise %;PU HT;TVA\n"
            + row("BRR-1", "10;100,00;10;90,00;19")
            + row("BRR-2", "dix;100,00;10;90,00;19"));

    Acknowledgement answer = HUB.awaitAcknowledgement("brut-retour.csv");
    assertThat(answer.status()).isEqualTo("PARTIAL");
    assertThat(answer.cells(Acknowledgement.CORRECT).get(0))
        .anyMatch(s -> s.contains("[lecture, ne pas modifier : H=unit_price_net_ht"));
  }

  @Test
  void whereTheGrossPriceShowsNeitherTheAmountsDoOrItIsAsked() {
    String header = HEADER + "Prix public;Remise %;PU HT;TVA";
    HUB.drop("brut-ni.csv", header + "\n" + row("BRN-1", "10;120,00;10;100,00;19"));
    HUB.drop(
        "brut-montant.csv",
        header + ";Montant HT\n" + row("BRM-1", "10;120,00;10;100,00;19;900,00"));

    assertThat(HUB.awaitAcknowledgement("brut-ni.csv").status()).isEqualTo("REJECTED");
    assertThat(told("brut-ni.csv"))
        .anyMatch(s -> s.contains("rien ne montre si « PU HT » est avant ou après « Remise % »"));
    assertThat(ht("brut-montant.csv", "BRM-1")).isEqualTo("900.00");
  }

  private static String row(String number, String rest) {
    return number + ";05/03/2026;Épicerie du Brut;Brebis du Brut;" + rest + "\n";
  }

  private List<String> told(String file) {
    return db.sql("SELECT replace(message, chr(160), ' ') FROM finding WHERE submission_id = :id")
        .param("id", idOf(file))
        .query(String.class)
        .list();
  }

  private String ht(String file, String number) {
    assertThat(HUB.awaitAcknowledgement(file).status()).isEqualTo("POSTED");
    return amount("SELECT comp_ht FROM invoice WHERE invoice_no = '" + number + "'").toString();
  }
}
