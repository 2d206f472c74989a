package dz.manchengo.hub.documents;

import static dz.manchengo.hub.documents.SheetSamples.sheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A unit in the header or in the cell of a quantity counts like one in a column of its own. */
class QuantityUnitsTest {
  private static final String HEADER = "N° facture;Date;Client;Code article;P.U. HT;TVA %;";
  private static final String ROW = "F-1;25/01/2026;Amel;GDA;100,00;19;";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Quantité (g)      | 500     | 500  | g",
        "Quantité kg       | 2,5     | 2.5  | kg",
        "Quantité en kg    | 2,5     | 2.5  | kg",
        "Quantité (en g)   | 500     | 500  | g",
        "Quantité en litres| 3       | 3    | l",
        "Qté [Litres]      | 3       | 3    | l",
        "Quantité (cartons)| 12      | 12   | ctn",
        "Quantité          | 250 g   | 250  | g",
        "Quantité          | 1 250 kg| 1250 | kg",
        "Quantité          | 7       | 7    | ",
      })
  void isTheUnitOfTheRow(String header, String cell, BigDecimal quantity, String unit)
      throws UnreadableFile {
    DataRow row = sheet(HEADER + header, ROW + cell).data().get(0);

    assertThat(row.line().get("qty")).isEqualTo(quantity);
    assertThat(row.line().get("uom")).isEqualTo(unit);
    assertThat(row.findings()).isEmpty();
  }

  @Test
  void aCellWithAnotherUnitThanItsHeaderMeansItsOwn() throws UnreadableFile {
    DataRow row = sheet(HEADER + "Quantité (g)", ROW + "2 kg").data().get(0);
    assertThat(row.line().get("uom")).isEqualTo("kg");
  }

  @Test
  void theColumnOfTheUnitMayAgreeButNotContradict() throws UnreadableFile {
    List<DataRow> rows =
        sheet(HEADER + "Unité;Quantité (g)", ROW + "grammes;500", ROW + "kg;500", ROW + ";500")
            .data();
    assertThat(rows.get(0).findings()).isEmpty();
    assertThat(rows.get(1).findings()).extracting(Finding::rule).containsExactly("FMT-025");
    assertThat(rows.get(2).line().get("uom")).isEqualTo("g");
  }

  @Test
  void aFormatOfTheWorkbookNamesTheUnit() {
    NumberFormats formats = new NumberFormats();
    formats.put(200, "0\" g\"");
    formats.put(201, "#,##0.0\\ \\k\\g");
    formats.put(202, "0.00\" DA\"");
    formats.put(203, "0\" cartons\";-0\" cartons\"");
    formats.put(204, "\"FA-\"0000");
    assertThat(formats.unit(200)).isEqualTo(QuantityUnit.G);
    assertThat(formats.unit(201)).isEqualTo(QuantityUnit.KG);
    assertThat(formats.unit(202)).isNull();
    assertThat(formats.unit(203)).isEqualTo(QuantityUnit.CTN);
    assertThat(formats.unit(204)).isNull();
  }

  @Test
  void weightsOfAFixedUnitAreConverted() {
    assertThat(QuantityUnit.G.in(QuantityUnit.KG, new BigDecimal("98000")))
        .isEqualByComparingTo("98");
    assertThat(QuantityUnit.KG.in(QuantityUnit.L, BigDecimal.ONE)).isNull();
  }
}
