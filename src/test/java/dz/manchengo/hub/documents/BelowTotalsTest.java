package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows without a number that repeat, below a total or a title, what the lines above say. */
class BelowTotalsTest {
  private static final String HEADER = "N° facture;Date;Client;Désignation;Qté;PU HT;Taux TVA";
  private static final String FIRST = "F-1;10/11/2026;Omar;Lait;10;100,00;19";
  private static final String MORE = ";;;Beurre;5;50,00;19";
  private static final String SECOND = "F-2;11/11/2026;Zaki;Lait;20;100,00;19";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TOTAL;;;;35;;",
        ";;;TOTAL;35;;",
        "TOTAL PAR ARTICLE;;;;;;",
        ";;;Total par article;;;",
        "Total général HT : 3000,00;;;;;;",
        "Sous-total Zaki;;;;20;;",
        "RÉCAPITULATIF PAR ARTICLE;;;;;;",
        ";;;Récapitulatif par article;;;",
        "Récap. octobre;;;;;;",
        "Synthèse;;;;;;",
        "Moyenne;;;;12;;"
      })
  void aLineWithoutNumberIsAskedAbout(String total) throws UnreadableFile {
    assertThat(asked(HEADER, FIRST, MORE, SECOND, total, ";;;Lait;30;100,00;19"))
        .containsExactly("6 FIL-043");
    assertThat(asked(HEADER, FIRST, MORE, SECOND, total, "", ";;;Lait;30;100,00;19", MORE))
        .containsExactly("7 FIL-043", "8 FIL-043");
  }

  @Test
  void alsoWhereEveryInvoiceSaysItsOwnNumber() throws UnreadableFile {
    assertThat(asked(HEADER, FIRST, SECOND, "TOTAL;;;;30;;", ";;;Lait;30;100,00;19"))
        .containsExactly("5 FIL-043");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Total lait", "Sous-total laits", "Total Lait entier", "Dont lait", "Dont"})
  void whatIsCalledAfterALineAboveIsAskedAbout(String name) throws UnreadableFile {
    assertThat(asked(HEADER, FIRST, SECOND, ";;;%s;30;100,00;19".formatted(name)))
        .hasSize(name.equals("Dont") ? 0 : 1)
        .allMatch("4 FIL-040"::equals);
  }

  @Test
  void theSentenceSaysBelowWhat() throws UnreadableFile {
    SheetSamples.Read read =
        SheetSamples.sheet(HEADER, FIRST, "TOTAL;;;;10;;", ";;;Lait;10;100,00;19");
    assertThat(SheetSamples.sentences(read))
        .contains("FIL-043 4 Ligne 4 (« Lait ») sous un total : une ligne de plus, ou un rappel ?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"À reporter;;;;10;;", "Report;;;;10;;", "Total page 1;;;;10;;"})
  void anInvoiceGoesOnOnTheNextPage(String carried) throws UnreadableFile {
    assertThat(asked(HEADER, FIRST, carried, MORE)).isEmpty();
    assertThat(asked(HEADER, FIRST, "Sous-total;;;;10;;", HEADER, MORE)).isEmpty();
  }

  @Test
  void theLinesOfTheNextInvoiceAreItsOwn() throws UnreadableFile {
    assertThat(asked(HEADER, FIRST, "Sous-total;;;;10;;", SECOND, MORE)).isEmpty();
  }

  @Test
  void aSummaryMayHaveWhatNoLineHas() throws UnreadableFile {
    SheetSamples.Read read =
        SheetSamples.sheet(
            HEADER,
            FIRST,
            "Récapitulatif TVA;;;;;;",
            ";;;;Taux;Base HT;TVA",
            ";;;;19;1000,00;190,00",
            ";;;Lait;10;;",
            "Moyenne;;;;10;;",
            "Net à payer;;;;;1190,00;");
    assertThat(read.data()).hasSize(1);
    assertThat(read.findings()).extracting(Finding::rule).containsOnly("FIL-012");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Moyenne;;;;10;;", "Net à payer;;;;;1190,00;", "Solde;;;;;;0,00"})
  void whatPeopleWriteBelowATableIsNoInvoice(String row) throws UnreadableFile {
    assertThat(SheetSamples.sheet(HEADER, FIRST, row).data()).hasSize(1);
  }

  private static List<String> asked(String... lines) throws UnreadableFile {
    return SheetSamples.sheet(lines).data().stream()
        .flatMap(row -> row.findings().stream())
        .filter(finding -> List.of("FIL-043", "FIL-040").contains(finding.rule()))
        .map(finding -> finding.place().row() + " " + finding.rule())
        .toList();
  }
}
