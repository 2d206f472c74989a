package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * The cell that is being read. A time of day without a date stays the fraction of a day that it is:
 * a {@link Cell.Numeric}.
 */
final class CellXml {
  private final Book book;

  private String type = "";
  private int style;
  private @Nullable String formula;
  private @Nullable String value;
  private @Nullable String inline;

  /** What the cells of a workbook share. */
  record Book(SharedStringsXml strings, CellStyles styles, Texts texts) {}

  CellXml(Book book) {
    this.book = book;
  }

  void begin(String cellType, int cellStyle) {
    type = cellType;
    style = cellStyle;
    formula = null;
    value = null;
    inline = null;
  }

  void take(String element, String text) {
    switch (element) {
      case "f" -> formula = text;
      case "v" -> value = text;
      default -> inline = text;
    }
  }

  /** What the cell holds, once all of its elements were taken. */
  Cell content(int row, int column) throws UnreadableFile {
    // some tools type a number into such a cell and leave the former text beside it
    if (inline != null && (value == null || type.equals("inlineStr"))) {
      return text(inline);
    }
    if (value == null || (value.isBlank() && !type.equals("str"))) {
      return formula == null ? Cell.blank() : uncalculated(formula, row, column);
    }
    return switch (type) {
      case "s" -> book.strings().text(value);
      case "str", "inlineStr" -> text(value);
      case "b" -> new Cell.Truth(value.strip().equals("1") || value.strip().equals("true"));
      case "e" -> new Cell.Fault(value.strip());
      case "d" -> isoDate(value.strip());
      default -> numeric(value);
    };
  }

  private Cell uncalculated(String formulaText, int row, int column) {
    return new Cell.Uncalculated(
        formulaText.isBlank() ? CellRange.columnName(column) + row : "=" + formulaText);
  }

  private Cell text(String raw) {
    return book.texts().cell(Escapes.decoded(raw));
  }

  private Cell numeric(String digits) {
    BigDecimal number = ExcelNumber.parsed(digits);
    if (number == null) {
      return text(digits);
    }
    return book.styles().cell(number, style);
  }

  private Cell isoDate(String iso) {
    try {
      return new Cell.Moment(
          iso.length() == 10 ? LocalDate.parse(iso).atStartOfDay() : LocalDateTime.parse(iso));
    } catch (DateTimeParseException e) {
      return text(iso);
    }
  }
}
