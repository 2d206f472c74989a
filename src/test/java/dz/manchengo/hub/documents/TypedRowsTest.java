package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.FileReader.Limits;
import dz.manchengo.hub.documents.FileReader.ReadingHints;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TypedRowsTest {
  private static final TypedRows TYPES =
      new TypedRows(
          new TypedRows.RowType("E", List.of("N° facture", "Date", "", "Client")),
          new TypedRows.RowType("L", List.of("N° facture", "Code article", "Qté")),
          List.of("T"));

  @Test
  void eachLineHasTheCellsOfTheHeaderAboveIt() throws Exception {
    assertThat(
            rows(
                """
                E;F-1;05/01/2026;x;Amel
                L;F-1;GDA;2
                l;;EDM;3,5
                T;5,5
                E;F-2;06/01/2026;x;Nora
                L;F-2;GDA;1
                """))
        .containsExactly(
            "0 Ligne du fichier|N° facture|Date|Client|Code article|Qté",
            "2 2|F-1|05/01/2026|Amel|GDA|2",
            "3 3|F-1|05/01/2026|Amel|EDM|3,5",
            "6 6|F-2|06/01/2026|Nora|GDA|1");
  }

  @Test
  void aHeaderWithoutLinesIsARowAndNamesAboveAreNone() throws Exception {
    assertThat(
            rows(
                """
                E;N° facture;DATE;;client
                L;N° facture;Code article;Qté
                E;F-1;05/01/2026;x;Amel
                E;F-2;06/01/2026;x;Nora
                L;F-2;GDA;1
                E;F-3;06/01/2026;x;Nora
                """))
        .containsExactly(
            "0 Ligne du fichier|N° facture|Date|Client|Code article|Qté",
            "3 3|F-1|05/01/2026|Amel",
            "5 5|F-2|06/01/2026|Nora|GDA|1",
            "6 6|F-3|06/01/2026|Nora");
  }

  @Test
  void rowsThatBelongToNothingAreRefusedOneByOne() throws Exception {
    SourceSheet sheet =
        sheet(
            """
            E;F-1;05/01/2026;x;Amel
            L;F-1;GDA;2
            X;F-1;GDA;2
            L;F-9;GDA;2
            """);
    List<String> broken = new ArrayList<>();
    sheet.read(
        row -> {
          if (row.cell(0) instanceof Cell.Broken b) {
            broken.add(row.number() + " " + b.reason() + " " + b.text());
          }
          return true;
        });
    assertThat(broken)
        .containsExactly(
            "3 reason.typed.unknown X ; F-1 ; GDA ; 2",
            "4 reason.typed.other-header L ; F-9 ; GDA ; 2");
  }

  @Test
  void aTableWithAHeaderIsLeftAsItIs() throws Exception {
    assertThat(sheet("Type;N° facture;Qté\nE;F-1;2\nL;F-1;3\n").isMade()).isFalse();
    assertThat(sheet("E;F-1;05/01/2026;x;Amel\n").isMade()).isFalse();
  }

  private static SourceSheet sheet(String text) throws Exception {
    SourceFile file =
        ReadingSamples.read(
            text.getBytes(StandardCharsets.UTF_8),
            new ReadingHints(null, null, TYPES),
            Limits.defaults());
    return file.sheets().get(0);
  }

  private static List<String> rows(String text) throws Exception {
    List<String> rows = new ArrayList<>();
    sheet(text)
        .read(
            row ->
                rows.add(
                    row.number()
                        + " "
                        + row.cells().stream()
                            .map(Cell::text)
                            .collect(Collectors.joining("|"))
                            .replaceAll("\\|+$", "")));
    return rows;
  }
}
