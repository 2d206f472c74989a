package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was dropped into a hub that is being killed, and what must have become of it: each file
 * exactly once in the tables, in the archive and in an answer.
 */
final class Ledger {
  private final HubFolder hub;
  private final Map<String, String> hashes = new TreeMap<>();
  private final Map<String, Posted> documents = new TreeMap<>();
  private final Set<String> partial = new java.util.TreeSet<>();
  private final List<String> loadable = new ArrayList<>();

  Ledger(HubFolder hub) {
    this.hub = hub;
  }

  /** A document that must be there once, with as many lines and that total. */
  private record Posted(int lines, long centimesHt) {}

  int files() {
    return hashes.size();
  }

  void dropGood(String name, int documentsInFile, int lines) {
    List<InvoiceText.Document> all = new ArrayList<>();
    for (int i = 1; i <= documentsInFile; i++) {
      all.add(expected(name + "-" + i, lines));
    }
    String text = file(all.toArray(InvoiceText.Document[]::new));
    loadable.add(text);
    drop(name + ".csv", text);
  }

  /** One document that stands and one with a line that does not. */
  void dropWithRefusal(String name) {
    InvoiceText.Document refused = invoice(name + "-2", 2).with(1, "TVA %", "21");
    partial.add(name + ".csv");
    drop(name + ".csv", file(expected(name + "-1", 3), refused));
  }

  /** The bytes of a good file that was dropped before. */
  void dropAgain(String name, int which) {
    drop(name + ".csv", loadable.get(which));
  }

  private InvoiceText.Document expected(String number, int lines) {
    documents.put(number, new Posted(lines, InvoiceText.centimesHt(lines)));
    return invoice(number, lines);
  }

  private void drop(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(hashes.put(name, sha256(bytes))).isNull();
    hub.drop(name, bytes);
  }

  /** Waits for the answers to all files. */
  void awaitDrained(JdbcClient db) {
    await("all answers")
        .atMost(Duration.ofMinutes(10))
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(
            () ->
                assertThat(
                        count(db, "SELECT count(*) FROM submission WHERE acknowledged_at IS NULL")
                            + files()
                            - count(db, "SELECT count(*) FROM submission"))
                    .isZero());
  }

  /** Of files with so many documents each, all or none are in the tables. */
  void checkNothingIsHalfPosted(JdbcClient db, int documentsInFile) {
    assertThat(
            db.sql("SELECT count(*) FROM invoice GROUP BY submission_id")
                .query(Integer.class)
                .list())
        .allMatch(count -> count == documentsInFile);
  }

  /** Whether every file that was dropped so far has its answer. */
  boolean isAnswered(JdbcClient db) {
    return count(db, "SELECT count(*) FROM submission WHERE acknowledged_at IS NOT NULL")
        == files();
  }

  /** Everything once; nothing else. */
  void check(JdbcClient db) {
    assertThat(hub.files("inbox")).isEmpty();
    assertThat(hub.files("temporary")).isEmpty();
    checkSubmissions(db);
    checkArchive(db);
    checkAnswers(db);
    checkDocuments(db);
  }

  record Row(String name, String sha256, String status, String acknowledgement) {}

  private static List<Row> submissions(JdbcClient db) {
    return db.sql("SELECT original_name AS name, sha256, status, acknowledgement FROM submission")
        .query(Row.class)
        .list();
  }

  private void checkSubmissions(JdbcClient db) {
    Map<String, String> received = new TreeMap<>();
    Map<String, Integer> effects = new HashMap<>();
    for (Row row : submissions(db)) {
      assertThat(received.put(row.name(), row.sha256())).as("twice: %s", row.name()).isNull();
      assertThat(row.status())
          .as(row.name())
          .isIn(partial.contains(row.name()) ? Set.of("PARTIAL") : Set.of("POSTED", "DUPLICATE"));
      effects.merge(row.sha256(), row.status().equals("DUPLICATE") ? 0 : 1, Integer::sum);
    }
    assertThat(received).isEqualTo(hashes);
    assertThat(effects.values()).containsOnly(1);
  }

  record Content(String sha256, String path, long byteSize) {}

  private void checkArchive(JdbcClient db) {
    List<Content> contents =
        db.sql("SELECT sha256, path, byte_size FROM content").query(Content.class).list();
    assertThat(contents.stream().map(Content::sha256).collect(toSet()))
        .isEqualTo(Set.copyOf(hashes.values()));
    assertThat(contents).hasSameSizeAs(Set.copyOf(hashes.values()));
    assertThat(hub.files("archive"))
        .containsExactlyInAnyOrderElementsOf(contents.stream().map(Content::path).toList());
    assertThat(contents)
        .allSatisfy(
            content -> {
              byte[] bytes = hub.archived(content.path());
              assertThat(sha256(bytes)).isEqualTo(content.sha256());
              assertThat(bytes).hasSize((int) content.byteSize());
              assertThat(content.path()).contains(content.sha256());
            });
  }

  private void checkAnswers(JdbcClient db) {
    assertThat(hub.files("acknowledgements"))
        .containsExactlyInAnyOrderElementsOf(
            hashes.keySet().stream().map(name -> "invoices/" + name + ".ack.xlsx").toList());
    for (Row row : submissions(db)) {
      Acknowledgement answer =
          Acknowledgement.read(hub.home().resolve("acknowledgements/" + row.acknowledgement()));
      assertThat(answer.status()).as(row.name()).isEqualTo(row.status());
      assertThat(answer.value("Empreinte SHA-256")).isEqualTo(hashes.get(row.name()));
    }
    assertThat(count(db, "SELECT count(*) FROM notice WHERE sent_at IS NOT NULL"))
        .isEqualTo(files());
    assertThat(count(db, "SELECT count(*) FROM notice")).isEqualTo(files());
  }

  record Found(String invoiceNo, boolean isCurrent, int revision, int lines, long centimesHt) {}

  private void checkDocuments(JdbcClient db) {
    List<Found> found =
        db.sql(
                "SELECT invoice_no, is_current, revision, (comp_ht * 100)::bigint AS centimes_ht,"
                    + " (SELECT count(*) FROM invoice_line l WHERE l.invoice_id = i.invoice_id)"
                    + " AS lines FROM invoice i ORDER BY invoice_no")
            .query(Found.class)
            .list();
    List<Found> wanted = new ArrayList<>();
    documents.forEach((no, d) -> wanted.add(new Found(no, true, 1, d.lines(), d.centimesHt())));
    assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(
            count(
                db,
                "SELECT count(*) FROM invoice i WHERE comp_vat <>"
                    + " (SELECT sum(vat) FROM invoice_vat v WHERE v.invoice_id = i.invoice_id)"))
        .isZero();
  }

  private static int count(JdbcClient db, String sql) {
    return db.sql(sql).query(Integer.class).single();
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
