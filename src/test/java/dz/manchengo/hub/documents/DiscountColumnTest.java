package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** « Remise » and no more: per cent or dinars? */
class DiscountColumnTest {
  private static final String HEADER = "N° facture;Date facture;Code client;Désignation;";
  private static final String BARE = HEADER + "Quantité;Prix unitaire HT;Remise;TVA %";
  private static final String WITH_AMOUNT = BARE + ";Montant ligne HT";

  @Test
  void whatNothingDecidesIsRefusedWithItsCell() throws UnreadableFile {
    SheetSamples.Read sheet =
        sheet(BARE, "F-1|2;1000,00;5;19", "F-2|2;1000,00;;19", "F-3|1;10;0;19");
    assertThat(SheetSamples.sentences(sheet))
        .containsExactly(
            "FMT-018 2 « 5 » (Remise) : en pourcentage ou en DA ? Rien dans le fichier ne le"
                + " montre");
    assertThat(sheet.data().get(0).findings().get(0).place().column()).isEqualTo("Remise");
    assertThat(discounts(sheet)).containsExactly("", "", "discount_pct=0");
    assertThat(sheet.detected()).doesNotContainKey("{reason.read.column} (Remise)");
  }

  /** Of a line of 100 DA 5 % are 5 DA. */
  @Test
  void whatComesToTheSameIsNotAsked() throws UnreadableFile {
    SheetSamples.Read sheet = sheet(BARE, "F-1|2;50,00;5;19");
    assertThat(SheetSamples.sentences(sheet)).isEmpty();
    assertThat(discounts(sheet)).containsExactly("discount_pct=5");
  }

  @Test
  void aSignInTheCellDecidesForItAndIsToldForTheOthers() throws UnreadableFile {
    SheetSamples.Read sheet = sheet(BARE, "F-1|2;1000,00;5 %;19", "F-2|2;1000,00;7;19");
    assertThat(SheetSamples.sentences(sheet))
        .containsExactly(
            "FMT-019 3 « 7 » (Remise) lu comme un pourcentage : la même colonne le montre avec"
                + " « 5 % » à la ligne 2");
    assertThat(SheetSamples.sentences(sheet, Locale.ENGLISH))
        .containsExactly(
            "FMT-019 3 \"7\" (Remise) read as a percentage: the same column shows it by"
                + " \"5 %\" on row 2");
    assertThat(discounts(sheet)).containsExactly("discount_pct=5", "discount_pct=7");
  }

  @Test
  void eachCellMayNameItsOwnUnit() throws UnreadableFile {
    SheetSamples.Read sheet = sheet(BARE, "F-1|2;1000,00;5 %;19", "F-2|2;1000,00;7 DA;19");
    assertThat(SheetSamples.sentences(sheet)).isEmpty();
    assertThat(discounts(sheet)).containsExactly("discount_pct=5", "discount_amount=7");
    assertThat(sheet.detected())
        .containsEntry(
            "{reason.read.column} (Remise)",
            "{reason.read.discount-pct}, {reason.read.discount-amount}");
  }

  @ParameterizedTest
  @CsvSource({"1900, discount_pct=5", "1995, discount_amount=5"})
  void theLinesAmountProvesIt(String amount, String expected) throws UnreadableFile {
    SheetSamples.Read sheet = sheet(WITH_AMOUNT, "F-1|2;1000,00;5;19;" + amount);
    assertThat(SheetSamples.sentences(sheet)).isEmpty();
    assertThat(discounts(sheet)).containsExactly(expected);
  }

  @Test
  void anAmountThatFitsNeitherProvesNothing() throws UnreadableFile {
    assertThat(rules(sheet(WITH_AMOUNT, "F-1|2;1000,00;5;19;1800"))).containsExactly("FMT-018");
  }

  @Test
  void rowsWithoutAmountFollowTheProvedOnesAndThatIsTold() throws UnreadableFile {
    SheetSamples.Read sheet = sheet(WITH_AMOUNT, "F-1|2;1000,00;5;19;1995", "F-2|2;1000,00;6;19;");
    assertThat(discounts(sheet)).containsExactly("discount_amount=5", "discount_amount=6");
    assertThat(SheetSamples.sentences(sheet))
        .containsExactly(
            "FMT-019 3 « 6 » (Remise) lu comme un montant en DA : la même colonne le montre avec"
                + " « 5 » à la ligne 2");
  }

  @Test
  void aRowWhoseAmountsProveTheOtherUnitIsReadByThemAndTold() throws UnreadableFile {
    SheetSamples.Read sheet =
        sheet(
            WITH_AMOUNT,
            "F-1|2;1000,00;5;19;1900",
            "F-2|2;1000,00;6;19;1880",
            "F-3|2;1000,00;7;19;1993");
    assertThat(discounts(sheet))
        .containsExactly("discount_pct=5", "discount_pct=6", "discount_amount=7");
    assertThat(rules(sheet)).containsExactly("FMT-019");
  }

  @ParameterizedTest
  @CsvSource({
    "Total HT, 2895, discount_amount=5",
    "Total HT, 2800, discount_pct=5",
    "Total TTC, 3445.05, discount_amount=5",
    "Total TTC, 3332, discount_pct=5"
  })
  void theDocumentsTotalProvesIt(String header, String total, String expected)
      throws UnreadableFile {
    String shown = total.replace('.', ',');
    SheetSamples.Read sheet =
        sheet(BARE + ";" + header, "F-1|2;1000,00;5;19;" + shown, "F-1|1;1000,00;10 %;19;" + shown);
    assertThat(discounts(sheet)).containsExactly(expected, "discount_pct=10");
  }

  @Test
  void aNumberThatCanBeOneOfThemOnlyIsReadSoAndToldWithTheOthers() throws UnreadableFile {
    SheetSamples.Read sheet = sheet(BARE, "F-1|2;1000,00;5;19", "F-2|2;1000,00;150;19");
    assertThat(discounts(sheet)).containsExactly("discount_amount=5", "discount_amount=150");
    assertThat(SheetSamples.sentences(sheet))
        .containsExactly(
            "FMT-019 2 « 5 » (Remise) lu comme un montant en DA : la même colonne le montre avec"
                + " « 150 » à la ligne 3",
            "FMT-019 3 « 150 » (Remise) lu comme un montant en DA : un pourcentage ne dépasse pas"
                + " 100");
  }

  @Test
  void aDiscountLargerThanItsLineIsAPercentage() throws UnreadableFile {
    SheetSamples.Read sheet = sheet(BARE, "F-1|1;50,00;60;19");
    assertThat(discounts(sheet)).containsExactly("discount_pct=60");
    assertThat(SheetSamples.sentences(sheet))
        .containsExactly(
            "FMT-019 2 « 60 » (Remise) lu comme un pourcentage : en DA, la remise dépasserait le"
                + " montant de la ligne");
  }

  @Test
  void evidenceForBothDecidesNothing() throws UnreadableFile {
    SheetSamples.Read sheet =
        sheet(BARE, "F-1|1;50,00;60;19", "F-2|2;1000,00;150;19", "F-3|1;1000,00;5;19");
    assertThat(rules(sheet)).containsExactly("FMT-018", "FMT-018", "FMT-018");
  }

  @ParameterizedTest
  @CsvSource({
    "Remise (DA), discount_amount=5",
    "Rem. DA, discount_amount=5",
    "Remise (%), discount_pct=5",
    "Réduction %, discount_pct=5"
  })
  void aUnitInTheHeaderDecides(String header, String expected) throws UnreadableFile {
    SheetSamples.Read sheet = sheet(BARE.replace("Remise", header), "F-1|2;1000,00;5;19");
    assertThat(SheetSamples.sentences(sheet)).isEmpty();
    assertThat(discounts(sheet)).containsExactly(expected);
  }

  /** Programs print both; the bare one is the other one. */
  @Test
  void besideAColumnOfPercentagesItIsDinars() throws UnreadableFile {
    SheetSamples.Read sheet = sheet(BARE + ";Remise %", "F-1|2;1000,00;100;19;5");
    assertThat(SheetSamples.sentences(sheet)).isEmpty();
    assertThat(sheet.data().get(0).line())
        .containsEntry("discount_amount", new BigDecimal("100"))
        .containsEntry("discount_pct", new BigDecimal("5"));
  }

  @Test
  void whatIsNoNumberIsToldOnce() throws UnreadableFile {
    assertThat(rules(sheet(BARE, "F-1|2;1000,00;cinq;19"))).containsExactly("FMT-002");
  }

  private static SheetSamples.Read sheet(String header, String... rows) throws UnreadableFile {
    List<String> lines = new ArrayList<>(List.of(header));
    for (String row : rows) {
      lines.add(row.replace("|", ";25/10/2026;C-1;Fromage;"));
    }
    return SheetSamples.sheet(lines.toArray(String[]::new));
  }

  private static List<String> rules(SheetSamples.Read sheet) {
    return sheet.data().stream()
        .flatMap(row -> row.findings().stream().map(Finding::rule))
        .toList();
  }

  /** What each row's discount was read as; empty where it has none. */
  private static List<String> discounts(SheetSamples.Read sheet) {
    List<String> read = new ArrayList<>();
    for (DataRow row : sheet.data()) {
      StringBuilder one = new StringBuilder();
      for (Map.Entry<String, Object> value : row.line().entrySet()) {
        if (value.getKey().startsWith("discount_")) {
          BigDecimal number = (BigDecimal) value.getValue();
          one.append(value.getKey()).append('=').append(number.toPlainString());
        }
      }
      read.add(one.toString());
    }
    return read;
  }
}
