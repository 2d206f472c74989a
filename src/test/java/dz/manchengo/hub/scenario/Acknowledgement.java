package dz.manchengo.hub.scenario;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** An acknowledgement workbook as its receiver opens it. */
record Acknowledgement(XSSFWorkbook book) {
  static final String CORRECT = "À corriger";
  static final List<String> HUB_COLUMNS =
      List.of(
          "Hub : feuille",
          "Hub : ligne",
          "Hub : colonne",
          "Hub : valeur reçue",
          "Hub : attendu",
          "Hub : motif",
          "Hub : règle");

  static Acknowledgement read(Path file) {
    try {
      return read(new ByteArrayInputStream(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new AssertionError("no workbook: " + file, e);
    }
  }

  static Acknowledgement read(InputStream bytes) throws IOException {
    return new Acknowledgement(new XSSFWorkbook(bytes));
  }

  /** What happened, in one or two sentences. */
  String sentence() {
    return text(summary().getRow(1), 0);
  }

  /** The contract's word, which stands behind the French one. */
  String status() {
    return value("État").replaceFirst(".* \\((\\w+)\\)$", "$1");
  }

  /** The value beside a label of the summary. */
  String value(String label) {
    for (Row row : summary()) {
      if (text(row, 0).equals(label)) {
        return text(row, 1);
      }
    }
    throw new AssertionError("no label " + label);
  }

  /** The number beside a label of the summary. */
  double figure(String label) {
    for (Row row : summary()) {
      if (text(row, 0).equals(label)) {
        return row.getCell(1).getNumericCellValue();
      }
    }
    throw new AssertionError("no label " + label);
  }

  int count(String label) {
    return (int) figure(label);
  }

  Sheet correction() {
    return book.getSheet(CORRECT);
  }

  /** A sheet's cells as they are shown, row by row. */
  List<List<String>> cells(String sheet) {
    List<List<String>> rows = new ArrayList<>();
    for (Row row : book.getSheet(sheet)) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.getLastCellNum(); i++) {
        cells.add(text(row, i));
      }
      rows.add(cells);
    }
    return rows;
  }

  /** The workbook as it is now, saved. */
  byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    book.write(out);
    return out.toByteArray();
  }

  private Sheet summary() {
    return book.getSheetAt(0);
  }

  private static String text(Row row, int column) {
    return new DataFormatter().formatCellValue(row.getCell(column));
  }
}
