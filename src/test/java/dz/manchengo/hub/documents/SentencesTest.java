package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.SheetSamples.Read;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a bookkeeper reads about a cell. */
class SentencesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final String HEADER =
      "N° facture;Date facture;Code client;Désignation;Quantité;Prix unitaire HT;TVA %";

  @Test
  void aRoundedNumberIsNamedByItsColumnInFiguresAsPeopleWriteThem() throws UnreadableFile {
    assertThat(told("F-1;25/10/2026;C-1;Lait;0,00001;1234,1234567;19"))
        .containsExactly(
            "FMT-013 2 « 0,00001 » (Quantité) arrondi à 0 : 4 décimales au plus",
            "FMT-013 2 « 1234,1234567 » (Prix unitaire HT) arrondi à 1 234,123457 : 6 décimales au"
                + " plus");
  }

  @Test
  void aColumnWithBothDecimalMarksShowsOneOfEach() throws UnreadableFile {
    Read sheet =
        SheetSamples.sheet(
            HEADER,
            "F-1;25/10/2026;C-1;Lait;2;250,50;19",
            "F-2;25/10/2026;C-1;Lait;2;100.25;19",
            "F-3;25/10/2026;C-1;Lait;2;1.250;19");
    Finding open = sheet.data().get(2).findings().get(0);
    assertThat(open.rule()).isEqualTo("FMT-004");
    assertThat(Hints.sentence(open, Locale.FRENCH))
        .endsWith(
            "la colonne écrit des virgules, « 250,50 » ligne 2, et des points, « 100.25 » ligne 3 :"
                + " n'en garder qu'un la rend sûre");
  }

  @Test
  void anAssumedDateIsSpelledOut() throws UnreadableFile {
    Read sheet = SheetSamples.sheet(HEADER, "F-1;01/04/2026;C-1;Lait;2;100;19");
    assertThat(SheetSamples.sentences(sheet))
        .containsExactly(
            "FMT-007 2 « 01/04/2026 » (Date facture) lu 1er avril 2026 : le jour avant le mois,"
                + " comme d'habitude pour cette source");
    assertThat(SheetSamples.sentences(sheet, Locale.ENGLISH))
        .containsExactly(
            "FMT-007 2 \"01/04/2026\" (Date facture) read as 1 April 2026: day before month, as"
                + " usual for this source");
  }

  @Test
  void anAmbiguousDateIsCalledSoWithBothReadings() throws UnreadableFile {
    Read sheet =
        SheetSamples.sheet(
            HEADER,
            "F-1;03/10/2026;C-1;Lait;2;100;19",
            "F-2;25/10/2026;C-1;Lait;2;100;19",
            "F-3;10/25/2026;C-1;Lait;2;100;19");
    assertThat(SheetSamples.sentences(sheet))
        .containsExactly(
            "FMT-006 2 « 03/10/2026 » est une date ambiguë, 3 octobre 2026 ou 10 mars 2026 : la"
                + " même colonne écrit aussi « 10/25/2026 », le mois en premier (Date facture)",
            "FMT-027 4 « 10/25/2026 » (Date facture) lu 25 octobre 2026 : le mois avant le jour,"
                + " alors que cette source écrit le jour avant le mois");
    assertThat(RuleBook.expected(sheet.data().get(0).findings().get(0), Locale.FRENCH))
        .isEqualTo("le mois en lettres : 3 octobre 2026 ou 10 mars 2026");
    assertThat(DateText.read("3 octobre 2026"))
        .isEqualTo(new DateReading.Exact(LocalDate.of(2026, 10, 3)));
  }

  @Test
  void oneMistypedDateDoesNotMoveItsNeighbours() throws UnreadableFile {
    Read sheet =
        SheetSamples.sheet(
            HEADER,
            "F-1;05/11/2026;C-1;Lait;2;100;19",
            "F-2;06/11/2026;C-1;Lait;2;100;19",
            "F-3;11/16/2026;C-1;Lait;2;100;19",
            "F-4;31/11/2026;C-1;Lait;2;100;19");
    assertThat(SheetSamples.sentences(sheet))
        .extracting(sentence -> sentence.substring(0, 9))
        .containsExactly("FMT-006 2", "FMT-006 3", "FMT-027 4", "FMT-006 5");
    assertThat(sheet.detected())
        .containsEntry("{reason.read.dates} (Date facture)", "{reason.read.contradictory}");
  }

  @Test
  void aColumnReadAgainstItsSourceIsToldOnce() throws UnreadableFile {
    Read sheet =
        SheetSamples.sheet(
            HEADER,
            "F-1;11/05/2026;C-1;Lait;2;100;19",
            "F-2;11/06/2026;C-1;Lait;2;100;19",
            "F-3;11/16/2026;C-1;Lait;2;100;19",
            "F-4;11/17/2026;C-1;Lait;2;100;19",
            "F-5;11/18/2026;C-1;Lait;2;100;19");
    assertThat(SheetSamples.sentences(sheet))
        .containsExactly(
            "FMT-028 2 « 11/05/2026 » (Date facture) lu 5 novembre 2026, et toute la colonne de"
                + " même : le mois avant le jour, car « 11/16/2026 » et d'autres ne se lisent"
                + " qu'ainsi ; cette source écrit d'habitude le jour avant le mois");
  }

  @Test
  void aDateThatDoesNotExistIsInvalid() throws UnreadableFile {
    assertThat(told("F-1;31/02/2026;C-1;Lait;2;100;19"))
        .containsExactly("FMT-006 2 « 31/02/2026 » n'est pas une date valide (Date facture)");
  }

  /** As a spreadsheet writes them into CSV from a column that has no format of dates. */
  @Test
  void aDayThatIsANumberIsShownAsADay() throws UnreadableFile {
    assertThat(
            SheetSamples.sentences(
                SheetSamples.sheet(
                    "N° facture;Date;Client;Désignation;Qté;PU HT;TVA %",
                    "F-1;46341;Bled;Brie;1;10;19", "F-2;12345678;Bled;Brie;1;10;19")))
        .filteredOn(sentence -> sentence.startsWith("FMT-006"))
        .hasSize(2)
        .anyMatch(sentence -> sentence.contains("c'est sans doute le 15 novembre 2026"))
        .anyMatch(sentence -> sentence.contains("« 12345678 » n'est pas une date valide"));
  }

  @Test
  void aDateOutOfRangeIsToldWithTheRange() throws UnreadableFile {
    RawDocument document =
        SheetSamples.document(
            TODAY,
            Map.of("doc_date", "Date facture"),
            SheetSamples.sheet(HEADER, "F-1;25/10/2036;C-1;Lait;2;100;19").data());
    Finding finding = document.findings().get(0);
    assertThat(finding.value()).isEqualTo("25/10/2036");
    assertThat(RuleBook.message(finding, Locale.FRENCH))
        .startsWith("Date hors limites : 25 octobre 2036 (Date facture) ; attendu du ")
        .endsWith(" au 23/11/2026");
  }

  @Test
  void twoValuesOfOneHeaderAreWrittenAsPeopleWriteThem() throws UnreadableFile {
    Read sheet =
        SheetSamples.sheet(
            HEADER + ";Mode de paiement",
            "F-1;25/10/2026;C-1;Lait;2;100;19;chq",
            "F-1;25/10/2026;C-1;Beurre;2;100;19;vir");
    Finding finding =
        SheetSamples.document(TODAY, Map.of("payment_method", "Règlement"), sheet.data())
            .findings()
            .get(0);
    assertThat(finding.value()).isEqualTo("vir");
    assertThat(RuleBook.message(finding, Locale.FRENCH))
        .isEqualTo("Document F-1 : « Règlement » vaut chèque ligne 2 et virement ligne 3");
    assertThat(RuleBook.message(finding, Locale.ENGLISH))
        .isEqualTo("Document F-1: \"Règlement\" is cheque on row 2 and bank transfer on row 3");
  }

  @Test
  void rowsBelowTheTableAreCalledWhatTheyAre() throws UnreadableFile {
    assertThat(
            told(
                "F-1;25/10/2026;C-1;Lait;2;100;19",
                "Total;;;;2;;",
                "Fait à Alger, le 25/10/2026;;;;;;",
                "Récapitulatif;;;;;;",
                "Factures;1;;;;;"))
        .containsExactly(
            "FIL-012 3 Ligne 3 (« Total ») non lue : c'est un total",
            "FIL-012 4 Ligne 4 (« Fait à Alger, le 25/10/2026 ») non lue : c'est un texte sous le"
                + " tableau",
            "FIL-012 5 Ligne 5 (« Récapitulatif ») non lue : elle fait partie d'un récapitulatif",
            "FIL-012 6 Ligne 6 (« Factures ») non lue : elle fait partie d'un récapitulatif");
  }

  @Test
  void anAmbiguousNumberIsShownAsPeopleWriteIt() {
    Finding finding =
        RuleBook.finding(
            "FMT-003",
            Place.FILE,
            "1.234",
            "value",
            "1.234",
            "a",
            "1,234",
            "b",
            "1 234",
            "clear",
            "1,2340");
    assertThat(RuleBook.message(finding, Locale.FRENCH))
        .isEqualTo("Nombre ambigu « 1.234 » : 1,234 ou 1 234 ?");
    assertThat(RuleBook.expected(finding, Locale.FRENCH))
        .isEqualTo("un nombre sans équivoque : 1 234,00 ou 1,2340");
    assertThat(NumberText.read("1,2340")).isInstanceOf(NumberReading.Exact.class);
  }

  @Test
  void theEvidenceForANumberIsNamedInBothLanguages() throws UnreadableFile {
    Read sheet =
        SheetSamples.sheet(
            HEADER, "F-1;25/10/2026;C-1;Lait;2;1.234;19", "F-2;25/10/2026;C-1;Lait;2;10,50;19");
    assertThat(SheetSamples.sentences(sheet))
        .containsExactly(
            "FMT-004 2 « 1.234 » lu 1 234 (preuve : les autres nombres de la colonne)");
    assertThat(SheetSamples.sentences(sheet, Locale.ENGLISH))
        .containsExactly(
            "FMT-004 2 \"1.234\" read as 1 234 (evidence: the other numbers of the column)");
  }

  @Test
  void aTextThatIsTooLongIsMeasuredInCharacters() throws UnreadableFile {
    assertThat(told("F-1;25/10/2026;" + "C".repeat(300) + ";Lait;2;100;19"))
        .singleElement()
        .asString()
        .endsWith("dépasse ce qui peut être enregistré pour Code client (limite 200 caractères)");
  }

  @Test
  void everyWordOfAClosedListHasItsPhrase() {
    for (Class<? extends Enum<?>> list :
        List.of(Invoice.PaymentMethod.class, Invoice.Kind.class, Invoice.Status.class)) {
      for (Enum<?> word : list.getEnumConstants()) {
        assertThat(Reasons.has(Enumerations.reason(word))).as(word.name()).isTrue();
      }
    }
  }

  private static List<String> told(String... rows) throws UnreadableFile {
    String[] lines = new String[rows.length + 1];
    lines[0] = HEADER;
    System.arraycopy(rows, 0, lines, 1, rows.length);
    return SheetSamples.sentences(SheetSamples.sheet(lines));
  }
}
