package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KeptCellsTest {
  @Test
  void everyKindOfCellComesBack() {
    List<Cell> cells =
        List.of(
            new Cell.Text("  Crème « n° 1 »;\"\n"),
            Cell.blank(),
            new Cell.Numeric(new BigDecimal("12.50")),
            new Cell.Numeric(new BigDecimal("100000000000000000000")),
            new Cell.Numeric(new BigDecimal("1E+30")),
            new Cell.Percent(new BigDecimal("5.5")),
            new Cell.Dinars(new BigDecimal("12.5")),
            new Cell.Coded(new BigDecimal("123"), "000123"),
            new Cell.Moment(LocalDateTime.of(2026, 3, 1, 0, 0)),
            new Cell.Moment(LocalDateTime.of(2026, 3, 1, 7, 30, 1)),
            new Cell.Truth(true),
            new Cell.Fault("#N/A"),
            new Cell.Uncalculated("=A1"),
            new Cell.Broken(7, "{\"a\"", "reason.json", "detail", true));

    assertThat(KeptCells.cells(KeptCells.text(cells))).isEqualTo(cells);
  }

  @Test
  void aPersonCanReadThemInTheTable() {
    List<Cell> cells =
        List.of(new Cell.Text("F-1"), Cell.blank(), new Cell.Numeric(new BigDecimal("12.5")));

    assertThat(KeptCells.text(cells)).isEqualTo("[\"F-1\",null,12.5]");
  }

  @Property(tries = 200)
  void anyTextComesBack(@ForAll List<String> texts) {
    List<Cell> cells = texts.stream().map(text -> (Cell) new Cell.Text(text)).toList();

    assertThat(KeptCells.cells(KeptCells.text(cells))).isEqualTo(cells);
  }
}
