package dz.manchengo.hub.reports;

import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * A table, written row by row as the query gives it. What does not fit on a sheet goes on on the
 * next one, and that is said.
 */
final class TableSheet {
  static final int HEADER = 2;
  static final int FIRST = HEADER + 1;

  /** A sheet holds 65,530 hyperlinks. */
  private static final int MOST_LINKS = 65_000;

  /** A row's height where people write with a pen. */
  private static final int BY_HAND = 22;

  /** Rows that a chart may ask for. */
  private static final int KEPT = 50;

  /**
   * How its cells look.
   *
   * @param looks where somebody wants them otherwise
   */
  record Style(ReportCells cells, ReportTemplate.Looks looks) {}

  private final Report.Sheet definition;
  private final IntFunction<SXSSFSheet> parts;
  private final ReportCells cells;
  private final ReportTemplate.Looks looks;
  private final Formulas formulas;
  private final Map<String, String> names;
  private final Locale language;
  private final int most;
  private final Map<String, Integer> index = new HashMap<>();
  private final Map<String, BigDecimal> sums = new HashMap<>();
  private final List<Map<String, @Nullable Object>> kept = new ArrayList<>();

  private int part;
  private SXSSFSheet sheet;
  private int next = FIRST;
  private int links;

  /**
   * A table on its first sheet.
   *
   * @param parts makes sheet 0, 1, … of it
   * @param names of sheets by their ids
   */
  TableSheet(
      Report.Sheet definition,
      IntFunction<SXSSFSheet> parts,
      Style style,
      Formulas formulas,
      Map<String, String> names,
      Locale language) {
    this.definition = definition;
    this.parts = parts;
    this.cells = style.cells();
    this.looks = style.looks();
    this.formulas = formulas;
    this.names = names;
    this.language = language;
    this.most = SpreadsheetVersion.EXCEL2007.getMaxRows() - 2; // a total and a note stand below
    for (int i = 0; i < definition.columns().size(); i++) {
      index.put(definition.columns().get(i).column(), i);
    }
    this.sheet = begin();
  }

  /** What the first rows hold. */
  List<Map<String, @Nullable Object>> first(int rows) {
    return kept.subList(0, Math.min(rows, kept.size()));
  }

  /** What a letter tells of it: its rows, and its totals where they are those of all rows. */
  List<KeyFigure> told(long rows) {
    List<KeyFigure> told = new ArrayList<>();
    String title = definition.title().in(language);
    told.add(new KeyFigure(title, KeyFigure.shown(Report.Type.INTEGER, rows, cells)));
    for (Report.Column column : definition.columns()) {
      BigDecimal sum = part == 0 && column.total() ? sums.get(column.column()) : null;
      if (sum != null) {
        told.add(
            new KeyFigure(
                title + " – " + column.title().in(language),
                KeyFigure.shown(column.type(), sum, cells)));
      }
    }
    return told;
  }

  private SXSSFSheet begin() {
    SXSSFSheet begun = parts.apply(part);
    SheetFrame.begin(begun, definition, index, new Style(cells, looks), language);
    next = FIRST;
    links = 0;
    sums.clear();
    return begun;
  }

  /** The row that the query stands on. */
  void row(ResultSet values) throws SQLException {
    if (next == most) {
      end();
      Row note = sheet.createRow(next + 1);
      String more = language.getLanguage().equals("en") ? "Continued: " : "Suite : ";
      part++;
      formulas.split(definition.id());
      SXSSFSheet following = begin();
      cells.text(note, 0, more + following.getSheetName(), cells.looks().label);
      sheet = following;
    }
    Row row = sheet.createRow(next++);
    if (definition.columns().stream().anyMatch(Report.Column::input)) {
      row.setHeightInPoints(BY_HAND);
    }
    Map<String, @Nullable Object> seen =
        kept.size() < KEPT && part == 0 ? new HashMap<>() : Map.of();
    for (int i = 0; i < definition.columns().size(); i++) {
      Report.Column column = definition.columns().get(i);
      Object value = value(column, values);
      write(row, i, column, value, values);
      if (kept.size() < KEPT && part == 0) {
        seen.put(column.column(), value);
      }
    }
    if (kept.size() < KEPT && part == 0) {
      kept.add(seen);
    }
  }

  private @Nullable Object value(Report.Column column, ResultSet values) throws SQLException {
    Object value = values.getObject(column.column());
    if (value != null && column.total()) {
      sums.merge(column.column(), ReportCells.plain(value), BigDecimal::add);
    }
    return value;
  }

  private void write(Row row, int i, Report.Column column, @Nullable Object value, ResultSet values)
      throws SQLException {
    String formula = column.formula();
    Report.Link link = column.link();
    if (formula != null) {
      String filled =
          formulas.of(formula, name -> Formulas.cell(index.getOrDefault(name, 0), row.getRowNum()));
      cells.formula(row, i, filled, column.type(), value, style(column, value));
    } else if (column.input() && column.only() != null && !values.getBoolean(column.only())) {
      cells.blocked(row, i);
    } else if (column.input()) {
      cells.input(row, i, column.type(), value);
    } else if (column.type() == Report.Type.SENTENCE) {
      String rule = values.getString(String.valueOf(column.rule()));
      cells.value(row, i, column.type(), sentence(rule, value), style(column, value));
    } else if (column.type() == Report.Type.WORD && value != null) {
      cells.value(row, i, column.type(), formulas.word(value.toString()), style(column, value));
    } else {
      cells.value(row, i, column.type(), value, style(column, value));
    }
    if (link != null) {
      link(row.getCell(i), link, (Number) values.getObject(link.row()));
    }
  }

  private CellStyle style(Report.Column column, @Nullable Object value) {
    return looks.cell(
        column.title().in(language), cells.look(column.type(), column.format(), value));
  }

  private @Nullable String sentence(@Nullable String rule, @Nullable Object params) {
    if (rule == null) {
      return null;
    }
    Object[] pairs =
        ReportParams.of(params).entrySet().stream()
            .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
            .toArray();
    return RuleBook.message(RuleBook.finding(rule, Place.FILE, null, pairs), language);
  }

  private void link(@Nullable Cell cell, Report.Link link, @Nullable Number row) {
    if (cell == null || row == null || links == MOST_LINKS) {
      return;
    }
    links++;
    Hyperlink hyperlink =
        sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
    hyperlink.setAddress("'" + names.get(link.sheet()) + "'!A" + (row.longValue() + FIRST));
    cell.setHyperlink(hyperlink);
    cell.setCellStyle(cells.looks().link());
  }

  /** The totals below, and what surrounds the cells. */
  void end() {
    if (next == FIRST) {
      next++; // a formula over no rows needs one that is empty: the totals' own cells are none of
      // it
    }
    int last = next - 1;
    boolean totals = definition.columns().stream().anyMatch(Report.Column::total);
    Row row = totals ? sheet.createRow(next) : null;
    for (int i = 0; i < definition.columns().size(); i++) {
      Report.Column column = definition.columns().get(i);
      if (part == 0) {
        formulas.place(definition.id(), column.column(), sheet.getSheetName(), i, FIRST, last);
      }
      if (row != null && column.total()) {
        BigDecimal sum = sums.getOrDefault(column.column(), BigDecimal.ZERO);
        String letter = Formulas.cell(i, FIRST).replaceAll("\\d", "");
        cells.formula(
            row,
            i,
            "SUBTOTAL(109,%s%d:%s%d)".formatted(letter, FIRST + 1, letter, last + 1),
            column.type(),
            sum,
            // what the filter leaves of parts with decimals may have some, though their sum has
            // none
            cells.looks().total(column.type(), column.format(), sum.scale() == 0));
      }
    }
    if (row != null && !definition.columns().get(0).total()) {
      String word = language.getLanguage().equals("en") ? "TOTALS" : "TOTAUX";
      cells.text(row, 0, word, cells.looks().total(Report.Type.TEXT, null, true));
    }
    SheetFrame.end(sheet, definition, formulas, index, last);
  }
}
