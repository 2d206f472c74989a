package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a sheet « À corriger » says of how its file was read. */
class ReadingNoteTest {
  private static final String HEADER =
      "N° facture;Date facture;Client;Désignation;Quantité;PU HT;Remise;TVA;Hub : valeur reçue";
  private static final String ROW = "R-1;02/03/2026;Client A;Levure;1;47,37;7;9,00;";

  @ParameterizedTest
  @ValueSource(strings = {"[", "[lecture, ne pas modifier : ", "[as read, do not change: "})
  void datesDiscountsAndVatAreReadAsBefore(String before) throws UnreadableFile {
    String note = " (décimale « , ») " + before + "B=MDY G=discount_pct H=total_vat]";
    SheetSamples.Read sheet = SheetSamples.sheet(HEADER + note, ROW);
    assertThat(sheet.data().get(0).header())
        .containsEntry("doc_date", java.time.LocalDate.of(2026, 2, 3))
        .containsKey("total_vat");
    assertThat(sheet.data().get(0).line()).containsKey("discount_pct");
    assertThat(sheet.data().get(0).findings()).isEmpty();
  }

  /** The rows that showed it are gone, and the discount of this one was wrong. */
  @Test
  void aNetPriceIsNetAsBefore() throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            "N° facture;Date facture;Client;Désignation;Quantité;Prix public;PU HT;Remise %;TVA;"
                + "Hub : valeur reçue (décimale « , ») [lecture, ne pas modifier :"
                + " G=unit_price_net_ht]",
            "R-1;02/03/2026;Client A;Levure;1;100,00;90,00;12;19;");
    assertThat(sheet.data().get(0).line())
        .containsEntry("unit_price_net_ht", new BigDecimal("90.00"))
        .doesNotContainKey("unit_price_ht");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1.234,50", "2,5"})
  void theMarkItSaysOutranksTheOtherCells(String other) throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            HEADER + " (décimale « , »)",
            "R-1;02/03/2026;Client A;Levure;1,500;100,00;;19;",
            "R-1;02/03/2026;Client A;Sel;" + other + ";100,00;;19;",
            "R-1;02/03/2026;Client A;Eau;1.500;100,00;;19;");
    assertThat(sheet.data())
        .extracting(row -> row.line().get("qty"))
        .contains(new BigDecimal("1.500"), new BigDecimal("1500"))
        .hasSize(3)
        .doesNotContainNull();
    assertThat(SheetSamples.sentences(sheet))
        .contains("FMT-004 2 « 1,500 » lu 1,5 (preuve : l'en-tête « Hub : » de la feuille)");
  }

  /** Quantity × price fits the amount with the other mark only: no number is turned for that. */
  @Test
  void theMarkItSaysOutranksArithmetic() throws UnreadableFile {
    String header = HEADER.replace("TVA;", "TVA %;Montant ligne HT;");
    String row = "R-1;02/03/2026;Client A;Levure;1,500;100,00;;19;150000,00;";
    assertThat(SheetSamples.sheet(header + " (décimale « , »)", row).data().get(0).line())
        .containsEntry("qty", new BigDecimal("1.500"));
    assertThat(SheetSamples.sheet(header, row).data().get(0).line())
        .containsEntry("qty", new BigDecimal("1500"));
  }

  @Test
  void whatItCannotMeanCountsForNothing() throws UnreadableFile {
    String row = ROW.replace("9,00", "19"); // 9,00 on 47,37 would be asked for (FMT-022)
    SheetSamples.Read noted =
        SheetSamples.sheet(HEADER + " [B=line_ht F=MDY H=doc_date A=x ZZZ=MDY", row);
    SheetSamples.Read bare = SheetSamples.sheet(HEADER, row);
    assertThat(noted.data().get(0).header()).isEqualTo(bare.data().get(0).header());
    assertThat(noted.data().get(0).line()).isEqualTo(bare.data().get(0).line());
  }

  /** Somebody puts « Type » before the others, as the hub's own answers ask for. */
  @Test
  void aColumnIsFoundByItsHeaderWhereAnotherWasPutBeforeIt() throws UnreadableFile {
    SourceRow headers = row("N° facture", "Date facture", "Client", "Désignation", "Qté", "PU");
    String note =
        " (décimale « , ») "
            + ReadingNote.text(Map.of(1, "MDY", 5, "unit_price_ttc"), headers, List.of());
    String table = "N° facture;Date facture;Client;Désignation;Qté;PU;TVA;Hub : valeur reçue";
    String cells = "R-1;02/03/2026;Client A;Levure;3;119;19;";
    for (String before : List.of("", "Vu par;")) {
      DataRow read =
          SheetSamples.sheet(before + table + note, before.replace("Vu par", "Ali") + cells)
              .data()
              .get(0);
      assertThat(read.header()).containsEntry("doc_date", java.time.LocalDate.of(2026, 2, 3));
      assertThat(read.line()).containsKey("unit_price_ttc").doesNotContainKey("unit_price_ht");
    }
    String renamed = table.replace("PU", "Prix").replace("Qté", "Quantité");
    assertThat(SheetSamples.sheet(renamed + note, cells).data().get(0).line())
        .containsKey("unit_price_ttc");
  }

  private static SourceRow row(String... cells) {
    return new SourceRow(1, java.util.stream.Stream.of(cells).<Cell>map(Cell.Text::new).toList());
  }

  @Test
  void columnsStandInTheirOrder() {
    SourceRow none = new SourceRow(1, List.of());
    assertThat(ReadingNote.text(Map.of(27, "MDY", 6, "line_vat"), none, List.of()))
        .isEqualTo("[G=line_vat AB=MDY]");
    assertThat(ReadingNote.text(Map.of(1, "MDY"), none, List.of("avoirs")))
        .isEqualTo("[B=MDY avoirs]");
    assertThat(ReadingNote.text(Map.of(), none, List.of())).isEmpty();
    assertThat(CellAddress.columnOf("AB")).isEqualTo(27);
  }
}
