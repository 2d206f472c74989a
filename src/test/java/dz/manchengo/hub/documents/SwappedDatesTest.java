package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** FMT-008: a CSV of day-first dates that was opened and saved where months come first. */
class SwappedDatesTest {
  private static final String HEADER =
      "<row r=\"1\">"
          + text("A1", "N° Facture")
          + text("B1", "Date")
          + text("C1", "Client")
          + text("D1", "Montant HT")
          + text("E1", "TVA 19%")
          + "</row>";

  @Test
  void realDatesUpToTheTwelfthBesideTextsAfterItRefuseTheFile() {
    byte[] book =
        ReadingSamples.workbook(
            "<sheetData>"
                + HEADER
                + row(2, "<c r=\"B2\" s=\"1\"><v>46116</v></c>")
                + row(3, text("B3", "15/03/2026"))
                + row(4, "<c r=\"B4\" s=\"1\"><v>46146</v></c>")
                + row(5, text("B5", "28/03/2026"))
                + "</sheetData>");

    UnreadableFile refused =
        catchThrowableOfType(
            UnreadableFile.class, () -> SheetSamples.sheet(ReadingSamples.read(book)));

    assertThat(refused.finding().rule()).isEqualTo("FMT-008");
    assertThat(RuleBook.message(refused.finding(), Locale.FRENCH))
        .isEqualTo("Colonne « Date » : jours et mois probablement inversés par Excel (2 cellules)");
  }

  private static String row(int number, String date) {
    return "<row r=\"%d\">%s%s%s<c r=\"D%d\"><v>100</v></c><c r=\"E%d\"><v>19</v></c></row>"
        .formatted(
            number,
            text("A" + number, "F-" + number),
            date,
            text("C" + number, "Amel"),
            number,
            number);
  }

  private static String text(String at, String text) {
    return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(at, text);
  }
}
