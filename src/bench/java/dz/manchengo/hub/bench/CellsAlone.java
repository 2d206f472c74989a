package dz.manchengo.hub.bench;

import dz.manchengo.hub.documents.FileReader;
import dz.manchengo.hub.documents.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/** The cells of a workbook's first sheet as text, by the streaming readers that there are. */
final class CellsAlone {
  private CellsAlone() {}

  /** By fastexcel-reader, the fastest one; how many cells there are. */
  static long fastexcel(Path file) throws IOException {
    AtomicLong cells = new AtomicLong();
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in);
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      rows.forEach(row -> row.forEach(cell -> cells.addAndGet(cell == null ? 0 : 1)));
    }
    return cells.get();
  }

  /** By the hub's own reader, its checks of the archive included; {@code folder} takes its spool. */
  static long hub(Path file, Path folder) throws Exception {
    AtomicLong cells = new AtomicLong();
    FileReader reader = new FileReader(FileReader.Limits.defaults(), folder);
    try (SourceFile read = reader.read(file, file.toString(), FileReader.ReadingHints.NONE)) {
      read.sheets()
          .get(0)
          .read(
              row -> {
                cells.addAndGet(row.cells().size());
                return true;
              });
    }
    return cells.get();
  }

  /** By POI's event reader. */
  static long poi(Path file) throws Exception {
    AtomicLong cells = new AtomicLong();
    try (OPCPackage pack = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      XSSFReader reader = new XSSFReader(pack);
      XMLReader xml = XMLHelper.newXMLReader();
      xml.setContentHandler(
          new XSSFSheetXMLHandler(
              reader.getStylesTable(),
              new ReadOnlySharedStringsTable(pack),
              new Counter(cells),
              false));
      try (InputStream sheet = reader.getSheetsData().next()) {
        xml.parse(new InputSource(sheet));
      }
    }
    return cells.get();
  }

  private record Counter(AtomicLong cells) implements XSSFSheetXMLHandler.SheetContentsHandler {
    @Override
    public void startRow(int row) {}

    @Override
    public void endRow(int row) {}

    @Override
    public void cell(
        @Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
      cells.incrementAndGet();
    }
  }
}
