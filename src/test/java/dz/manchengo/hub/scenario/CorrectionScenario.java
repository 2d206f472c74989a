package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.HEADER;
import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What scenarios of the sheet to correct share: a file with mistakes, as CSV or as a workbook. */
abstract class CorrectionScenario extends InProcessHub {
  static final Charset WINDOWS = Charset.forName("windows-1252");
  static final int REFUSED_ROWS = 4;

  /** How the file came in the first place. */
  enum Original {
    CSV,
    XLSX;

    /** Rows above the header. */
    int titleRows() {
      return this == XLSX ? 3 : 0;
    }
  }

  static Acknowledgement dropWithMistakes(String key, Original original) throws IOException {
    InvoiceText.Document[] documents = {
      invoice(key + 1, 2),
      invoice(key + 2, 2).with(1, "TVA %", "21"),
      invoice(key + 3, 1).with(0, "Qté", "douze"),
      invoice(key + 4, 1).with(0, "Date facture", "31/02/2026")
    };
    String name = key + "octobre." + original.name().toLowerCase(Locale.ROOT);
    HUB.drop(
        name, original == Original.CSV ? file(documents).getBytes(WINDOWS) : workbook(documents));
    return HUB.awaitAcknowledgement(name);
  }

  /** A title, a note and an empty row above; real dates and numbers. */
  private static byte[] workbook(InvoiceText.Document... documents) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = book.createSheet("Octobre 2026");
      CellStyle date = book.createCellStyle();
      date.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
      sheet.createRow(0).createCell(0).setCellValue("Journal des ventes");
      sheet.createRow(1).createCell(0).setCellValue("Exporté le 31/10/2026");
      int next = Original.XLSX.titleRows();
      fill(sheet.createRow(next++), HEADER, date);
      for (InvoiceText.Document document : documents) {
        for (List<String> cells : document.rows()) {
          fill(sheet.createRow(next++), cells, date);
        }
      }
      book.write(out);
      return out.toByteArray();
    }
  }

  private static void fill(Row row, List<String> cells, CellStyle date) {
    for (int i = 0; i < cells.size(); i++) {
      String text = cells.get(i);
      Cell cell = row.createCell(i);
      if (text.equals("15/10/2026")) {
        cell.setCellValue(LocalDate.parse(text, DateTimeFormatter.ofPattern("dd/MM/yyyy")));
        cell.setCellStyle(date);
      } else if (text.matches("\\d+(,\\d+)?")) {
        cell.setCellValue(Double.parseDouble(text.replace(',', '.')));
      } else {
        cell.setCellValue(text);
      }
    }
  }
}
