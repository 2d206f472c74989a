package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around a table contradicts it, or itself: nothing of it is left unsaid. */
class AroundTheTableIT extends InProcessHub {
  private static final String LIST =
      """
      N° facture;Date facture;Client;Désignation;Quantité;PU HT;TVA %%
      %s;25/10/2026;Atlas ATT;Gouda ATT;10;100,00;19
      """;

  private static final String FORM =
      """
      %s
      ;;;
      Désignation;Qté;PU HT;Montant HT
      Gouda ATT;10;100,00;1000,00
      ;;;
      ;;Total HT;1000,00
      ;;TVA 19%%;190,00
      %s
      """;

  private static final String HEAD = "Facture N°;%s\nDate;25/10/2026\nClient;Atlas ATT";

  private Acknowledgement answer(String name, String text) {
    HUB.drop(name, text);
    return HUB.awaitAcknowledgement(name);
  }

  private static Stream<Arguments> foreign() {
    String form = HEAD.formatted("ATT-8E");
    return Stream.of(
        Arguments.of("eur-total", FORM.formatted(form, ";;Total TTC (€);1190,00")),
        Arguments.of("eur-mot", FORM.formatted(form, ";;Total TTC EUR;1190,00")),
        Arguments.of("usd-due", FORM.formatted(form, ";;Amount due (USD);1190,00")),
        Arguments.of("eur-valeur", LIST.formatted("ATT-8E") + "Total;;;;;1000 EUR;\n"),
        Arguments.of("eur-note", LIST.formatted("ATT-8E") + ";;;;;;\nDevise : EUR;;;;;;\n"),
        Arguments.of("eur-titre", "Total TTC (€) : 1190\n" + LIST.formatted("ATT-8E")));
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void aCurrencyAroundATableIsNoDinar(String name, String text) {
    Acknowledgement answer = answer("att-" + name + ".csv", text);

    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(rulesOf("att-" + name + ".csv")).containsOnlyOnce("FMT-015");
  }

  @Test
  void aUnitBelowATableIsAskedAbout() {
    String text = LIST.formatted("ATT-8C") + "Montants exprimés en centimes;;;;;;\n";

    assertThat(answer("att-centimes.csv", text).status()).isEqualTo("REJECTED");
    assertThat(rulesOf("att-centimes.csv")).containsOnlyOnce("FMT-026");
  }

  @Test
  void aCounterValueBesideTheDinarsIsNoCurrencyOfTheInvoice() {
    String text =
        FORM.formatted(HEAD.formatted("ATT-8V"), ";;Total TTC;1190,00\n;;Total TTC (EUR);8,10");

    assertThat(answer("att-contre-valeur.csv", text).status()).isEqualTo("POSTED");
    assertThat(ttc("ATT-8V")).isEqualByComparingTo("1190");
  }

  private BigDecimal ttc(String number) {
    return db.sql("SELECT decl_ttc FROM invoice WHERE invoice_no = :no")
        .param("no", number)
        .query(BigDecimal.class)
        .single();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Net à payer;2190,00",
        "Total TTC : 2 190,00 DA",
        ";;Total HT;1500,00",
        "Total TTC;;\n2190,00;;"
      })
  void totalsAboveTheTableAreCompared(String total) {
    String name = "att-haut-" + Math.floorMod(total.hashCode(), 10_000) + ".csv";
    String lines = "Désignation;Qté;PU HT;TVA %\nGouda ATT;10;100,00;19\n";
    Acknowledgement answer =
        answer(name, HEAD.formatted("ATT-8H") + "\n" + total + "\n;;;\n" + lines);

    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(rulesOf(name)).contains("INV-013");
  }

  @Test
  void totalsAboveAListAreControlFigures() {
    String text = "Total HT : 1 400,00\n;;;;;;\n" + LIST.formatted("ATT-8L");

    assertThat(answer("att-liste.csv", text).status()).isEqualTo("POSTED");
    assertThat(rulesOf("att-liste.csv")).containsOnlyOnce("FIL-020");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Facture N°;ATT-1;;Facture N°;ATT-2\nDate;25/10/2026\nClient;Atlas ATT",
        "Facture N°;ATT-1\nDate;25/10/2026\nClient;Atlas ATT\nClient;Zed ATT",
        "Facture N°;ATT-1\nDate;25/10/2026\nAlger, le;26/10/2026\nClient;Atlas ATT",
        "Facture N°;ATT-1\nDate;25/10/2026\nClient;Atlas ATT\nTotal TTC;1290,00"
      })
  void whatTheTitlesSayTwiceIsAskedAbout(String head) {
    String name = "att-deux-" + Math.floorMod(head.hashCode(), 10_000) + ".csv";
    Acknowledgement answer = answer(name, FORM.formatted(head, ";;Total TTC;1190,00"));

    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(rulesOf(name)).containsOnlyOnce("FIL-063");
  }

  @Test
  void whatTheySayTwiceAlikeIsSaidOnce() {
    String head =
        "Facture N° ATT-9 du 25/10/2026\nN° facture;ATT-9;;Alger, le 25/10/2026\n"
            + "Date;25/10/2026\nClient;Atlas ATT\nClient :;SARL Atlas ATT\nNet à payer;1190,00";

    assertThat(answer("att-pareil.csv", FORM.formatted(head, ";;Total TTC;1190,00")).status())
        .isEqualTo("POSTED");
    assertThat(ttc("ATT-9")).isEqualByComparingTo("1190");
  }
}
