package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageMarkTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Page 1/2",
        "Page 1 sur 2;;Édité le 12/03/2026",
        ";12/03/2026;Édité par Karim",
        "Page;1;de;2",
        "Page n° 3;12/03/2026",
        "SARL Atlas;;;Page 2/2",
        "SARL Atlas;;;Page 2",
        "Page 2 sur 2;SARL Atlas;Journal des ventes",
        "Édité le :;12/03/2026;à 10:30",
        "Imprimé le 12 mars 2026 par Karim Ben Salah;;Page 1/2",
        "Document généré le 2026-03-12 10:30:00"
      })
  void whatAPrintAddsIsNoRow(String row) {
    assertThat(PageMark.isOne(row(row))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Page 1/2;05/03/2026;Amel;1000,00",
        "Page 1/2;05/03/2026;Amel",
        "SARL Atlas;10;Page 1/2",
        "Papier page A4;;10;500,00",
        "Impression;1;100,00",
        "Imprimante HP;1;100,00",
        "Éditions Barzakh;05/03/2026",
        "Édition 2026",
        "Page",
        "05/03/2026;Amel"
      })
  void whatSaysMoreIsARow(String row) {
    assertThat(PageMark.isOne(row(row))).isFalse();
  }

  private static SourceRow row(String text) {
    List<Cell> cells = new ArrayList<>();
    for (String cell : text.split(";", -1)) {
      cells.add(cell.isEmpty() ? Cell.blank() : new Cell.Text(cell));
    }
    return new SourceRow(2, cells);
  }
}
