package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** « Référence » next to « Désignation » where the hub knows no article (domain notes §7.3). */
class ReferencesBesideNamesTest {
  private static final String HEADER =
      "N° facture;Date;Client;Référence;Désignation;Qté;PU HT;TVA %";

  private static SheetSamples.Read read(String... rows) throws UnreadableFile {
    return read(HEADER, rows);
  }

  private static SheetSamples.Read read(String header, String[] rows) throws UnreadableFile {
    List<String> lines = new ArrayList<>();
    lines.add(header);
    for (String row : rows) {
      String[] cells = row.split(";", -1);
      lines.add(cells[0] + ";02/11/2026;SARL Benali;" + cells[1] + ";" + cells[2] + ";1;100;19");
    }
    return SheetSamples.sheet(lines.toArray(String[]::new));
  }

  private static List<Object> codes(SheetSamples.Read sheet) {
    return sheet.data().stream().map(row -> row.line().get("product_code")).toList();
  }

  private static void assertIgnored(SheetSamples.Read sheet) {
    assertThat(codes(sheet)).containsOnlyNulls();
    assertThat(SheetSamples.sentences(sheet))
        .contains("FIL-005 1 Colonne inconnue ignorée : « Référence »");
  }

  @Test
  void referencesThatVaryInsideADocumentAreOfItsArticles() throws UnreadableFile {
    SheetSamples.Read sheet =
        read("F-1;LAIT1L;Lait pasteurisé 1 L", "F-1;YAO4;Yaourt x4", "F-2;BEUR;Beurre 200 g");
    assertThat(codes(sheet)).containsExactly("LAIT1L", "YAO4", "BEUR");
    assertThat(sheet.detected())
        .containsEntry("{reason.read.column} (Référence)", "{reason.read.product-code}");
    assertThat(sheet.findings()).isEmpty();
  }

  @Test
  void soAreThoseThatComeAgainInOtherDocumentsBesideTheSameName() throws UnreadableFile {
    assertThat(codes(read("F-1;1001;Lait", "F-2;1002;Beurre", "F-3;1001;Lait")))
        .doesNotContainNull();
    assertIgnored(read("F-1;1001;Lait", "F-1;1002;Beurre"));
  }

  @Test
  void numbersOfOtherDocumentsAreNone() throws UnreadableFile {
    assertIgnored(read("F-1;BL-101;Lait", "F-1;BL-102;Beurre"));
    assertIgnored(read("F-1;A-101;Lait", "F-1;A-101;Beurre", "F-2;A-102;Lait"));
    assertIgnored(read("F-1;A-101;Lait", "F-1;A-102;Lait", "F-2;A-103;Lait"));
    assertIgnored(read("F-1;selon contrat du 3 mai;Lait", "F-1;au téléphone;Beurre"));
  }

  @Test
  void oneLineShowsNothingNorDoesAReferenceThatStandsElsewhere() throws UnreadableFile {
    assertIgnored(read("F-1;LAIT1L;Lait"));
    SheetSamples.Read apart =
        SheetSamples.sheet(
            "Référence;N° facture;Date;Client;Désignation;Qté;PU HT;TVA %",
            "X-1;F-1;02/11/2026;SARL Benali;Lait;1;100;19",
            "X-2;F-1;02/11/2026;SARL Benali;Beurre;1;100;19");
    assertIgnored(apart);
  }

  @Test
  void aColumnThatIsCalledAfterTheCodeIsTheCode() throws UnreadableFile {
    SheetSamples.Read sheet =
        SheetSamples.sheet(
            "N° facture;Date;Client;Code article;Référence;Désignation;Qté;PU HT;TVA %",
            "F-1;02/11/2026;SARL Benali;1;X-1;Lait;1;100;19",
            "F-1;02/11/2026;SARL Benali;2;X-2;Beurre;1;100;19");
    assertThat(codes(sheet)).containsExactly("1", "2");
  }
}
