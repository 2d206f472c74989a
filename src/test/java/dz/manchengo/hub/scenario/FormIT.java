package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One invoice on a sheet: labels above, lines in the middle, totals below. */
class FormIT extends InProcessHub {
  private static final String FORM =
      """
      FROMAGERIE DE L'ATLAS;;;;
      NIF : 000016001122334;;;;
      Facture n° :;FM-2026/88;;Date :;05/03/2026
      Client : SARL Bordj Forme;;;NIF client;000016001234999
      Mode de paiement;Espèces;;;
      ;;;;
      Désignation;Qté;P.U. HT;TVA %;Montant HT
      Gouda de forme;2;100,00;19;200,00
      Edam de forme;3;110,00;19;330,00
      ;;;;
      Total HT;;;;530,00
      Remise;;;;0,00
      TVA 19%;;;;100,70
      Total TTC;;;;630,70
      Timbre;;;;11,00
      Net à payer;;;;641,70
      """;

  @Test
  void itIsPostedWithWhatStandsAroundItsLines() throws IOException {
    Acknowledgement answer = dropInvoices("forme.csv", FORM);

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(answer.cells("Résumé").stream().flatMap(List::stream))
        .contains("Hors tableau (Facture n°)", "FM-2026/88");
    assertThat(
            db.sql(
                    "SELECT comp_ht, comp_ttc, decl_ttc, decl_stamp, decl_net, totals_status, lines_status,"
                        + " payment_method FROM invoice WHERE invoice_no = 'FM-2026/88'")
                .query()
                .singleRow())
        .containsEntry("comp_ht", new BigDecimal("530.00"))
        .containsEntry("decl_ttc", new BigDecimal("630.70"))
        .containsEntry("decl_stamp", new BigDecimal("11.00"))
        .containsEntry("decl_net", new BigDecimal("641.70"))
        .containsEntry("totals_status", "EXACT")
        .containsEntry("lines_status", "DECLARED")
        .containsEntry("payment_method", "ESPECES");
  }

  /** Prices with tax need the rate, which « Dont TVA » says. */
  @Test
  void theTaxInTheTotalIsTheRateOfItsLines() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "forme-dont.csv",
            """
            Facture n° :;FM-2026/70;;Date :;05/03/2026
            Client : SARL Bordj Forme;;;;
            Désignation;Qté;P.U. TTC;Montant TTC;
            Gouda de forme;2;119,00;238,00;
            Edam de forme;1;119,00;119,00;
            ;;Total TTC;357,00;
            ;;Dont TVA 19%;57,00;
            """);

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(amount("SELECT comp_ht FROM invoice WHERE invoice_no = 'FM-2026/70'"))
        .isEqualByComparingTo("300.00");
  }

  /** Its lines have a column « TVA » of rates, its totals a row « TVA », and a discount between. */
  @Test
  void aDiscountAmongTheTotalsIsOneOfTheWholeInvoice() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "forme-remise.csv",
            FORM.replace("/88", "/91")
                .replace("TVA %", "TVA")
                .replace(";19;", ";19%;")
                .replace("Remise;;;;0,00", "Remise 10%;;;;53,00\nNet HT;;;;477,00")
                .replace("TVA 19%;;;;100,70", "TVA;;;;90,63")
                .replace("Total TTC;;;;630,70", "Total TTC;;;;567,63")
                .replace("Timbre;;;;11,00", "Timbre;;;;10,00")
                .replace("641,70", "577,63"));

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(rulesOf("forme-remise.csv")).doesNotContain("FIL-020", "FMT-019");
    assertThat(
            db.sql(
                    "SELECT message FROM finding WHERE submission_id = :id AND rule_code = 'FIL-012'")
                .param("id", idOf("forme-remise.csv"))
                .query(String.class)
                .list())
        .anyMatch(told -> told.endsWith("non lue : sa valeur compte comme remise du document"));
    assertThat(amount("SELECT comp_ht FROM invoice WHERE invoice_no = 'FM-2026/91'"))
        .isEqualByComparingTo("477.00");
  }

  /** Payments have no such discount. */
  @Test
  void inAnotherFolderItIsRefusedWithASentence() throws IOException {
    HUB.drop(
        "payments",
        "forme-ailleurs.csv",
        FORM.replace("/88", "/96")
            .replace("Remise;;;;0,00", "Remise 10%;;;;53,00")
            .getBytes(UTF_8));

    Acknowledgement answer = HUB.awaitAcknowledgement("payments", "forme-ailleurs.csv");
    assertThat(answer.status()).isEqualTo("REJECTED");
    assertThat(rulesOf("forme-ailleurs.csv")).isNotEmpty();
  }

  @Test
  void theVatOfSeveralRatesIsAddedUp() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "forme-taux.csv",
            FORM.replace("/88", "/90")
                .replace("110,00;19;", "110,00;9;")
                .replace("TVA 19%;;;;100,70", "TVA 19%;;;;38,00\nTVA 9%;;;;29,70")
                .replace("Total TTC;;;;630,70", "Total TTC;;;;597,70")
                .replace("Timbre;;;;11,00", "Timbre;;;;10,00")
                .replace("641,70", "607,70"));

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(amount("SELECT decl_vat FROM invoice WHERE invoice_no = 'FM-2026/90'"))
        .isEqualByComparingTo("67.70");
  }

  /** Label, rate and amount in three cells. */
  @Test
  void aRateBesideItsLabelIsNoAmount() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "forme-cases.csv",
            FORM.replace("/88", "/92")
                .replace("110,00;19;", "110,00;9;")
                .replace("TVA 19%;;;;100,70", "TVA;;;19%;38,00\nTVA;;;9%;29,70")
                .replace("Total TTC;;;;630,70", "Total TTC;;;;597,70")
                .replace("Timbre;;;;11,00", "Timbre;;;;10,00")
                .replace("641,70", "607,70"));

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(amount("SELECT decl_vat FROM invoice WHERE invoice_no = 'FM-2026/92'"))
        .isEqualByComparingTo("67.70");
  }

  /** No column of rates: one rate below is that of all lines where the VAT proves it. */
  @Test
  void aRateBelowTheLinesIsTheirs() throws IOException {
    String form =
        """
        FACTURE N° : FM-2026/97;;Date : 05/03/2026;
        Client : SARL Bordj Forme;;;
        Désignation;Qté;PU HT;Montant HT
        Gouda au taux;2;100,00;200,00
        Edam au taux;3;100,00;300,00
        Total HT : 500,00;;;
        TVA 19 % : 95,00;;;
        Total TTC : 595,00;;;
        """;
    assertThat(dropInvoices("forme-taux-bas.csv", form).status()).isEqualTo("POSTED");
    assertThat(
            amount(
                "SELECT sum(vat_rate) FROM invoice_line JOIN invoice USING (invoice_id)"
                    + " WHERE invoice_no = 'FM-2026/97'"))
        .isEqualByComparingTo("38");

    String other = form.replace("/97", "/98").replace("95,00", "75,00").replace("595", "575");
    assertThat(dropInvoices("forme-taux-contredit.csv", other).status()).isEqualTo("REJECTED");
    assertThat(rulesOf("forme-taux-contredit.csv")).contains("INV-013");
    String bare = other.replace("TVA 19 %", "Total TVA");
    assertThat(dropInvoices("forme-taux-faux.csv", bare).status()).isEqualTo("REJECTED");
    assertThat(rulesOf("forme-taux-faux.csv"))
        .containsOnlyOnce("INV-056")
        .doesNotContain("INV-035");
    String none = form.replace("/97", "/99").replace("TVA 19 % : 95,00;;;\n", "");
    assertThat(dropInvoices("forme-sans-taux.csv", none).sentence())
        .contains("« TVA 19 % : 1 900,00 »");
  }

  @Test
  void itsRefusedLinesComeBackWithItsNumberAndCustomerBesideThem() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "forme-fausse.csv",
            FORM.replace("/88", "/89").replace("de forme;2;", "de forme;deux;"));

    assertThat(answer.status()).isEqualTo("REJECTED");
    List<List<String>> rows = answer.cells(Acknowledgement.CORRECT);
    assertThat(rows.get(0)).contains("Désignation", "Facture n°", "Client", "Timbre");
    assertThat(rows.get(1)).contains("deux", "FM-2026/89", "SARL Bordj Forme", "05/03/2026");
  }

  /** A day in a title is the invoice's; which of two it is, or how to write one, is told. */
  @Test
  void aDayWithoutALabelIsTheInvoicesAndTwoAreAskedAbout() throws IOException {
    String form = FORM.replace(";;Date :;05/03/2026", ";;;");
    Acknowledgement one =
        dropInvoices(
            "forme-lieu.csv",
            form.replace("/88", "/93").replace("Mode de", "Alger, le 05/03/2026\nMode de"));
    assertThat(one.status()).as("%s", one.sentence()).isEqualTo("POSTED");
    assertThat(one.cells("Résumé").stream().flatMap(List::stream)).contains("05/03/2026");
    assertThat(
            dropInvoices(
                    "forme-jours.csv",
                    form.replace("/88", "/94")
                        .replace("Mode de", "Le 05/03/2026\nOran, le 06/03/2026\nMode de"))
                .sentence())
        .contains("05/03/2026 (5), 06/03/2026 (6)", "« Date : 07/05/2026 »");
    assertThat(dropInvoices("forme-sans-jour.csv", form.replace("/88", "/95")).sentence())
        .contains("« Date : 07/05/2026 »");
  }

  /** Its number and day beside « N° » and the place, or in the title and below it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "MANCHENGO SPA;;FACTURE;\nAdresse : Alger;;N°;FM-2026/%1$s\n;;Alger le;08/10/2026\n",
        "MANCHENGO SPA;;FACTURE FM-2026/%1$s;\nAdresse : Alger;;du 08/10/2026;\n"
      })
  void itsNumberMayStandInItsTitle(String title) throws IOException {
    String number = "9" + title.length();
    String table =
        "Doit :;Omar Forme;;\nN°;Désignation;Qté;PU HT;TVA %\n1;Gouda de forme;2;100,00;19\n";

    assertThat(dropInvoices("forme-" + number + ".csv", title.formatted(number) + table).status())
        .isEqualTo("POSTED");
    assertThat(
            db.sql(
                    "SELECT invoice_date::text FROM invoice WHERE invoice_no = 'FM-2026/' || :number")
                .param("number", number)
                .query(String.class)
                .single())
        .isEqualTo("2026-10-08");
  }

  /** Titles among its lines, an advance below its totals, the margin of the page. */
  @Test
  void whatIsNoLineIsPassedOverAndTold() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "forme-lots.csv",
            FORM.replace("/88", "/96")
                    .replace("Gouda de", "LOT 1 – Pâtes pressées;;;;\nGouda de")
                    .replace(
                        "Net à payer;;;;641,70", "Acompte versé;;;;100,00\nReste à payer;;;;541,70")
                + "Arrêtée la présente facture à;six cents dinars;;;\nFROMAGERIE DE L'ATLAS;;;;Page 1/1\n");

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(rulesOf("forme-lots.csv").stream().filter("FIL-048"::equals)).hasSize(1);
    assertThat(amount("SELECT decl_ttc FROM invoice WHERE invoice_no = 'FM-2026/96'"))
        .isEqualByComparingTo("630.70");
  }

  /** « Taux ; Base ; TVA » between the lines and the totals: what is taxed at each rate. */
  @Test
  void theTableOfRatesMayStandAboveTheTotals() throws IOException {
    Acknowledgement answer =
        dropInvoices(
            "forme-ventilee.csv",
            """
            FROMAGERIE DE L'ATLAS;;;;
            ;;FACTURE N° FM-2026/302;;
            ;;;Date :;12/11/2026
            Client : SARL Bordj Forme;;;;
            ;;;;
            Désignation;Qté;P.U. HT;TVA %;Montant HT
            Beurre de forme;10;100,00;19;1000,00
            Lait de forme;10;50,00;9;500,00
            ;;;;
            Taux TVA;Base HT;Montant TVA;;
            19 %;1000,00;190,00;;
            9 %;500,00;45,00;;
            ;;;;
            ;;;Total HT;1500,00
            ;;;Total TVA;235,00
            ;;;Total TTC;1735,00
            """);

    assertThat(answer.status()).as("%s", answer.cells(Acknowledgement.CORRECT)).isEqualTo("POSTED");
    assertThat(answer.count("Lignes comptabilisées")).isEqualTo(2);
    assertThat(amount("SELECT comp_ttc FROM invoice WHERE invoice_no = 'FM-2026/302'"))
        .isEqualByComparingTo("1735.00");
  }
}
