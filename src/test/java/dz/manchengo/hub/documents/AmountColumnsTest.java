package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Amounts of the lines or of their document (domain notes §7.2); units that a column has not. */
class AmountColumnsTest {
  private static final String HEADER =
      "N° facture;Date facture;Client;Désignation;Quantité;PU HT;Remise %;Montant HT;Montant TVA;Montant TTC";

  private static String row(String document, String qty, String pct, String... amounts) {
    return document
        + ";15/10/2026;Client A;Lait;"
        + qty
        + ";100,00;"
        + pct
        + ";"
        + String.join(";", amounts);
  }

  @Test
  void equalLinesHaveAmountsOfTheirOwnWhereEachFollowsFromItsLine() throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            HEADER,
            row("E-1", "1", "", "100,00", "19,00", "119,00"),
            row("E-1", "1", "", "100,00", "19,00", "119,00"));
    assertThat(sheet.data().get(0).line()).containsKeys("line_ht", "line_vat", "line_ttc");
  }

  @Test
  void theDiscountOfALineIsTakenOff() throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            HEADER,
            row("E-2", "2", "10", "180,00", "34,20", "214,20"),
            row("E-2", "2", "10", "180,00", "34,20", "214,20"));
    assertThat(sheet.data().get(0).line()).containsKeys("line_ht", "line_vat", "line_ttc");
  }

  @Test
  void whatTheLinesGiveTogetherIsTheDocuments() throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            HEADER,
            row("E-3", "1", "", "200,00", "38,00", "238,00"),
            row("E-3", "1", "", "200,00", "38,00", "238,00"));
    assertThat(sheet.data().get(0).header()).containsKeys("total_ht", "total_vat", "total_ttc");
  }

  /** Two numbers until the column's others have shown its mark: then it varies like them. */
  @Test
  void threeDecimalsOfALineWithTaxAreItsAmount() throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            "Facture;Date;Client;Article;Qte;Prix;TVA;Mt HT;Mt TTC",
            "E-7;05/11/2026;SARL Mitidja;Lait;10;85;19;850;1011.5",
            "E-7;05/11/2026;SARL Mitidja;Pain;5;50.5;19;252.5;300.475");
    assertThat(sheet.data())
        .allSatisfy(row -> assertThat(row.line()).containsKeys("line_ht", "line_ttc"))
        .allSatisfy(row -> assertThat(row.header()).doesNotContainKey("total_ttc"));
  }

  @Test
  void aTotalThatIsQuantityTimesPriceOnEveryRowIsWithoutTax() throws UnreadableFile {
    SheetSamples.Read sheet = total("PU HT", "E-1;3;33,3333;100,00", "E-2;2;50,00;100,00");
    assertThat(sheet.data())
        .allSatisfy(row -> assertThat(row.line()).containsKey("line_ht"))
        .allSatisfy(row -> assertThat(row.header()).doesNotContainKey("total_ttc"));
    assertThat(sheet.detected())
        .containsEntry("{reason.read.column} (Total)", "{reason.read.line-ht}");
    assertThat(total("PU HT", "E-1;1;100,00;100,00", "E-1;2;50,00;100,00").data().get(1).line())
        .containsKey("line_ht");
    assertThat(total("Prix unitaire", "E-1;2;50,00;100,00").data().get(0).line())
        .containsKey("line_ht");
  }

  @Test
  void anyOtherTotalIsWithTax() throws UnreadableFile {
    assertThat(total("PU HT", "E-1;2;50,00;100,00", "E-2;2;50,00;119,00").data())
        .allSatisfy(row -> assertThat(row.header()).containsKey("total_ttc"));
    assertThat(total("PU TTC", "E-1;2;50,00;100,00").data().get(0).header())
        .containsKey("total_ttc");
  }

  private static SheetSamples.Read total(String price, String... rows) throws UnreadableFile {
    List<String> lines = new ArrayList<>();
    lines.add("N° facture;Quantité;" + price + ";Total;Date facture;Client;Désignation");
    for (String row : rows) {
      lines.add(row + ";15/10/2026;Client A;Lait");
    }
    return SheetSamples.sheet(lines.toArray(String[]::new));
  }

  private static final String LINES = "N° facture;Date;Client;Désignation;Qté;PU HT;TVA %;Montant";

  private static String line(String document, String qty, String price, String rest) {
    return String.join(";", document, "15/10/2026", "Client A", "Lait", qty, price, rest);
  }

  @Test
  void anAmountThatIsQuantityTimesPriceIsTheLines() throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            LINES,
            line("M-1", "2", "50,00", "19;100,00"),
            line("M-1", "3", "10,00", "9;30,00"),
            line("M-2", "1", "20,00", "0;20,00"),
            line("M-2", "4", "20,00", "19;88,00"));
    assertThat(sheet.data()).allSatisfy(row -> assertThat(row.line()).containsKey("line_ht"));
    assertThat(sheet.detected())
        .containsEntry("{reason.read.column} (Montant)", "{reason.read.line-ht}");
    assertThat(sheet.findings()).isEmpty();
  }

  @Test
  void anAmountThatHoldsTheVatIsWithTax() throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            LINES.replace("Montant", "Prix total"),
            line("M-3", "2", "50,00", "19;119,00"),
            line("M-3", "3", "10,00", "9;32,70"));
    assertThat(sheet.data()).allSatisfy(row -> assertThat(row.line()).containsKey("line_ttc"));
    String header = LINES.replace("PU HT", "PU TTC").replace("TVA %", "TVA");
    assertThat(
            SheetSamples.sheet(header, line("M-3", "2", "119,00", "19;200,00"))
                .data()
                .get(0)
                .line())
        .containsKey("line_ht");
  }

  @Test
  void anAmountThatTheLinesGiveTogetherIsTheDocuments() throws UnreadableFile {
    assertThat(
            SheetSamples.sheet(
                    LINES,
                    line("M-4", "2", "50,00", "19;130,00"),
                    line("M-4", "3", "10,00", "9;130,00"))
                .data()
                .get(1)
                .header())
        .containsKey("total_ht");
    assertThat(
            SheetSamples.sheet(
                    LINES.replace("Montant", "Montant total (DA)"),
                    line("M-4", "2", "50,00", "19;151,70"),
                    line("M-4", "3", "10,00", "9;"))
                .data()
                .get(0)
                .header())
        .containsKey("total_ttc");
  }

  /** « Remise » 10 is ten per cent on one line, and its amount proves it. */
  @Test
  void anAmountShowsTheUnitOfADiscount() throws UnreadableFile {
    String header = LINES.replace("TVA %", "Remise;TVA %");
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            header,
            line("M-5", "2", "50,00", "10;19;90,00"),
            line("M-5", "1", "40,00", ";19;40,00"));
    assertThat(sheet.data().get(0).line())
        .containsKey("line_ht")
        .containsEntry("discount_pct", new java.math.BigDecimal(10));
    assertThat(sheet.data().get(0).findings()).isEmpty();
  }

  @Test
  void anAmountThatNothingExplainsIsAskedAbout() {
    assertThat(
            asked(
                LINES, line("M-6", "2", "50,00", "19;100,00"), line("M-7", "2", "5,00", "9;10,90")))
        .isEqualTo(
            "Colonne « Montant » : montant HT ou TTC, de la ligne ou de tout le document ?"
                + " Ses valeurs ne le montrent pas ; la ligne 2 le donne sans TVA, la ligne 3 avec");
    assertThat(asked(LINES, line("M-6", "2", "50,00", "19;300,00")))
        .contains("ligne 2 par exemple, ce n'est ni");
  }

  /** A rate explains no amount. */
  @Test
  void withoutAnotherAmountNothingIsSaidOfOtherColumns() {
    assertThat(
            asked(
                "N° facture;Date;Client;Désignation;Montant;TVA",
                "B-1;04/11/2026;Hamid;Prestation;1000,00;19%",
                "B-2;05/11/2026;Hamid;Prestation;2000,00;9%"))
        .endsWith("aucune autre colonne de montants ne permet de le savoir");
  }

  @Test
  void twoColumnsOfOneNameAreToldByTheirLetters() {
    assertThatThrownBy(
            () ->
                SheetSamples.sheet(
                    "N° facture;Date;Date;Client;Désignation;Qté;PU HT;Taux TVA",
                    "E-1;02/11/2026;02/12/2026;Omar;Lait;10;100;19"))
        .isInstanceOfSatisfying(
            UnreadableFile.class,
            e ->
                assertThat(RuleBook.message(e.finding(), Locale.FRENCH))
                    .endsWith("« Date (B) » et « Date (C) »"));
  }

  private static String asked(String... lines) {
    try {
      return "read: " + SheetSamples.sheet(lines).data();
    } catch (UnreadableFile e) {
      assertThat(e.finding().rule()).isEqualTo("FMT-031");
      return Hints.sentence(e.finding(), Locale.FRENCH);
    }
  }

  @Test
  void besideOtherAmountsItIsPassedOverAndTold() throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(LINES + ";Total TTC", line("M-8", "2", "50,00", "19;70,00;119,00"));
    assertThat(SheetSamples.sentences(sheet))
        .containsExactly("FIL-005 1 Colonne inconnue ignorée : « Montant »");
    assertThat(sheet.data().get(0).header()).containsKey("total_ttc");
    assertThat(
            SheetSamples.sheet(LINES + ";Total TTC", line("M-8", "2", "50,00", "19;100,00;119,00"))
                .data()
                .get(0)
                .line())
        .containsKey("line_ht");
  }

  @Test
  void whatWasDecidedHoldsForWhatComesBack() throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            LINES + ";Hub : valeur reçue [H=line_ttc]", line("M-9", "2", "50,00", "19;100,00;"));
    assertThat(sheet.data().get(0).line()).containsKey("line_ttc");
  }

  /** « Code » and « Nom » say nothing without their group above, however many columns are known. */
  @Test
  void itTakesNoHeaderFromTheGroupsAboveIt() throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            "Facture;;Client;;Article;;;;",
            "N°;Date;Code;Nom;Désignation;Qté;P.U. HT;TVA %;Montant",
            "G-1;15/10/2026;C-1;Amel;Lait;2;50,00;19;100,00");
    assertThat(sheet.data().get(0).header()).containsEntry("doc_no", "G-1");
    assertThat(sheet.data().get(0).line()).containsKey("line_ht");
  }

  @Test
  void ofAJournalItIsWhatTheOtherTotalsLeave() throws UnreadableFile {
    String journal = "N° facture;Date;Client;";
    String entry = "J-1;15/10/2026;Client A;";
    assertThat(SheetSamples.sheet(journal + "HT;TVA;Montant", entry + "100,00;19,00;119,00").data())
        .allSatisfy(row -> assertThat(row.header()).containsKeys("total_ht", "total_ttc"));
    assertThat(SheetSamples.sheet(journal + "Montant;TVA", entry + "200,00;38,00").data())
        .allSatisfy(row -> assertThat(row.header()).containsKey("total_ht"));
    assertThat(SheetSamples.sheet(journal + "Montant;TVA", entry + "238,00;38,00").data())
        .allSatisfy(row -> assertThat(row.header()).containsKey("total_ttc"));
    assertThat(SheetSamples.sheet(journal + "Montant;TTC", entry + "200,00;238,00").data())
        .allSatisfy(row -> assertThat(row.header()).containsKey("total_ht"));
  }

  @Test
  void percentagesAmongAmountsAndDinarsAmongPercentagesAreRefused() throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            HEADER,
            row("E-4", "10%", "", "1 000,00", "190,00", "1 190,00"),
            row("E-5", "10", "50 DA", "950,00", "180,50", "1 130,50"),
            row("E-6", "10", "5 %", "950,00", "180,50", "1 130,50"));
    assertThat(sheet.data())
        .extracting(row -> row.findings().stream().map(Finding::rule).toList())
        .containsExactly(List.of("FMT-020"), List.of("FMT-020"), List.of());
  }
}
