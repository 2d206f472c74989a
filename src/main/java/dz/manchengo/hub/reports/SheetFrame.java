package dz.manchengo.hub.reports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
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
      ReportCells cells,
      ReportTemplate.Looks own,
      Locale language) {
    title(sheet, definition, cells, language);
    ReportLooks looks = cells.looks();
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
    if (wide > PAGE) {
      sheet.getPrintSetup().setFitWidth((short) ((wide + PAGE - 1) / PAGE));
      sheet.getPrintSetup().setLeftToRight(true);
      if (definition.freeze() > 0) {
        sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, definition.freeze() - 1));
      }
    }
    sheet.createFreezePane(definition.freeze(), TableSheet.FIRST);
    sheet.setRepeatingRows(new CellRangeAddress(TableSheet.HEADER, TableSheet.HEADER, -1, -1));
  }

  static void title(Sheet sheet, Report.Sheet definition, ReportCells cells, Locale language) {
    Row row = sheet.createRow(0);
    row.createCell(0).setCellValue(definition.title().in(language));
    row.getCell(0).setCellStyle(cells.looks().title);
    sheet.setFitToPage(true);
    sheet.getPrintSetup().setLandscape(true);
    sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
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
