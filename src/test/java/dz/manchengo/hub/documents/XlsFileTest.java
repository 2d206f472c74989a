package dz.manchengo.hub.documents;

import static dz.manchengo.hub.documents.BiffSamples.at;
import static dz.manchengo.hub.documents.BiffSamples.real;
import static dz.manchengo.hub.documents.BiffSamples.u16;
import static dz.manchengo.hub.documents.BiffSamples.wide;
import static dz.manchengo.hub.documents.ReadingSamples.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.FileReader.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;

class XlsFileTest {
  private static final String DAMAGED =
      "FIL-001 Fichier illisible : le classeur est abîmé ou incomplet";

  private interface Filling {
    void fill(HSSFWorkbook book, HSSFSheet sheet);
  }

  private static byte[] workbook(Filling filling) throws IOException {
    try (HSSFWorkbook book = new HSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      filling.fill(book, book.createSheet("Ventes"));
      book.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static List<Cell> row(byte[] content) throws UnreadableFile {
    return ReadingSamples.rows(ReadingSamples.read(content).sheets().get(0)).get(0).cells();
  }

  /** One worksheet with those records. */
  private static BiffSamples biff8() {
    return new BiffSamples(BiffSamples.BIFF8).sheet("A").end().begin(0x10);
  }

  @Test
  void readsEveryKindOfCell() throws Exception {
    byte[] content =
        workbook(
            (book, sheet) -> {
              var row = sheet.createRow(0);
              row.createCell(0).setCellValue("000123");
              row.createCell(1).setCellValue(0.1 + 0.2);
              row.createCell(2).setCellValue(true);
              row.createCell(3).setCellErrorValue(FormulaError.NA);
              row.createCell(4).setCellValue(0.055);
              var percent = book.createCellStyle();
              percent.setDataFormat(book.createDataFormat().getFormat("0.0%"));
              row.getCell(4).setCellStyle(percent);
              row.createCell(5).setCellFormula("\"a\"&\"b\"");
              row.createCell(6).setCellFormula("1/0");
              row.createCell(7).setCellFormula("2*3.5");
              row.createCell(8).setCellFormula("1=1");
              row.createCell(9).setCellValue(123456789012345.0);
              book.getCreationHelper().createFormulaEvaluator().evaluateAll();
              row.createCell(10).setCellFormula("A1");
            });
    assertThat(row(content))
        .containsExactly(
            new Cell.Text("000123"),
            new Cell.Numeric(new BigDecimal("0.3")),
            new Cell.Truth(true),
            new Cell.Fault("#N/A"),
            new Cell.Percent(new BigDecimal("5.5")),
            new Cell.Text("ab"),
            new Cell.Fault("#DIV/0!"),
            new Cell.Numeric(new BigDecimal("7")),
            new Cell.Truth(true),
            new Cell.Numeric(new BigDecimal("123456789012345")),
            new Cell.Uncalculated("K1"));
  }

  @Test
  void daysAreCountedFromWhereTheWorkbookSays() throws Exception {
    byte[] content =
        workbook(
            (book, sheet) -> {
              var date = book.createCellStyle();
              date.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
              var cell = sheet.createRow(0).createCell(0);
              cell.setCellValue(1);
              cell.setCellStyle(date);
            });
    assertThat(row(content)).containsExactly(new Cell.Moment(LocalDateTime.of(1900, 1, 1, 0, 0)));
    assertThat(
            row(
                replaced(
                    content, new byte[] {0x22, 0, 2, 0, 0, 0}, new byte[] {0x22, 0, 2, 0, 1, 0})))
        .containsExactly(new Cell.Moment(LocalDateTime.of(1904, 1, 2, 0, 0)));
  }

  private static byte[] replaced(byte[] content, byte[] what, byte[] with) {
    Charset bytes = java.nio.charset.StandardCharsets.ISO_8859_1;
    return new String(content, bytes)
        .replace(new String(what, bytes), new String(with, bytes))
        .getBytes(bytes);
  }

  @Test
  void hiddenPlacesAreReadAndTold() throws Exception {
    byte[] content =
        workbook(
            (book, sheet) -> {
              for (int i = 0; i < 3; i++) {
                sheet.createRow(i).createCell(0).setCellValue(i + 1);
                sheet.getRow(i).createCell(1).setCellValue(i + 1);
              }
              sheet.getRow(1).setZeroHeight(true);
              sheet.setColumnHidden(1, true);
              book.createSheet("Tarifs").createRow(0).createCell(0).setCellValue("x");
              book.setSheetHidden(1, true);
            });
    try (SourceFile file = ReadingSamples.read(content)) {
      assertThat(file.sheets()).extracting(SourceSheet::name).containsExactly("Ventes", "Tarifs");
      assertThat(file.findings())
          .singleElement()
          .satisfies(
              f ->
                  assertThat(f.params().get("detail")).isEqualTo("Tarifs, Ventes!2:2, Ventes!B:B"));
    }
  }

  @Test
  void theValueOfAMergedRangeBelongsToEveryCell() throws Exception {
    byte[] content =
        workbook(
            (book, sheet) -> {
              sheet.createRow(0).createCell(0).setCellValue("F-1");
              sheet.createRow(1).createCell(2).setCellValue("x");
              sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 1));
            });
    assertThat(ReadingSamples.texts(ReadingSamples.read(content)))
        .isEqualTo(List.of(List.of("F-1", "F-1"), List.of("F-1", "F-1", "x")));
  }

  @Test
  void saysThatAWorkbookHasAPassword() throws Exception {
    byte[] content;
    try {
      Biff8EncryptionKey.setCurrentUserPassword("secret");
      content = workbook((book, sheet) -> sheet.createRow(0).createCell(0).setCellValue(1));
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    assertThat(refusal(content)).startsWith("FIL-001 Fichier illisible : protégé par mot de passe");
  }

  /** Excel says it in a record of its own where it keeps a project without any macro. */
  @Test
  void refusesMacrosButNoProjectWithoutThem() throws Exception {
    BiffSamples macros = new BiffSamples(BiffSamples.BIFF8).record(0xD3).end();
    assertThat(refusal(macros.bytes())).startsWith("FIL-010").contains("macros");

    BiffSamples none =
        new BiffSamples(BiffSamples.BIFF8).record(0xD3).record(0x1BD).sheet("A").end();
    none.begin(0x10).record(0x203, at(1, 1), real(5)).end();
    assertThat(row(none.bytes())).containsExactly(new Cell.Numeric(new BigDecimal("5")));
  }

  @Test
  void readsWorkbooksOfExcel5InTheirCodePage() throws Exception {
    byte[] arabic = "حليب".getBytes(Charset.forName("windows-1256"));
    BiffSamples biff5 =
        new BiffSamples(BiffSamples.BIFF5).record(0x42, u16(1256)).sheet("A").end().begin(0x10);
    biff5.record(0x204, at(1, 1), u16(arabic.length), arabic);
    biff5.record(0x203, at(1, 2), real(12.5)).end();
    assertThat(row(biff5.bytes()))
        .containsExactly(new Cell.Text("حليب"), new Cell.Numeric(new BigDecimal("12.5")));
  }

  /** A shared text may go on in the next record, and change its width there. */
  @Test
  void readsTextsOverSeveralRecords() throws Exception {
    BiffSamples book = new BiffSamples(BiffSamples.BIFF8).sheet("A");
    book.record(0xFC, new byte[] {1, 0, 0, 0, 2, 0, 0, 0}, u16(5), new byte[] {0, 'L', 'a'});
    book.record(0x3C, new byte[] {1}, wide("itح"), u16(1), new byte[] {0, 'x'});
    book.end().begin(0x10);
    book.record(0xFD, at(1, 1), new byte[4]);
    book.record(0xFD, at(1, 2), new byte[] {1, 0, 0, 0}).end();
    assertThat(row(book.bytes())).containsExactly(new Cell.Text("Laitح"), new Cell.Text("x"));
  }

  @Test
  void compressedNumbersAreDecimals() throws Exception {
    int hundredths = 123_456 << 2 | 3;
    byte[] rk =
        java.nio.ByteBuffer.allocate(4)
            .order(java.nio.ByteOrder.LITTLE_ENDIAN)
            .putInt(hundredths)
            .array();
    byte[] content = biff8().record(0xBD, at(1, 1), rk, u16(0), rk, u16(1)).end().bytes();
    Cell number = new Cell.Numeric(new BigDecimal("1234.56"));
    assertThat(row(content)).containsExactly(number, number);
  }

  @Test
  void refusesEveryTruncation() throws Exception {
    byte[] whole =
        biff8()
            .record(0x203, at(1, 1), real(1))
            .record(0x204, at(2, 1), u16(2), new byte[] {0, 'a', 'b'})
            .end()
            .bytes();
    assertThat(ReadingSamples.texts(ReadingSamples.read(whole))).hasSize(2);
    for (int length = 8; length < whole.length; length++) {
      assertThat(refusal(Arrays.copyOf(whole, length))).as("%d bytes", length).isEqualTo(DAMAGED);
    }
  }

  @Test
  void changedBytesAreReadOrRefused() throws Exception {
    byte[] whole =
        workbook(
            (book, sheet) -> {
              for (int i = 0; i < 50; i++) {
                sheet.createRow(i).createCell(i % 5).setCellValue("article " + i);
                sheet.getRow(i).createCell(7).setCellValue(i * 1.25);
              }
            });
    Random random = new Random(5);
    for (int i = 0; i < 300; i++) {
      byte[] changed = whole.clone();
      for (int n = 0; n < 4; n++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      assertThat(refusal(changed)).matches("(?s)(read: |FIL-0).*");
    }
  }

  @Test
  void limitsHoldForOldWorkbooksToo() throws Exception {
    byte[] rows = workbook((book, sheet) -> sheet.createRow(60_000).createCell(0).setCellValue(1));
    assertThat(refusal(rows, Limits.defaults().with(1 << 20, 1_000, 100))).startsWith("FIL-011");
    byte[] columns = workbook((book, sheet) -> sheet.createRow(0).createCell(250).setCellValue(1));
    assertThat(refusal(columns)).startsWith("FIL-011").contains("colonnes = 251 (max 200)");
    byte[] lying =
        new BiffSamples(BiffSamples.BIFF8)
            .record(0xFC, new byte[] {-1, -1, -1, 127, -1, -1, -1, 127})
            .bytes();
    assertThat(refusal(lying)).isEqualTo(DAMAGED);
  }
}
