package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Totals that have amounts and no word. */
class UnnamedTotalTest {
  private static final String HEADER =
      "N° facture;Date;Client;Désignation;Qté;P.U. HT;Montant HT;TVA %";
  private static final String FIRST = "F-1;10/11/2026;Omar;Lait;10;100,00;1000,00;19";
  private static final String MORE = ";;;Beurre;2;250,00;500,00;19";
  private static final String SECOND = "F-2;11/11/2026;Zaki;Lait;4;100,00;400,00;19";

  private static List<Integer> lines(String... rows) throws UnreadableFile {
    return SheetSamples.sheet(rows).data().stream().map(row -> row.place().row()).toList();
  }

  @Test
  void belowEachInvoiceAndBelowTheListTheyAreNoLines() throws UnreadableFile {
    SheetSamples.Read read =
        SheetSamples.sheet(
            HEADER, FIRST, MORE, ";;;;;;1500,00;", SECOND, ";;;;4;;400,00;", ";;;;16;;1 900,00;");
    assertThat(read.data()).extracting(row -> row.place().row()).containsExactly(2, 3, 5);
    assertThat(SheetSamples.sentences(read))
        .contains("FIL-012 4 Ligne 4 (« 1500,00 ») non lue : c'est un total");
    assertThat(read.controls()).isNotEmpty().allMatch(ControlFigure::agrees);
  }

  @Test
  void oneThatDoesNotAgreeIsAskedAbout() throws UnreadableFile {
    SheetSamples.Read read = SheetSamples.sheet(HEADER, FIRST, MORE, ";;;;;;1600,00;");
    assertThat(read.data()).hasSize(3);
    assertThat(read.data().get(2).findings()).extracting(Finding::rule).containsExactly("FIL-054");
  }

  @Test
  void aJournalHasThemToo() throws UnreadableFile {
    String header = "N° facture;Date;Client;Total HT;Total TVA;Total TTC";
    String one = "F-1;10/11/2026;Omar;1000,00;190,00;1190,00";
    String two = "F-2;11/11/2026;Zaki;2000,00;380,00;2380,00";
    assertThat(lines(header, one, two, ";;;3000,00;570,00;3570,00")).containsExactly(2, 3);
    assertThat(lines(header, one, ";;;1000,00;90,00;1090,00", two)).containsExactly(2, 3, 4);
  }
}
