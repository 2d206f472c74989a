package dz.manchengo.hub.reports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;

/**
 * A workbook that somebody made of a report's, {@code template.xlsx}: sheets that are not the
 * report's stay as they are, with their formulas, looks and charts. Of the report's own sheets stay
 * the looks of each header and of the first row below it, the widths of their columns and their
 * charts; what is in them is written anew.
 */
final class ReportTemplate {
  /** A template is held in memory; one of more was not emptied before it was saved. */
  private static final int LARGEST = 5_000_000;

  private final XSSFWorkbook book;
  private final Map<String, Looks> looks = new HashMap<>();

  /**
   * How somebody wants a sheet to look.
   *
   * @param headers and cells: by the header's text
   * @param drawn whether it has charts of its own
   */
  record Looks(Map<String, CellStyle> headers, Map<String, CellStyle> cells, boolean drawn) {
    static final Looks NONE = new Looks(Map.of(), Map.of(), false);

    CellStyle header(String text, CellStyle usual) {
      return headers.getOrDefault(text, usual);
    }

    CellStyle cell(String text, CellStyle usual) {
      return cells.getOrDefault(text, usual);
    }

    /** Whether a column of that header is as wide as somebody made it. */
    boolean isWide(String text) {
      return headers.containsKey(text);
    }
  }

  private ReportTemplate(XSSFWorkbook book) {
    this.book = book;
  }

  /**
   * The template of a report.
   *
   * @param own names of the report's sheets
   * @throws IllegalArgumentException where it is no workbook, or a large one
   */
  static ReportTemplate of(byte[] content, Set<String> own) throws IOException {
    if (content.length > LARGEST) {
      throw new IllegalArgumentException(
          "template.xlsx: %d bytes, at most %d; empty the report's sheets before it is saved"
              .formatted(content.length, LARGEST));
    }
    try {
      ReportTemplate template =
          new ReportTemplate(new XSSFWorkbook(new ByteArrayInputStream(content)));
      own.forEach(template::take);
      template.forgetFigures();
      return template;
    } catch (UnsupportedFileFormatException | POIXMLException e) {
      IllegalArgumentException refused =
          new IllegalArgumentException("template.xlsx: no workbook of Excel (XLSX)");
      refused.addSuppressed(e); // as a cause it would be what people are told
      throw refused;
    }
  }

  XSSFWorkbook book() {
    return book;
  }

  Looks looks(String sheet) {
    return looks.getOrDefault(sheet, Looks.NONE);
  }

  private void take(String name) {
    XSSFSheet sheet = book.getSheet(name);
    if (sheet == null) {
      return;
    }
    Map<String, CellStyle> headers = new HashMap<>();
    Map<String, CellStyle> cells = new HashMap<>();
    Row header = sheet.getRow(TableSheet.HEADER);
    if (header != null) {
      Row first = sheet.getRow(TableSheet.FIRST);
      for (Cell cell : header) {
        if (cell.getCellType() == CellType.STRING) {
          Cell below = first == null ? null : first.getCell(cell.getColumnIndex());
          headers.put(cell.getStringCellValue(), cell.getCellStyle());
          if (below != null) {
            cells.put(cell.getStringCellValue(), below.getCellStyle());
          }
        }
      }
    }
    looks.put(name, new Looks(headers, cells, isDrawn(sheet)));
    empty(sheet);
  }

  private static boolean isDrawn(XSSFSheet sheet) {
    return sheet.getDrawingPatriarch() != null
        && !sheet.getDrawingPatriarch().getCharts().isEmpty();
  }

  private static void empty(XSSFSheet sheet) {
    for (int i = sheet.getLastRowNum(); i >= 0; i--) {
      @Nullable Row row = sheet.getRow(i);
      if (row != null) {
        sheet.removeRow(row);
      }
    }
    while (sheet.getNumMergedRegions() > 0) {
      sheet.removeMergedRegion(0);
    }
    while (sheet.getSheetConditionalFormatting().getNumConditionalFormattings() > 0) {
      sheet.getSheetConditionalFormatting().removeConditionalFormatting(0);
    }
    List.<XSSFTable>copyOf(sheet.getTables()).forEach(sheet::removeTable);
  }

  /** What its own formulas gave when it was saved is of another day: Excel calculates them anew. */
  private void forgetFigures() {
    for (var sheet : book) {
      for (Row row : sheet) {
        for (Cell cell : row) {
          CTCell written = ((XSSFCell) cell).getCTCell();
          if (cell.getCellType() == CellType.FORMULA && written.isSetV()) {
            written.unsetV();
          }
        }
      }
    }
    book.setForceFormulaRecalculation(true);
  }
}
