package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** What was written is read as it was meant, in every format, packed or not. */
class WorkbookRoundTripTest {
  enum Format {
    XLSX,
    XLS,
    ODS,
    FODS;

    byte[] write(List<List<Cell>> table) throws IOException {
      return switch (this) {
        case XLSX -> excel(new XSSFWorkbook(), table);
        case XLS -> excel(new HSSFWorkbook(), table);
        case ODS -> OdsSamples.workbook(table);
        case FODS -> OdsSamples.flat(table);
      };
    }
  }

  enum Packing {
    NONE,
    GZIP,
    ZIP;

    byte[] pack(byte[] content) throws IOException {
      return switch (this) {
        case NONE -> content;
        case GZIP -> ReadingSamples.gzip(content);
        case ZIP -> ReadingSamples.zipOf(Map.of("ventes", content));
      };
    }
  }

  @Property(tries = 160)
  void readsBackWhatWasWritten(
      @ForAll Format format, @ForAll Packing packing, @ForAll("tables") List<List<Cell>> table)
      throws Exception {
    SourceFile file = ReadingSamples.read(packing.pack(format.write(table)));
    List<List<Cell>> read = new ArrayList<>();
    ReadingSamples.rows(file.sheets().get(0)).forEach(row -> read.add(row.cells()));
    assertThat(trimmed(read)).isEqualTo(trimmed(table));
  }

  private static byte[] excel(Workbook made, List<List<Cell>> table) throws IOException {
    try (Workbook workbook = made;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      Sheet sheet = workbook.createSheet("Ventes");
      CellStyle date = workbook.createCellStyle();
      date.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy hh:mm"));
      for (List<Cell> cells : table) {
        Row row = sheet.createRow(table.indexOf(cells));
        for (int i = 0; i < cells.size(); i++) {
          write(cells.get(i), row.createCell(i), date);
        }
      }
      workbook.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static void write(Cell cell, org.apache.poi.ss.usermodel.Cell into, CellStyle date) {
    if (cell instanceof Cell.Text text) {
      into.setCellValue(text.text());
    } else if (cell instanceof Cell.Numeric number) {
      into.setCellValue(number.value().doubleValue());
    } else if (cell instanceof Cell.Truth truth) {
      into.setCellValue(truth.value());
    } else if (cell instanceof Cell.Moment moment) {
      into.setCellValue(moment.value());
      into.setCellStyle(date);
    }
  }

  @Provide
  Arbitrary<List<List<Cell>>> tables() {
    Arbitrary<Cell> texts =
        Arbitraries.of(
                "é", "حليب", "😀", "<&>", "\"", "\n", " ", "x", "_x", "=1+1", "\u00A0", "12,5")
            .list()
            .ofMinSize(1)
            .ofMaxSize(5)
            .map(parts -> new Cell.Text("a" + String.join("", parts)));
    Arbitrary<Cell> numbers =
        Arbitraries.doubles()
            .between(-1e12, 1e12)
            .map(d -> new Cell.Numeric(fifteenDigits(BigDecimal.valueOf(d))));
    Arbitrary<Cell> moments =
        Arbitraries.longs()
            .between(86_400L * 61, 86_400L * 365 * 300)
            .map(s -> new Cell.Moment(LocalDateTime.of(1899, 12, 31, 0, 0).plusSeconds(s)));
    Arbitrary<Cell> truths = Arbitraries.of(true, false).map(Cell.Truth::new);
    Arbitrary<Cell> any =
        Arbitraries.oneOf(texts, numbers, moments, truths, Arbitraries.just(Cell.blank()));
    // each row its own number in front, so that no two are equal
    return any.list()
        .ofMaxSize(6)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .map(WorkbookRoundTripTest::numbered);
  }

  private static List<List<Cell>> numbered(List<List<Cell>> rows) {
    List<List<Cell>> numbered = new ArrayList<>();
    for (List<Cell> row : rows) {
      List<Cell> cells = new ArrayList<>(row);
      cells.add(0, new Cell.Numeric(BigDecimal.valueOf(numbered.size() + 1)));
      numbered.add(cells);
    }
    return numbered;
  }

  private static BigDecimal fifteenDigits(BigDecimal value) {
    BigDecimal rounded = value.round(new MathContext(15)).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  private static List<List<Cell>> trimmed(List<List<Cell>> table) {
    List<List<Cell>> trimmed = new ArrayList<>();
    for (List<Cell> row : table) {
      List<Cell> cells = new ArrayList<>(row);
      while (!cells.isEmpty() && cells.get(cells.size() - 1).isBlank()) {
        cells.remove(cells.size() - 1);
      }
      trimmed.add(cells);
    }
    return trimmed;
  }
}
