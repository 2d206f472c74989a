package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A column that is called « TVA » and no more: rates or amounts? */
class VatColumnTest {
  private static final String HEADER =
      "N° facture;Date facture;Client;Désignation;Quantité;PU HT;TVA";

  @Test
  void oneSlipAmongRatesDoesNotMakeThemAmounts() throws UnreadableFile {
    assertThat(values("vat_rate", "19", "9", "20", "")).containsExactly("19", "9", "20");
  }

  /** Each row is 3 pieces at 150 DA: 85,50 is the VAT on it at 19 %, 20 is nothing's. */
  @Test
  void ratesStayRatesWithASignInTheMinorityAndAlone() throws UnreadableFile {
    assertThat(values("vat_rate", "20", "19")).containsExactly("20", "19");
    assertThat(values("vat_rate", "19%", "20%")).containsExactly("19", "20");
    assertThat(values("vat_rate", "20")).containsExactly("20");
    assertThat(values("vat_rate", "20", "21", "19")).hasSize(3);
    assertThat(values("vat_rate", "19", "19", "190")).hasSize(3);
  }

  /** All of it is exempt: the sign says that these are rates. */
  @Test
  void zeroPercentThroughoutIsARate() throws UnreadableFile {
    assertThat(values("vat_rate", "0%")).containsExactly("0");
    assertThat(values("vat_rate", "0,00%", "0 %", "Exo")).containsExactly("0.00", "0", "0");
    assertThat(values("vat_rate", "0", "0,00")).isEmpty();
  }

  /** Excel's format « Comptabilité » in a CSV; among quantities a dash is no figure. */
  @Test
  void anAccountingZeroIsZeroAmongAmountsAlone() throws UnreadableFile {
    String row = "Q-1;15/10/2026;Client A;Lait;1;100;19;";
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            HEADER + ";Timbre",
            row + " -   ",
            row + " -   DA ",
            row + "-",
            row + "–",
            row.replace(";1;", "; -   ;") + "5");
    assertThat(sheet.data())
        .extracting(r -> String.valueOf(r.header().get("stamp")))
        .containsExactly("0", "0", "0", "0", "5");
    assertThat(sheet.data())
        .extracting(r -> r.findings().stream().map(Finding::rule).toList())
        .containsExactly(List.of(), List.of(), List.of(), List.of(), List.of("FMT-002"));
  }

  @Test
  void theRateMayStandBesideTheNameOfTheTax() throws UnreadableFile {
    assertThat(values("vat_rate", "TVA 19%", "9 % TVA", "T.V.A. à 19 %", "TVA : 9 %"))
        .containsExactly("19", "9", "19", "9");
    assertThat(values("vat_rate", "TVA 19%")).containsExactly("19");
  }

  @Test
  void aDashIsNoFigureAndNothingIsExempt() throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            HEADER,
            "Q-1;15/10/2026;Client A;Lait;1;100;19",
            "Q-1;15/10/2026;Client A;Lait;1;100; - ",
            "Q-1;15/10/2026;Client A;Lait;1;100;néant",
            "Q-1;15/10/2026;Client A;Lait;1;100;beaucoup");
    assertThat(sheet.data())
        .extracting(row -> String.valueOf(row.line().get("vat_rate")))
        .containsExactly("19", "null", "0", "null");
    assertThat(sheet.data())
        .extracting(row -> row.findings().stream().map(Finding::rule).toList())
        .containsExactly(List.of(), List.of(), List.of(), List.of("FMT-002"));
  }

  @Test
  void aNumberTooManyInATextRowRefusesIt() throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            HEADER.replace(';', ','),
            "Q-1,15/10/2026,Client A,Lait,1,100,19",
            "Q-2,15/10/2026,Client A,Lait,1,100,50,19");
    assertThat(sheet.data().get(1).findings()).extracting(Finding::rule).contains("FIL-052");
  }

  /** 9,00 on 47,37 is 19 % of it, or 9 %. */
  @Test
  void whatMayBeEitherIsAskedFor() throws UnreadableFile {
    String row = "D-1;15/10/2026;Client A;Beurre;1;47,37;9,00";

    assertThatThrownBy(() -> SheetSamples.sheet(HEADER, row))
        .isInstanceOfSatisfying(
            UnreadableFile.class, e -> assertThat(e.finding().rule()).isEqualTo("FMT-022"));
    assertThat(SheetSamples.sheet(HEADER, row, "D-2;15/10/2026;Client A;Lait;1;50,00;19").data())
        .hasSize(2);
    assertThat(SheetSamples.sheet(HEADER, "D-1;15/10/2026;Client A;Lait;1;100,00;9").data())
        .hasSize(1);
    assertThat(SheetSamples.sheet(HEADER, row.replace("9,00", "9 %")).data()).hasSize(1);
    assertThat(SheetSamples.sheet(HEADER, "D-1;15/10/2026;Client A;Lait;1;1,00;0,19").data())
        .hasSize(1);
  }

  @Test
  void amountsStayAmountsThoughOneLooksLikeARate() throws UnreadableFile {
    assertThat(values("line_vat", "85,50", "19", "40,50")).isEmpty();
    assertThat(values("vat_rate", "85,50", "19", "40,50")).isEmpty();
    assertThat(values("total_vat", "85,50", "19", "40,50")).hasSize(3);
  }

  /** A column of weights must not fill the answer with one remark. */
  @Test
  void ambiguousNumbersReadAlikeAreToldForTheFirstCellsOnly() throws UnreadableFile {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    lines.add("K-0;15/10/2026;Client A;Lait;12,5;150,00;19");
    for (int i = 1; i <= 200; i++) {
      lines.add("K-" + i + ";15/10/2026;Client A;Lait;12,250;150,00;19");
    }
    List<String> told =
        SheetSamples.sentences(SheetSamples.sheet(lines.toArray(String[]::new))).stream()
            .filter(sentence -> sentence.startsWith("FMT-004"))
            .toList();
    assertThat(told).hasSize(50);
  }

  @Test
  void valuesWithoutAHeaderAboveAreTold() throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            HEADER,
            "Q-1;15/10/2026;Client A;Lait;1;100;19",
            "Q-2;15/10/2026;Client A;Lait;1;100;19;reste");
    assertThat(sheet.findings()).extracting(Finding::rule).containsExactly("FIL-018");
    assertThat(SheetSamples.sentences(sheet).get(0)).contains("ligne 3").contains("« reste »");
  }

  @Test
  void aTotalOfOneDocumentIsNoDocument() throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(HEADER, "Z-1;15/10/2026;Client A;Lait;3;100;19", "Total Z-1;;;;3;;");
    assertThat(sheet.data()).hasSize(1);
  }

  /** What the column gives for that field; each row is 3 pieces at 150 DA. */
  private static List<String> values(String field, String... cells) throws UnreadableFile {
    String[] lines =
        Stream.concat(
                Stream.of(HEADER),
                Stream.of(cells)
                    .map(
                        cell ->
                            "TK-" + cell.hashCode() + ";15/10/2026;Client A;Lait;3;150,00;" + cell))
            .toArray(String[]::new);
    return SheetSamples.sheet(lines).data().stream()
        .flatMap(row -> Stream.of(row.header(), row.line()))
        .map(values -> values.get(field))
        .filter(Objects::nonNull)
        .map(Object::toString)
        .toList();
  }
}
