package dz.manchengo.hub.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Figures, one below the other: what each is, and its value. */
final class FigureSheet {
  private static final int FIRST = 2;
  private static final int LABEL_WIDTH = 48;
  private static final int VALUE_WIDTH = 28;

  private final Report.Sheet definition;
  private final Sheet sheet;
  private final ReportCells cells;
  private final Formulas formulas;
  private final Locale language;

  FigureSheet(
      Report.Sheet definition, Sheet sheet, ReportCells cells, Formulas formulas, Locale language) {
    this.definition = definition;
    this.sheet = sheet;
    this.cells = cells;
    this.formulas = formulas;
    this.language = language;
  }

  /**
   * Writes it whole.
   *
   * @param values of the query's row
   * @return what a letter tells of them
   */
  List<KeyFigure> write(Map<String, @Nullable Object> values) {
    ReportLooks looks = cells.looks();
    SheetFrame.title(sheet, definition, cells, language);
    cells.text(sheet.createRow(FIRST - 1), 0, cells.company(), looks.label);
    sheet.setColumnWidth(0, LABEL_WIDTH * 256);
    sheet.setColumnWidth(1, VALUE_WIDTH * 256);
    Map<String, Integer> rows = new HashMap<>();
    for (int i = 0; i < definition.figures().size(); i++) {
      rows.put(String.valueOf(definition.figures().get(i).column()), FIRST + i);
    }
    for (int i = 0; i < definition.figures().size(); i++) {
      Report.Figure figure = definition.figures().get(i);
      Row row = sheet.createRow(FIRST + i);
      boolean heading = figure.column() == null;
      cells.text(row, 0, figure.title().in(language), heading ? looks.section : looks.label);
      if (heading) {
        row.createCell(1).setCellStyle(looks.section);
      } else {
        write(row, figure, values, rows);
      }
    }
    return told(values);
  }

  private List<KeyFigure> told(Map<String, @Nullable Object> values) {
    List<KeyFigure> told = new ArrayList<>();
    for (Report.Figure figure : definition.figures()) {
      Object value = figure.column() == null ? null : values.get(figure.column());
      if (value != null) {
        Report.Type type = figure.type() == null ? Report.Type.TEXT : figure.type();
        Object shown = type == Report.Type.WORD ? formulas.word(value.toString()) : value;
        told.add(new KeyFigure(figure.title().in(language), KeyFigure.shown(type, shown, cells)));
      }
    }
    return told;
  }

  private void write(
      Row row,
      Report.Figure figure,
      Map<String, @Nullable Object> values,
      Map<String, Integer> rows) {
    Report.Type type = figure.type() == null ? Report.Type.TEXT : figure.type();
    Object given = values.get(figure.column());
    Object value =
        type == Report.Type.WORD && given != null ? formulas.word(given.toString()) : given;
    String formula = figure.formula();
    if (formula == null || !formulas.isWhole(formula)) {
      cells.value(row, 1, type, value, cells.look(type, figure.format(), value));
    } else {
      cells.formula(
          row, 1, filled(formula, rows), type, value, cells.look(type, figure.format(), value));
    }
    for (Report.Look look : figure.looks()) {
      SheetFrame.colour(
          sheet,
          filled(look.when(), rows),
          look.colour(),
          new CellRangeAddress(row.getRowNum(), row.getRowNum(), 0, 1));
    }
  }

  private String filled(String formula, Map<String, Integer> rows) {
    return formulas.of(formula, name -> "$B$" + (rows.getOrDefault(name, 0) + 1));
  }
}
