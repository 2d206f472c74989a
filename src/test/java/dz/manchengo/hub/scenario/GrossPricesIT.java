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

  /** « PU net » beside « PU HT » is the price that counts, unless they say different things. */
  @Test
  void aNetPriceBesideThePriceIsTheOneThatCounts() {
    HUB.drop(
        "net-deux.csv",
        HEADER
            + "PU HT;Remise %;PU net;TVA;Montant HT\n"
            + row("NTD-1", "10;100,00;;80,00;19;800,00")
            + row("NTD-2", "10;100,00;20;80,00;19;")
            + row("NTD-3", "10;100,00;;119,00;19;1000,00")
            + row("NTD-4", "10;100,00;10;95,00;19;"));
    assertThat(HUB.awaitAcknowledgement("net-deux.csv").status()).isEqualTo("PARTIAL");
    assertThat(posted("NTD-1")).isEqualTo("800.00");
    assertThat(posted("NTD-2")).isEqualTo("800.00");
    assertThat(posted("NTD-3")).isEqualTo("1000.00");
    assertThat(rulesOf("net-deux.csv")).containsOnlyOnce("INV-060");
    assertThat(number("SELECT count(*) FROM invoice WHERE invoice_no = 'NTD-4'")).isZero();
  }

  /** Ten per cent of 1 000 and 50 dinars are two discounts: which one, or both? */
  @Test
  void twoDiscountsOfOneLineAreAskedAboutUnlessItsAmountTells() {
    HUB.drop(
        "remise-deux.csv",
        HEADER
            + "PU HT;TVA;Remise %;Montant remise;Montant ligne HT\n"
            + row("RMD-1", "10;100,00;19;10;50,00;")
            + row("RMD-2", "10;100,00;19;10;100,00;")
            + row("RMD-3", "10;100,00;19;10;0,00;")
            + row("RMD-4", "10;100,00;19;10;50,00;850,00")
            + row("RMD-5", "10;100,00;19;10;50,00;855,00"));
    assertThat(HUB.awaitAcknowledgement("remise-deux.csv").status()).isEqualTo("PARTIAL");
    assertThat(rulesOf("remise-deux.csv")).containsOnlyOnce("INV-061");
    assertThat(posted("RMD-2")).isEqualTo("900.00");
    assertThat(posted("RMD-3")).isEqualTo("900.00");
    assertThat(posted("RMD-4")).isEqualTo("850.00");
    assertThat(posted("RMD-5")).isEqualTo("855.00");
  }

  /** « Total HT » before « Remise globale », where the total with tax is after it. */
  @Test
  void aTotalBeforeTheDiscountIsNoContradiction() {
    HUB.drop(
        "total-brut.csv",
        HEADER
            + "PU HT;TVA;Total HT;Remise globale;Total TTC\n"
            + row("TBR-1", "10;100,00;19;1000,00;100,00;1071,00")
            + row("TBR-2", "10;100,00;19;900,00;100,00;1071,00"));
    assertThat(ht("total-brut.csv", "TBR-1")).isEqualTo("900.00");
    assertThat(ht("total-brut.csv", "TBR-2")).isEqualTo("900.00");
  }

  /** What is taken off prices with tax is with tax too. */
  @Test
  void aDiscountInDinarsIsWithTaxWhereThePricesAre() {
    HUB.drop(
        "remise-ttc.csv",
        HEADER
            + "PU TTC;TVA;Montant remise;Montant ligne TTC\n"
            + row("RTT-1", "3;119,00;19;35,70;")
            + row("RTT-2", "3;119,00;19;35,70;321,30"));
    HUB.drop(
        "remise-globale-ttc.csv",
        HEADER + "PU TTC;TVA;Remise globale;Total TTC\n" + row("RTT-3", "10;119,00;19;119;1071"));
    assertThat(ht("remise-ttc.csv", "RTT-1")).isEqualTo("270.00");
    assertThat(ht("remise-ttc.csv", "RTT-2")).isEqualTo("270.00");
    assertThat(ht("remise-globale-ttc.csv", "RTT-3")).isEqualTo("900.00");
    assertThat(HUB.awaitAcknowledgement("remise-ttc.csv").value("Colonne (Montant remise)"))
        .isEqualTo("remise TTC, comme les prix");
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
        .anyMatch(s -> s.matches(".*\\[lecture, ne pas modifier : H~\\w+=unit_price_net_ht.*"));
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
    return posted(number);
  }

  private String posted(String number) {
    return amount("SELECT comp_ht FROM invoice WHERE invoice_no = '" + number + "'").toString();
  }
}
