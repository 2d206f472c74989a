package dz.manchengo.hub.reports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;

/** What surrounds the cells of a sheet: title, headers, widths, colours, filter and print. */
final class SheetFrame {
  private static final int HEADER_POINTS = 30;
  private static final double MARGIN_INCHES = 0.4;

  /** Characters side by side on a printed page: at some 55 % a landscape A4 is still readable. */
  private static final int PAGE = 240;

  private SheetFrame() {}

  static void begin(
      Sheet sheet,
      Report.Sheet definition,
      Map<String, Integer> index,
      TableSheet.Style style,
      Locale language) {
    title(sheet, definition, style.cells(), language);
    ReportLooks looks = style.cells().looks();
    ReportTemplate.Looks own = style.looks();
    groups(sheet, definition, index, looks, language);
    Row header = sheet.createRow(TableSheet.HEADER);
    header.setHeightInPoints(HEADER_POINTS);
    List<Report.Column> columns = definition.columns();
    for (int i = 0; i < columns.size(); i++) {
      Report.Column column = columns.get(i);
      String title = column.title().in(language);
      header.createCell(i).setCellValue(title);
      header.getCell(i).setCellStyle(own.header(title, looks.header));
      if (!own.isWide(title)) {
        sheet.setColumnWidth(i, width(column) * 256);
      }
    }
    int wide = columns.stream().mapToInt(SheetFrame::width).sum();
    int page = definition.print().portrait() ? PAGE * 2 / 3 : PAGE;
    int pages =
        Objects.requireNonNullElse(
            definition.print().pages(), Math.max(1, (wide + page - 1) / page));
    sheet.getPrintSetup().setFitWidth((short) pages);
    if (pages > 1) {
      sheet.getPrintSetup().setLeftToRight(true);
      if (definition.freeze() > 0) {
        sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, definition.freeze() - 1));
      }
    }
    sheet.createFreezePane(definition.freeze(), TableSheet.FIRST);
    int titles = definition.groups().isEmpty() ? TableSheet.HEADER : TableSheet.HEADER - 1;
    sheet.setRepeatingRows(new CellRangeAddress(titles, TableSheet.HEADER, -1, -1));
  }

  private static void groups(
      Sheet sheet,
      Report.Sheet definition,
      Map<String, Integer> index,
      ReportLooks looks,
      Locale language) {
    if (definition.groups().isEmpty()) {
      return;
    }
    Row row = sheet.createRow(TableSheet.HEADER - 1);
    for (Report.Group group : definition.groups()) {
      int from = index.getOrDefault(group.from(), 0);
      int to = index.getOrDefault(group.to(), from);
      for (int i = from; i <= to; i++) {
        row.createCell(i).setCellStyle(looks.group);
      }
      row.getCell(from).setCellValue(group.title().in(language));
      if (to > from) {
        sheet.addMergedRegion(
            new CellRangeAddress(TableSheet.HEADER - 1, TableSheet.HEADER - 1, from, to));
      }
    }
  }

  static void title(Sheet sheet, Report.Sheet definition, ReportCells cells, Locale language) {
    Row row = sheet.createRow(0);
    row.createCell(0).setCellValue(definition.title().in(language));
    row.getCell(0).setCellStyle(cells.looks().title);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setLandscape(!definition.print().portrait());
    sheet
        .getPrintSetup()
        .setPaperSize(
            definition.print().paper() == Report.Paper.A3
                ? PrintSetup.A3_PAPERSIZE
                : PrintSetup.A4_PAPERSIZE);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.setMargin(PageMargin.LEFT, MARGIN_INCHES);
    sheet.setMargin(PageMargin.RIGHT, MARGIN_INCHES);
    sheet.getHeader().setLeft("&F");
    sheet.getHeader().setRight(cells.company().replace("&", "&&"));
    sheet.getFooter().setLeft("&A");
    sheet.getFooter().setCenter(cells.made());
    sheet.getFooter().setRight("&P / &N");
  }

  private static int width(Report.Column column) {
    Integer width = column.width();
    if (width != null) {
      return width;
    }
    return switch (column.type()) {
      case TEXT, WORD -> 18;
      case INTEGER, PERCENT -> 10;
      case QUANTITY, DATE -> 12;
      case AMOUNT, COST, MOMENT -> 16;
      case SENTENCE -> 80;
    };
  }

  /** Once the last row is known. */
  static void end(
      Sheet sheet,
      Report.Sheet definition,
      Formulas formulas,
      Map<String, Integer> index,
      int last) {
    List<Report.Column> columns = definition.columns();
    sheet.setAutoFilter(new CellRangeAddress(TableSheet.HEADER, last, 0, columns.size() - 1));
    CellRangeAddress all = new CellRangeAddress(TableSheet.FIRST, last, 0, columns.size() - 1);
    for (Report.Look look : definition.looks()) {
      String when =
          formulas.of(
              look.when(),
              name -> "$" + Formulas.cell(index.getOrDefault(name, 0), TableSheet.FIRST));
      colour(sheet, when, look.colour(), all);
    }
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).bar()) {
        bars(sheet, new CellRangeAddress(TableSheet.FIRST, last, i, i));
      }
    }
  }

  static void colour(Sheet sheet, String when, Report.Colour colour, CellRangeAddress where) {
    SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
    ConditionalFormattingRule rule = formatting.createConditionalFormattingRule(when);
    PatternFormatting fill = rule.createPatternFormatting();
    fill.setFillBackgroundColor(ReportLooks.colour(colour));
    fill.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
    formatting.addConditionalFormatting(new CellRangeAddress[] {where}, rule);
  }

  private static void bars(Sheet sheet, CellRangeAddress where) {
    SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
    formatting.addConditionalFormatting(
        new CellRangeAddress[] {where},
        formatting.createConditionalFormattingRule(ReportLooks.colour(Report.Colour.BLUE)));
  }
}
