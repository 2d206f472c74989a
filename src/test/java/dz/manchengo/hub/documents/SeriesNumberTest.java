package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** « Série » and « N° » in two columns number an invoice together. */
class SeriesNumberTest {
  private static final String REST = ";Date;Client;Désignation;Qté;P.U. HT;TVA %";
  private static final String LINE = ";25/03/2026;SARL Amel;Lait;2;100,00;19";

  private static List<Object> numbers(SheetSamples.Read read) {
    return read.data().stream().map(row -> row.header().get("doc_no")).toList();
  }

  @Test
  void invoicesOfTwoSeriesWithOneNumberAreTwo() throws UnreadableFile {
    SheetSamples.Read read =
        SheetSamples.sheet("Série;N° facture" + REST, "A;1" + LINE, "B;1" + LINE, "B;2/26" + LINE);
    assertThat(numbers(read)).containsExactly("A-1", "B-1", "B-2/26");
    assertThat(SheetSamples.sentences(read))
        .contains(
            "FIL-051 2 « Série » et « N° facture » lus ensemble : « A-1 » (ligne 2) ; chaque série"
                + " a ses propres numéros");
  }

  @Test
  void besideASeriesABareNumberIsTheInvoices() throws UnreadableFile {
    assertThat(numbers(SheetSamples.sheet("Souche;N°" + REST, "A;7" + LINE)))
        .containsExactly("A-7");
  }

  @Test
  void aNumberWithLettersSaysItsSeriesItself() throws UnreadableFile {
    SheetSamples.Read read = SheetSamples.sheet("Souche;N° pièce" + REST, "A;FA0012" + LINE);
    assertThat(numbers(read)).containsExactly("FA0012");
    assertThat(SheetSamples.sentences(read)).noneMatch(told -> told.startsWith("FIL-051"));
  }

  @Test
  void aSeriesElsewhereIsThatOfTheGoods() throws UnreadableFile {
    SheetSamples.Read read =
        SheetSamples.sheet(
            "N° facture" + REST + ";Série", "12" + LINE + ";L1", "12" + LINE + ";L2");
    assertThat(numbers(read)).containsExactly("12", "12");
  }
}
