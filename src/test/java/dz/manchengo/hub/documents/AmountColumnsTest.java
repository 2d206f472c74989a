package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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

  @Test
  void theColumnThatHoldsTheVatNamesTheRateOfItsRow() throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            "N° facture;Date facture;Client;Désignation;Quantité;PU HT;TVA 9%;TVA 19%",
            "E-7;15/10/2026;Client A;Beurre;10;100,00;;190,00",
            "E-7;15/10/2026;Client A;Lait;3;250,00;67,50;",
            "E-8;15/10/2026;Client A;Lait;3;250,00;0,00;0,00",
            "E-9;15/10/2026;Client A;Lait;3;250,00;10,00;20,00");
    assertThat(sheet.data())
        .extracting(row -> String.valueOf(row.line().get("vat_rate")))
        .containsExactly("19", "9", "0", "null");
  }

  /** 19,00 on 100,00 is no VAT at 9 %, and its totals say so. */
  @Test
  void theRateOfASingleColumnIsTheOneItIsCalledBy() throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            "N° facture;Date facture;Client;Désignation;Quantité;PU HT;TVA 9%",
            "E-10;15/10/2026;Client A;Lait;1;100,00;19,00");
    assertThat(sheet.data().get(0).line()).containsEntry("vat_rate", new java.math.BigDecimal(9));
  }
}
