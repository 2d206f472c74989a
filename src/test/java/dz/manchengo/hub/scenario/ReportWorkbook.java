package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A workbook of a job as its reader finds it. */
record ReportWorkbook(XSSFWorkbook book) implements AutoCloseable {
  private static final int HEADER = 2;

  static ReportWorkbook open(Path file) throws IOException {
    return new ReportWorkbook(new XSSFWorkbook(Files.newInputStream(file)));
  }

  /** The table of a sheet, header → value as it stands in the cell, its row of totals left out. */
  List<Map<String, String>> table(String sheet) {
    Sheet rows = Objects.requireNonNull(book.getSheet(sheet), sheet);
    Row header = rows.getRow(HEADER);
    List<Map<String, String>> table = new ArrayList<>();
    for (int i = HEADER + 1; i <= rows.getLastRowNum(); i++) {
      Row row = rows.getRow(i);
      if (row == null || isTotal(row)) {
        continue;
      }
      Map<String, String> values = new LinkedHashMap<>();
      for (Cell name : header) {
        values.put(name.getStringCellValue(), value(row.getCell(name.getColumnIndex())));
      }
      table.add(values);
    }
    return table;
  }

  private static boolean isTotal(Row row) {
    for (Cell cell : row) {
      if (cell.getCellType() == CellType.FORMULA && cell.getCellFormula().startsWith("SUBTOTAL")) {
        return true;
      }
    }
    return false;
  }

  /** Title → value of a sheet of figures. */
  Map<String, String> figures(String sheet) {
    Map<String, String> figures = new LinkedHashMap<>();
    for (Row row : Objects.requireNonNull(book.getSheet(sheet), sheet)) {
      Cell title = row.getCell(0);
      Cell value = row.getCell(1);
      if (title != null && value != null) {
        figures.put(value(title), value(value));
      }
    }
    return figures;
  }

  private static String value(@Nullable Cell cell) {
    if (cell == null) {
      return "";
    }
    CellType type =
        cell.getCellType() == CellType.FORMULA
            ? cell.getCachedFormulaResultType()
            : cell.getCellType();
    if (type != CellType.NUMERIC) {
      return type == CellType.STRING ? cell.getStringCellValue() : "";
    }
    return DateUtil.isCellDateFormatted(cell)
        ? new DataFormatter().formatRawCellContents(cell.getNumericCellValue(), 0, "yyyy-mm-dd")
        : BigDecimal.valueOf(cell.getNumericCellValue()).stripTrailingZeros().toPlainString();
  }

  /** Whose figures a sheet says that they are, without its NIF. */
  String company(String sheet) {
    return book.getSheet(sheet)
        .getRow(1)
        .getCell(0)
        .getStringCellValue()
        .replaceAll(" – NIF.*", "");
  }

  /** Every formula gives what stands in its cell. */
  int recalculated() {
    FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
    List<String> wrong = new ArrayList<>();
    int formulas = 0;
    for (Sheet sheet : book) {
      for (Row row : sheet) {
        for (Cell cell : row) {
          if (cell.getCellType() == CellType.FORMULA) {
            formulas++;
            CellValue value = evaluator.evaluate(cell);
            boolean number = cell.getCachedFormulaResultType() == CellType.NUMERIC;
            boolean same;
            if (value.getCellType() == CellType.NUMERIC && number) {
              same = Math.abs(value.getNumberValue() - cell.getNumericCellValue()) < 1e-9;
            } else {
              same =
                  !number && value.formatAsString().equals('"' + cell.getStringCellValue() + '"');
            }
            if (!same) {
              wrong.add(sheet.getSheetName() + "!" + cell + " gives " + value.formatAsString());
            }
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    return formulas;
  }

  @Override
  public void close() throws IOException {
    book.close();
  }
}
