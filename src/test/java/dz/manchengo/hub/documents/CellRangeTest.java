package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellRangeTest {
  @Property
  void everyCellIsFoundByItsName(
      @ForAll @IntRange(min = 1, max = CellRange.LAST_ROW) int row,
      @ForAll @IntRange(min = 1, max = CellRange.LAST_COLUMN) int column)
      throws Exception {
    String name = CellRange.columnName(column) + row;

    assertThat(CellRange.of(name)).isEqualTo(new CellRange(row, column, row, column));
  }

  @Test
  void rangesSmallLettersAndDollarsAreRead() throws Exception {
    assertThat(CellRange.of("B2:D9")).isEqualTo(new CellRange(2, 2, 9, 4));
    assertThat(CellRange.of("$b$2:d$9")).isEqualTo(new CellRange(2, 2, 9, 4));
    assertThat(CellRange.of("XFD1048576")).isEqualTo(new CellRange(1048576, 16384, 1048576, 16384));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "A",
        "1",
        "A0",
        "XFE1",
        "A1048577",
        "ABCD1",
        "A12345678",
        "A1:",
        ":A1",
        "A1:B2:C3",
        "B2:A1",
        "A-1",
        "A1 ",
        "É1",
        "A١",
        "$",
        "A$",
        "$$A1",
        "A1A"
      })
  void whatIsNoneIsNone(String reference) {
    assertThatThrownBy(() -> CellRange.of(reference)).isInstanceOf(UnreadableFile.class);
  }
}
