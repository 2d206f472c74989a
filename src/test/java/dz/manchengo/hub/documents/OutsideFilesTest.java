package dz.manchengo.hub.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.FileReader.Limits;
import dz.manchengo.hub.documents.FileReader.ReadingHints;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Public collections of broken and hostile files, where they lie beside the checkout. */
class OutsideFilesTest {
  private static final String[] SETS = {
    "csv-torture", "excel-poi", "excel-other", "archives-bombs", "naughty-strings"
  };

  private final FileReader reader =
      new FileReader(Limits.defaults(), Path.of(System.getProperty("java.io.tmpdir")));

  @Test
  void eachFileIsReadOrRefused(TestReporter reporter) throws Exception {
    Map<String, Integer> outcomes = new TreeMap<>();
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try {
      for (Path file : OutsideData.files(SETS)) {
        // a net against hanging, not a measurement
        String outcome = worker.submit(() -> outcome(file)).get(60, TimeUnit.SECONDS);
        outcomes.merge(outcome, 1, Integer::sum);
      }
    } finally {
      worker.shutdownNow();
    }
    outcomes.forEach((outcome, files) -> reporter.publishEntry(outcome, String.valueOf(files)));
    assertThat(outcomes.keySet())
        .contains("read CSV", "read XLSX", "read XLS", "read ODS", "FIL-001", "FIL-010");
  }

  private String outcome(Path file) throws IOException {
    try {
      String name = String.valueOf(file.getFileName());
      try (SourceFile read = reader.read(file, name, ReadingHints.NONE)) {
        for (SourceSheet sheet : read.sheets()) {
          sheet.read(row -> true);
        }
        return "read " + read.format();
      }
    } catch (UnreadableFile e) {
      return e.finding().rule();
    }
  }
}
