package dz.manchengo.hub.documents;

import static dz.manchengo.hub.documents.SheetSamples.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepeatedLinesTest {
  private static final String HEADER = "N° facture;Date;Client;Code article;Qté;P.U. HT;TVA %;Lot";
  private static final String LINE = "F-1;05/01/2026;Amel;GDA;2;100,00;19;L1";

  @Test
  void aLineThatSaysTheSameNamesTheEarlierRow() throws UnreadableFile {
    assertThat(told(HEADER, LINE, "F-1;05/01/2026;Amel;EDM;2;100,00;19;L1", LINE))
        .containsExactly(
            "4 Document F-1 : cette ligne dit la même chose qu'une autre du document (ce fichier,"
                + " ligne 2) dans toutes les colonnes lues ; les deux sont comptées");
  }

  @Test
  void aLineThatDiffersInOneColumnIsAnother() throws UnreadableFile {
    assertThat(
            told(
                HEADER,
                LINE,
                "F-1;05/01/2026;Amel;GDA;3;100,00;19;L1",
                "F-1;05/01/2026;Amel;GDA;2;100,01;19;L1",
                "F-1;05/01/2026;Amel;GDA;2;100,00;19;L2"))
        .isEmpty();
  }

  @Test
  void linesWithNumbersOfTheirOwnAreMeant() throws UnreadableFile {
    assertThat(told("N° ligne;" + HEADER, "1;" + LINE, "2;" + LINE)).isEmpty();
    assertThat(told("N° ligne;" + HEADER, "1;" + LINE, "1;" + LINE)).hasSize(1);
  }

  @Test
  void ofVeryManyTheOthersAreCountedInTheLastRemark() throws UnreadableFile {
    List<String> rows = new ArrayList<>(List.of(HEADER));
    rows.addAll(Collections.nCopies(1 + RepeatedLines.MOST + 30, LINE));
    List<String> told = told(rows.toArray(String[]::new));
    assertThat(told).hasSize(RepeatedLines.MOST);
    assertThat(told.get(0)).doesNotContain("autre(s)");
    assertThat(told.get(RepeatedLines.MOST - 1))
        .endsWith(" ; 30 autre(s) ligne(s) de ce document sont dans ce cas");
  }

  private static List<String> told(String... lines) throws UnreadableFile {
    SheetSamples.Read read = sheet(lines);
    RawDocument document = SheetSamples.document(LocalDate.of(2026, 11, 1), Map.of(), read.data());
    return document.findings().stream()
        .filter(finding -> finding.rule().equals("FIL-025"))
        .map(f -> f.place().row() + " " + Hints.sentence(f, Locale.FRENCH))
        .toList();
  }
}
