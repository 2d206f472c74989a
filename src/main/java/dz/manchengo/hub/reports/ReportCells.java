package dz.manchengo.hub.reports;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.jspecify.annotations.Nullable;

/** Puts values into cells of their own type; text stays text, whatever it begins with. */
final class ReportCells {
  /** The longest text that Excel holds in a cell. */
  private static final int LONGEST = 32_767;

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  private static final String FORMULA_STARTS = "=+-@\t\r";

  private final ReportLooks looks;
  private final ZoneId zone;
  private final String company;
  private final String made;

  /**
   * @param company whose figures they are, for the head of pages
   */
  ReportCells(ReportLooks looks, ZoneId zone, String company) {
    this.looks = looks;
    this.zone = zone;
    this.company = company;
    this.made = MOMENT.format(LocalDateTime.now(zone));
  }

  /** When the workbook was made. */
  String made() {
    return made;
  }

  String company() {
    return company;
  }

  ReportLooks looks() {
    return looks;
  }

  void text(Row row, int column, String text, CellStyle style) {
    String kept = text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    boolean quoted = !kept.isEmpty() && FORMULA_STARTS.indexOf(kept.charAt(0)) >= 0;
    Cell cell = row.createCell(column);
    cell.setCellStyle(quoted ? looks.quoted : style);
    cell.setCellValue(kept);
  }

  /** A value as the database gives it; nothing for null. */
  void value(Row row, int column, Report.Type type, @Nullable Object value, CellStyle style) {
    if (value == null) {
      return;
    }
    if (type.isNumber()) {
      cell(row, column, style).setCellValue(number(value).doubleValue());
    } else if (type == Report.Type.DATE || type == Report.Type.MOMENT) {
      cell(row, column, style).setCellValue(moment(value));
    } else {
      text(row, column, value.toString(), style);
    }
  }

  /** Where people write; what is there already, mostly nothing. */
  void input(Row row, int column, Report.Type type, @Nullable Object value) {
    cell(row, column, looks.input(type));
    value(row, column, type, value, looks.input(type));
  }

  /** Where people have nothing to write. */
  void blocked(Row row, int column) {
    cell(row, column, looks.blocked);
  }

  /** A formula, and what it shows until it is calculated. */
  void formula(
      Row row,
      int column,
      String formula,
      Report.Type type,
      @Nullable Object shown,
      CellStyle style) {
    Cell cell = cell(row, column, style);
    cell.setCellFormula(formula);
    if (shown == null) {
      cell.setCellValue("");
    } else if (type.isNumber()) {
      cell.setCellValue(number(shown).doubleValue());
    } else {
      cell.setCellValue(shown.toString());
    }
  }

  static BigDecimal number(Object value) {
    return value instanceof BigDecimal decimal ? decimal : new BigDecimal(value.toString());
  }

  /** Without zeros behind its decimals. */
  static BigDecimal plain(Object value) {
    BigDecimal stripped = number(value).stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** The usual look of a value in a cell. */
  CellStyle look(Report.Type type, @Nullable String format, @Nullable Object value) {
    boolean whole = !type.isNumber() || value == null || plain(value).scale() == 0;
    return looks.of(type, format, whole);
  }

  LocalDateTime moment(Object value) {
    if (value instanceof Timestamp instant) {
      return instant.toInstant().atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
    }
    if (value instanceof OffsetDateTime instant) {
      return instant.atZoneSameInstant(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
    }
    return (value instanceof java.sql.Date day ? day.toLocalDate() : (LocalDate) value)
        .atStartOfDay();
  }

  private static Cell cell(Row row, int column, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellStyle(style);
    return cell;
  }
}
