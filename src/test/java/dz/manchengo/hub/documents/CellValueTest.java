package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class CellValueTest {
  private static final Cell MOMENT = new Cell.Moment(LocalDateTime.of(2026, 4, 3, 14, 30));
  private static final Cell DAY = new Cell.Moment(LocalDateTime.of(2026, 4, 3, 0, 0));
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 3);

  @Test
  void aNumericCellIsItsNumberAndProvesNoMark() {
    BigDecimal value = new BigDecimal("1.234");
    assertThat(CellValue.number(new Cell.Numeric(value)))
        .isEqualTo(new NumberReading.Exact(value, null));
  }

  @Test
  void textIsReadAndOtherCellsAreNoNumbers() {
    assertThat(CellValue.number(new Cell.Text("1 234,50 DA")))
        .isEqualTo(new NumberReading.Exact(new BigDecimal("1234.50"), ','));
    for (Cell cell : new Cell[] {MOMENT, Cell.blank(), new Cell.Truth(true), fault()}) {
      assertThat(CellValue.number(cell)).isEqualTo(NumberReading.NOT_A_NUMBER);
    }
  }

  @Test
  void datesComeFromMomentsNumbersAndText() {
    DateReading expected = new DateReading.Exact(APRIL);
    assertThat(CellValue.date(MOMENT)).isEqualTo(expected);
    assertThat(CellValue.date(new Cell.Numeric(new BigDecimal("46115.5")))).isEqualTo(expected);
    assertThat(CellValue.date(new Cell.Text("2026-04-03"))).isEqualTo(expected);
    assertThat(CellValue.date(new Cell.Text("46115"))).isEqualTo(DateReading.NOT_A_DATE);
    assertThat(CellValue.date(Cell.blank())).isEqualTo(DateReading.NOT_A_DATE);
  }

  @Test
  void theTimeOfDayIsToldWhereThereIsOne() {
    assertThat(CellValue.time(MOMENT)).isEqualTo(LocalTime.of(14, 30));
    assertThat(CellValue.time(new Cell.Text("03/04/2026 14:30"))).isEqualTo(LocalTime.of(14, 30));
    assertThat(CellValue.time(DAY)).isNull();
    assertThat(CellValue.time(Cell.blank())).isNull();
  }

  @Test
  void textIsTrimmedAndAWholeNumberStaysWhole() {
    assertThat(CellValue.text(new Cell.Text("\u00A0 SARL  Lait \u200F\n"))).isEqualTo("SARL  Lait");
    assertThat(CellValue.text(new Cell.Numeric(new BigDecimal("12.0")))).isEqualTo("12");
    assertThat(CellValue.text(new Cell.Numeric(new BigDecimal("1E+3")))).isEqualTo("1000");
    assertThat(CellValue.text(Cell.blank())).isEmpty();
    assertThat(CellValue.text(DAY)).isEqualTo("2026-04-03");
  }

  @Test
  void cellsWithoutValueNameTheirRule() {
    assertThat(CellValue.fault(fault())).isEqualTo("FMT-012");
    assertThat(CellValue.fault(new Cell.Uncalculated("A1+B1"))).isEqualTo("FIL-016");
    assertThat(CellValue.fault(new Cell.Text("#N/A"))).isEqualTo("FMT-012");
    assertThat(CellValue.fault(Cell.blank())).isNull();
  }

  private static Cell fault() {
    return new Cell.Fault("#N/A");
  }
}
