package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Twenty days of a real wholesaler against sums made from the raw files by plain arithmetic. */
class OnlineRetailIT extends InProcessHub {
  private static final Path DATA = Path.of("..", "shared", "data", "uci-online-retail");

  /** One invoice as its raw lines give it. */
  private static final class Expected {
    final String number;
    int lines;
    BigDecimal quantity = BigDecimal.ZERO;
    BigDecimal amount = BigDecimal.ZERO;
    boolean hasPositive;
    boolean hasNegative;

    Expected(String number) {
      this.number = number;
    }

    void add(BigDecimal qty, BigDecimal price) {
      lines++;
      quantity = quantity.add(qty);
      amount = amount.add(qty.multiply(price).setScale(2, RoundingMode.HALF_UP));
      hasPositive |= qty.signum() > 0;
      hasNegative |= qty.signum() < 0;
    }

    /** INV-007: an invoice has no negative lines; write-offs at price zero credit nothing. */
    boolean isRefused() {
      return !number.startsWith("C") && hasNegative && !isDisguised();
    }

    /** INV-027: negative throughout, without saying that it is a credit note. */
    boolean isDisguised() {
      return !number.startsWith("C") && !hasPositive && amount.signum() < 0;
    }

    Posted posted() {
      boolean credit = number.startsWith("C") || isDisguised();
      return new Posted(
          number, credit ? "CREDIT_NOTE" : "INVOICE", lines, quantity.abs(), amount.abs());
    }
  }

  record Posted(String number, String kind, int lines, BigDecimal quantity, BigDecimal amount) {
    String text() {
      return "%s %s %d %s %s"
          .formatted(
              number,
              kind,
              lines,
              quantity.stripTrailingZeros().toPlainString(),
              amount.setScale(2, RoundingMode.UNNECESSARY));
    }
  }

  @Test
  void everyLineIsPostedOrRefusedAndEverySumIsTheRawFiles() throws IOException {
    assumeTrue(Files.isDirectory(DATA), "the public data set is not here");
    Map<String, Expected> expected = new TreeMap<>();
    List<String> files = new ArrayList<>();
    int lines = 0;
    for (Path file : csvFiles()) {
      lines += read(file, expected);
      files.add(String.valueOf(file.getFileName()));
      HUB.drop(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    }
    assertThat(files).hasSize(20);
    int read = 0;
    int refused = 0;
    for (String file : files) {
      Acknowledgement answer = HUB.awaitAcknowledgement(file);
      assertThat(answer.value("Flux")).isEqualTo("online-retail.invoices");
      assertThat(answer.count("Lignes lues"))
          .isEqualTo(answer.count("Lignes comptabilisées") + answer.count("Lignes refusées"));
      read += answer.count("Lignes lues");
      refused += answer.count("Lignes refusées");
    }
    assertThat(read).isEqualTo(lines).isEqualTo(42_481);
    assertThat(refused)
        .isEqualTo(
            expected.values().stream().filter(Expected::isRefused).mapToInt(e -> e.lines).sum());
    assertThat(posted().stream().map(Posted::text))
        .containsExactlyElementsOf(
            expected.values().stream()
                .filter(e -> !e.isRefused())
                .map(e -> e.posted().text())
                .toList());
    assertThat(found("INV-027"))
        .containsExactlyElementsOf(
            expected.values().stream().filter(Expected::isDisguised).map(e -> e.number).toList());
    assertThat(found("INV-007"))
        .containsExactlyElementsOf(
            expected.values().stream().filter(Expected::isRefused).map(e -> e.number).toList());
    assertThat(
            number(
                "SELECT count(*) FROM refused_row r JOIN submission s ON s.id = r.submission_id"
                    + " WHERE s.original_name LIKE '2010-12-%' AND NOT EXISTS"
                    + " (SELECT 1 FROM finding f WHERE f.submission_id = s.id"
                    + " AND f.document = r.document AND f.severity LIKE 'REJECT%')"))
        .isZero();
    assertThat(
            amount(
                "SELECT sum(total_ht) FROM submission WHERE feed = 'online-retail.invoices'"
                    + " AND original_name LIKE '2010-12-%'"))
        .isEqualByComparingTo(
            expected.values().stream()
                .filter(e -> !e.isRefused())
                .map(e -> e.amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static List<Path> csvFiles() throws IOException {
    try (Stream<Path> files = Files.walk(DATA)) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
  }

  private static int read(Path file, Map<String, Expected> expected) throws IOException {
    int lines = 0;
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        expected
            .computeIfAbsent(row.getField("InvoiceNo"), Expected::new)
            .add(
                new BigDecimal(row.getField("Quantity")),
                new BigDecimal(row.getField("UnitPrice")));
        lines++;
      }
    }
    return lines;
  }

  private List<Posted> posted() {
    return db.sql(
            "SELECT invoice_no AS number, kind, count(*) AS lines, sum(qty) AS quantity,"
                + " sum(line_ht) AS amount FROM invoice JOIN invoice_line USING (invoice_id)"
                + " JOIN submission s ON s.id = invoice.submission_id"
                + " WHERE s.original_name LIKE '2010-12-%' AND is_current"
                + " GROUP BY 1, 2 ORDER BY invoice_no COLLATE \"C\"")
        .query(Posted.class)
        .list();
  }

  private List<String> found(String rule) {
    return db.sql(
            "SELECT DISTINCT document COLLATE \"C\" AS document FROM finding"
                + " JOIN submission s ON s.id = submission_id"
                + " WHERE rule_code = :rule AND s.original_name LIKE '2010-12-%' ORDER BY 1")
        .param("rule", rule)
        .query(String.class)
        .list();
  }
}
