package dz.manchengo.hub.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** The same orders as a workbook of one sheet and ten columns. */
final class OrderWorkbook {
  private OrderWorkbook() {}

  static Path write(Path file, String prefix, long seed, int lines) throws IOException {
    Orders orders = new Orders(prefix, seed);
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(100);
        OutputStream out = Files.newOutputStream(file)) {
      CellStyle day = workbook.createCellStyle();
      day.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
      SXSSFSheet sheet = workbook.createSheet("Commandes");
      texts(sheet.createRow(0), 0, OrderLine.HEADER.split(";", -1));
      for (int row = 1; row <= lines; ) {
        for (OrderLine line : orders.next()) {
          write(sheet.createRow(row++), line, day);
        }
      }
      workbook.write(out);
    }
    return file;
  }

  private static void write(Row row, OrderLine line, CellStyle day) {
    texts(row, 0, line.number());
    row.createCell(1).setCellValue(line.date());
    row.getCell(1).setCellStyle(day);
    texts(row, 2, line.customer(), line.customerName(), line.product(), line.description());
    row.createCell(6).setCellValue(line.quantity().doubleValue());
    texts(row, 7, line.unit());
    row.createCell(8).setCellValue(line.price().doubleValue());
    row.createCell(9).setCellValue(line.vatRate());
  }

  private static void texts(Row row, int first, String... texts) {
    for (int i = 0; i < texts.length; i++) {
      row.createCell(first + i).setCellValue(texts[i]);
    }
  }
}
