package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hub.language=en}: to English files nothing is answered in French. */
class EnglishIT {
  /** Accents and usual words; spaces within figures and the point between parts are everybody's. */
  private static final String FRENCH =
      "(?iu).*([^\\p{ASCII}\u202f\u00a0\u00b7]|\\b(le|la|les|des|du|un|une|et|ou|est|pas|non|oui|ligne|colonne|virgule"
          + "|feuille|fichier|facture|montant|carte|jj|deux|cellule)\\b).*";

  private static final String HEADER =
      "Invoice No;Invoice Date;Customer Code;Customer Name;Item Code;Item Name;Qty;Unit Price;VAT %"
          + ";Payment method;Stamp Duty;Total incl. tax;Surprise\n";

  @Test
  void everyTextOfAnAnswerIsEnglish(@TempDir Path folder) throws Exception {
    HubFolder hub = new HubFolder(folder.toRealPath());
    Files.createDirectories(hub.inbox(HubFolder.INVOICES));
    hub.drop("mixed.csv", mixed());
    hub.drop("mixed again.csv", mixed());
    hub.drop("columns.csv", "Invoice No;Invoice Date;Customer Name\nX-1;15/10/2026;Ali\n");
    hub.drop("nothing.csv", "Zyx;Wvu\n1;2\n");
    hub.drop("empty.csv", "");
    hub.drop("", "quote.csv", (HEADER + "E-1;\"Ali;;\n").getBytes(StandardCharsets.UTF_8));
    try (HubProcess process = HubProcess.warm(hub, "-Dhub.language=en").awaitReady()) {
      for (String name :
          List.of("mixed.csv", "mixed again.csv", "columns.csv", "nothing.csv", "empty.csv")) {
        assertEnglish(hub.awaitAcknowledgement(name));
      }
      assertEnglish(hub.awaitAcknowledgement("", "quote.csv"));
      assertThat(process.output()).doesNotContain("ERROR");
    } finally {
      hub.endServers();
    }
  }

  private static String mixed() {
    return HEADER
        + "E-1;05/01/2026;C1;Ali;A1;Brie;1.234;2,5;19;cash;;;x\n"
        + "E-2;31/02/2026;C1;Ali;A1;Brie;two;10;19;check;;;x\n"
        + "E-3;06/01/2026;C1;Ali;A1;Brie;2;10;21;barter;;;x\n"
        + "E-3;07/01/2026;C2;Other;;;;10;19;check;;;x\n"
        + "E-4;06/01/2026;C1;Ali;A1;Brie;2;10;19;cash;50,00;99,00;x\n"
        + "E-5;06/01/2026;C1;Ali;A1;Brie;-2;10;19;check;;;x\n"
        + "E-6;06/01/2030;C1;Ali;A1;Brie;1e3;99999999999999999999;19;check;;;x\n"
        + ";06/01/2026;C1;Ali;A1;Brie;1;1;19;check;;;x\n"
        + "TOTAL;;;;;;;;;;;999;\n";
  }

  private static void assertEnglish(Acknowledgement answer) {
    List<String> texts = new ArrayList<>();
    for (Sheet sheet : answer.book()) {
      texts.add(sheet.getSheetName());
      for (Row row : sheet) {
        for (Cell cell : row) {
          texts.add(new DataFormatter().formatCellValue(cell));
        }
      }
    }
    assertThat(texts).hasSizeGreaterThan(30).noneMatch(text -> text.matches(FRENCH));
    assertThat(texts).noneMatch(text -> text.contains("{") || text.contains("reason."));
  }
}
