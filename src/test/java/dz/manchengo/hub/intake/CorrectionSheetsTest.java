package dz.manchengo.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.FileReader;
import dz.manchengo.hub.documents.FileReader.ReadingHints;
import dz.manchengo.hub.documents.SourceFile;
import dz.manchengo.hub.documents.SourceSheet;
import dz.manchengo.hub.platform.Texts;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectionSheetsTest {
  private static final int ROWS_OF_SHEET = 4;

  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  Path folder;

  private final FileReader reader =
      new FileReader(FileReader.Limits.defaults(), Path.of(System.getProperty("java.io.tmpdir")));

  @Test
  void moreRowsThanASheetBearsGoOnOnTheNextOneWithTheSameHeader() throws Exception {
    try (SourceFile answer = reader.read(write(), "ack.xlsx", ReadingHints.NONE)) {
      assertThat(answer.sheets())
          .extracting(SourceSheet::name)
          .containsExactly("À corriger", "À corriger 2", "À corriger 3");
      List<String> numbers = new ArrayList<>();
      for (SourceSheet sheet : answer.sheets()) {
        assertThat(sheet.head().get(0).cell(0).text()).isEqualTo("N°");
        assertThat(sheet.head().get(0).cell(2).text()).isEqualTo("Hub : feuille");
        sheet.read(
            row -> {
              if (row.number() > 1) {
                numbers.add(row.cell(0).text() + " " + row.cell(3).text());
              }
              return true;
            });
      }
      assertThat(numbers)
          .isEqualTo(IntStream.rangeClosed(1, 10).mapToObj(i -> "F-" + i + " " + (i + 1)).toList());
    }
  }

  private Path write() throws Exception {
    Path workbook = folder.resolve("ack.xlsx");
    List<AcknowledgementWorkbook.SheetHeader> headers =
        List.of(new AcknowledgementWorkbook.SheetHeader("", List.of("N°", "Qté")));
    Evidence evidence = new AllRefused();
    try (SXSSFWorkbook book = new SXSSFWorkbook(10);
        OutputStream out = Files.newOutputStream(workbook)) {
      new CorrectionSheets(
              evidence,
              new KeptRows(evidence, headers),
              new AcknowledgementWorkbook.Detected(
                  Map.of(), headers, Map.of(), Map.of(), null, null, null, Map.of(), Map.of(),
                  Map.of()),
              new Texts(Locale.FRENCH),
              ROWS_OF_SHEET)
          .write(book, new SheetStyles(book));
      book.write(out);
    }
    return workbook;
  }

  /** Ten rows, from the second on. */
  private record AllRefused() implements Evidence {
    @Override
    public List<RuleCount> rules() {
      return List.of();
    }

    @Override
    public void findings(Consumer<Answer.Said> reader) {
      // none is asked for here
    }

    @Override
    public List<Answer.Said> ofFile() {
      return List.of();
    }

    @Override
    public List<Answer.Control> controls() {
      return List.of();
    }

    @Override
    public int refusedRows() {
      return 10;
    }

    @Override
    public Set<String> sheetsWithRefusals() {
      return Set.of("");
    }

    @Override
    public Stream<Reason> refused(String sheet) {
      return IntStream.rangeClosed(2, 11)
          .mapToObj(
              row ->
                  new Reason(
                      row,
                      "[\"F-%d\",\"x\"]".formatted(row - 1),
                      "Qté",
                      "FMT-002",
                      "x",
                      "",
                      "« x »",
                      1));
    }
  }
}
