package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.documents.OutsideData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Public collections of broken, hostile and foreign files through one real hub of 512 MB, mixed
 * with good ones. One in thirty of them, where they lie beside the checkout; all of them with
 * {@code -Doutside.run=true}.
 */
class OutsideFilesIT {
  private static final String[] SETS = {
    "csv-torture",
    "excel-poi",
    "excel-other",
    "archives-bombs",
    "naughty-strings",
    "ubl-examples",
    "ubl-oasis-2.5",
    "peppol-testfiles",
    "en16931",
    "xrechnung-testsuite",
    "json-torture"
  };
  private static final int STEP = Boolean.getBoolean("outside.run") ? 1 : 30;
  private static final int GOOD_ONE_IN = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final String GOOD =
      """
      N° facture;Date facture;Code client;Nom client;Désignation;Quantité;Prix unitaire HT;Taux TVA
      %s;15/10/2026;C-1;Amel;Brie;2;10,50;19
      """;

  /** What no answer and no log holds: classes, traces, holes of sentences. */
  private static final Pattern INNARDS =
      Pattern.compile(
          "\\b[a-z]+\\.[a-z]+\\.[A-Za-z.]*Exception|\\n\\s+at [a-z]+\\.|java\\.(lang|io|util)\\."
              + "|\\{(reason|value|field|row|detail)\\}|\\breason\\.[a-z]");

  private static final Pattern FORMULA = Pattern.compile("<f[ >/]|<hyperlink|<externalLink");

  @Test
  void eachIsAnsweredAndNobodyIsHeldUp(@TempDir Path folder) throws IOException {
    List<Path> files = OutsideData.files(SETS);
    HubFolder hub = new HubFolder(folder.toRealPath());
    try (HubProcess process = HubProcess.warm(hub).awaitReady()) {
      List<String> good = new ArrayList<>();
      int dropped = dropAll(hub, files, good);
      JdbcClient db = process.database(hub);
      await("answers to %d files".formatted(dropped))
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> count(db, "acknowledged_at IS NOT NULL") == dropped);

      assertThat(count(db, "status NOT IN ('POSTED', 'PARTIAL', 'REJECTED', 'DUPLICATE')"))
          .isZero();
      assertThat(count(db, "status = 'POSTED' AND original_name LIKE 'bon-%'"))
          .isEqualTo(good.size());
      assertThat(sentences(db)).noneMatch(sentence -> INNARDS.matcher(sentence).find());
      assertThat(process.output()).doesNotContain(" ERROR ").doesNotContain("OutOfMemory");
      assertThat(hub.files("acknowledgements")).hasSize(dropped);
      try (Stream<Path> answers = Files.walk(folder.resolve("acknowledgements"))) {
        for (Path answer : answers.filter(Files::isRegularFile).toList()) {
          assertHarmless(answer);
        }
      }
      assertThat(hub.files("temporary")).isEmpty();
    }
  }

  private static int dropAll(HubFolder hub, List<Path> files, List<String> good)
      throws IOException {
    int dropped = 0;
    for (int i = 0; i < files.size(); i += STEP) {
      String name = "%04d-%s".formatted(i, files.get(i).getFileName());
      String to = name.contains("rder") ? "orders" : (i % 7 == 0 ? "" : "invoices");
      hub.drop(to, name, Files.readAllBytes(files.get(i)));
      if (dropped++ % GOOD_ONE_IN == 0) {
        String number = "bon-" + i;
        good.add(number);
        hub.drop(
            "invoices", number + ".csv", GOOD.formatted(number).getBytes(StandardCharsets.UTF_8));
      }
    }
    return dropped + good.size();
  }

  private static int count(JdbcClient db, String where) {
    return db.sql("SELECT count(*) FROM submission WHERE " + where).query(Integer.class).single();
  }

  private static List<String> sentences(JdbcClient db) {
    return db.sql("SELECT message FROM finding").query(String.class).list();
  }

  /** No formula, no link, and nothing of our insides, in any sheet. */
  private static void assertHarmless(Path answer) throws IOException {
    try (ZipFile workbook = new ZipFile(answer.toFile())) {
      for (Enumeration<? extends ZipEntry> all = workbook.entries(); all.hasMoreElements(); ) {
        ZipEntry part = all.nextElement();
        if (part.getName().startsWith("xl/") && part.getName().endsWith(".xml")) {
          try (InputStream in = workbook.getInputStream(part)) {
            String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(FORMULA.matcher(xml).find()).as("%s %s", answer, part).isFalse();
            assertThat(INNARDS.matcher(xml).find()).as("%s %s", answer, part).isFalse();
          }
        }
      }
    }
  }
}
