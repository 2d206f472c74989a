package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rows of one file under one number that may be two documents. */
class SameNumberTest {
  private static final String HEADER =
      "N° facture;Date facture;Client;Désignation;Quantité;Prix unitaire HT;TVA %";

  @Test
  void twoWaysOfWritingANumberAreTold() throws UnreadableFile {
    assertThat(
            told(
                "FA-200;16/11/2026;Amel;Lait;2;100;19",
                "FA/200;16/11/2026;Amel;Beurre;2;100;19",
                "FA 200;16/11/2026;Amel;Gouda;2;100;19"))
        .containsExactly(
            "FIL-041 « FA-200 » (ligne 2) et « FA/200 » (ligne 3) comptés comme un seul document :"
                + " leurs numéros ne diffèrent que par la casse ou la ponctuation");
  }

  @Test
  void twoYearsAreTwoDocuments() throws UnreadableFile {
    assertThat(
            told(
                "0101;16/12/2025;Amel;Lait;2;100;19",
                "0101;16/11/2026;Nour;Beurre;2;100;19",
                "0101;16/11/2026;Nour;Gouda;2;100;19"))
        .containsExactly(
            "FIL-042 Document 0101 : deux documents portent ce numéro, un du 16/12/2025 (ligne 2)"
                + " et un du 16/11/2026 (ligne 3)");
  }

  @Test
  void twoYearsWithOtherDocumentsBetweenAreTwoDocuments() throws UnreadableFile {
    List<RawDocument> documents =
        documents(
            HEADER,
            "12;10/11/2025;Amel;Lait;10;100;19",
            "13;10/11/2026;Amel;Lait;20;100;19",
            "12;10/11/2026;Amel;Lait;20;100;19",
            "12;10/11/2026;Amel;Beurre;2;100;19",
            "14;10/11/2026;Amel;Lait;20;100;19",
            "12;10/11/2025;Amel;Gouda;1;100;19");
    assertThat(documents)
        .filteredOn(document -> "12".equals(document.number()))
        .extracting(document -> document.header().get("doc_date") + " " + document.lines().size())
        .containsExactlyInAnyOrder("2025-11-10 2", "2026-11-10 2");
    assertThat(documents.stream().flatMap(document -> document.findings().stream()))
        .filteredOn(finding -> !finding.rule().equals("FMT-007"))
        .extracting(f -> RuleBook.message(f, Locale.FRENCH).replace('\u00a0', ' '))
        .containsExactly(
            "Deux documents portent le n° 12, un du 10/11/2025 (ligne 2) et un du 10/11/2026"
                + " (ligne 4) : comptés comme deux, chacun de son année");
  }

  /** One document is not told twice « alike » where its dates differ. */
  @Test
  void whatContradictsItselfIsNotAlike() throws UnreadableFile {
    List<DataRow> rows =
        Stream.of("01/11/2025", "01/11/2026")
            .map(
                day -> {
                  DataRow row =
                      new DataRow(
                          Place.row(day, 2),
                          List.of(),
                          new Grouping(
                              "doc_no", false, Grouping.Part.WHOLE, Set.of("doc_no", "doc_date")));
                  row.put("doc_no", "B-1");
                  row.put("doc_date", LocalDate.of(Integer.parseInt(day.substring(6)), 11, 1));
                  row.put("qty", BigDecimal.ONE);
                  return row;
                })
            .toList();
    RawDocument document = SheetSamples.document(LocalDate.of(2026, 11, 26), Map.of(), rows);
    assertThat(document.findings()).extracting(Finding::rule).containsExactly("FIL-013", "FIL-027");
  }

  @Test
  void aMistypedYearIsOneDateTooMany() throws UnreadableFile {
    assertThat(told("0101;16/11/2025;Amel;Lait;2;100;19", "0101;16/11/2026;Amel;Beurre;2;100;19"))
        .containsExactly(
            "FIL-013 Document 0101 : « Date facture » vaut 16/11/2025 ligne 2 et 16/11/2026"
                + " ligne 3");
  }

  @Test
  void aWordOfAListIsShownAsTheCellWritesIt() throws UnreadableFile {
    RawDocument document =
        document(
            HEADER + ";Etat facture",
            "F-1;16/11/2026;Amel;Lait;2;100;19;Proforma",
            "F-1;16/11/2026;Amel;Beurre;2;100;19;ANNULEE");
    assertThat(document.words()).containsEntry("status", "Proforma");
    assertThat(document.findings())
        .filteredOn(finding -> finding.rule().equals("FIL-013"))
        .extracting(Finding::value)
        .containsExactly("ANNULEE");
    assertThat(document.written("payment_status", Invoice.Status.DRAFT)).isEqualTo("brouillon");
  }

  private static List<String> told(String... rows) throws UnreadableFile {
    String[] lines = new String[rows.length + 1];
    lines[0] = HEADER;
    System.arraycopy(rows, 0, lines, 1, rows.length);
    return document(lines).findings().stream()
        .filter(finding -> !finding.rule().equals("FMT-007"))
        .map(finding -> finding.rule() + " " + RuleBook.message(finding, Locale.FRENCH))
        .map(sentence -> sentence.replace('\u00a0', ' '))
        .toList();
  }

  private static RawDocument document(String... lines) throws UnreadableFile {
    return documents(lines).get(0);
  }

  private static List<RawDocument> documents(String... lines) throws UnreadableFile {
    return SheetSamples.documents(
        LocalDate.of(2026, 11, 26),
        Map.of("doc_no", "N° facture", "doc_date", "Date facture"),
        SheetSamples.sheet(lines).data());
  }
}
