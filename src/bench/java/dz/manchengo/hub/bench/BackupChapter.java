package dz.manchengo.hub.bench;

import static dz.manchengo.hub.bench.Bench.OUT;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * A backup that is proved (dump, sums, sealing, a folder, reading back, restoring, comparing), beside
 * the peer {@code pg_dump -Fd -j2} and {@code pg_restore -j2} of the same database; and what calls
 * of the API take meanwhile. Needs PostgreSQL's client programs.
 */
record BackupChapter(Path folder, int megabytes, int runs) {
  private static final int TABLES = 4;

  /** Measured, heap and both indexes. */
  private static final int BYTES_PER_ROW = 330;

  void run() throws Exception {
    try (HubJar hub = HubJar.start("512m")) {
      Database database = hub.database();
      fill(database);
      List<String> size =
          database.list("hub", "SELECT pg_size_pretty(pg_database_size(current_database()))");
      OUT.printf("database %s%n", size.get(0));
      for (int i = 0; i < runs; i++) {
        database.checkpoint();
        double peer = peer(hub, database);
        database.checkpoint();
        double proved = proved(hub);
        OUT.printf("peer %.1f s, hub %.1f s: %.2f (bar: 2)%n", peer, proved, proved / peer);
        OUT.printf("  %s%n", steps(database));
      }
      latency(hub);
    }
  }

  private void fill(Database database) throws Exception {
    long rows = megabytes * 1_000_000L / BYTES_PER_ROW / TABLES;
    for (int i = 1; i <= TABLES; i++) {
      database.run(
          "hub",
          """
          CREATE TABLE bench_%1$d AS SELECT g AS id, 'FA-' || lpad(g::text, 9, '0') AS no,
            date '2020-01-01' + (g %% 2000)::int AS day, (g * 7919 %% 1000003) / 100.0 AS amount,
            md5(g::text) AS hash, 'Client ' || g %% 5000 AS client, repeat(md5((g * 31)::text), 3) AS note,
            now() AS at FROM generate_series(1::bigint, %2$d) g
          """
              .formatted(i, rows),
          "ALTER TABLE bench_%d ADD PRIMARY KEY (id)".formatted(i),
          "CREATE INDEX ON bench_%d (no)".formatted(i));
    }
  }

  /** Plain PostgreSQL, which compares nothing. */
  private double peer(HubJar hub, Database database) throws Exception {
    Path dump = folder.resolve("peer");
    FileSystemUtils.deleteRecursively(dump);
    Run run =
        Run.of(
            hub,
            () -> {
              tool(database, "pg_dump", "-Fd", "-j2", "--file=" + dump, "hub");
              tool(database, "createdb", "--template=template0", "bench_peer");
              tool(database, "pg_restore", "-j2", "--exit-on-error", "--dbname=bench_peer", dump);
            });
    tool(database, "dropdb", "bench_peer");
    FileSystemUtils.deleteRecursively(dump);
    return run.seconds();
  }

  private static void tool(Database database, Object... line) throws IOException {
    List<String> command = Stream.of(line).map(String::valueOf).toList();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGHOST", "127.0.0.1");
    builder.environment().put("PGPORT", database.port());
    builder.environment().put("PGUSER", "postgres");
    builder.environment().put("PGPASSWORD", database.password());
    Process process = builder.start();
    List<String> said = process.inputReader().lines().toList();
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + ": " + String.join("\n", said));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static double proved(HubJar hub) throws Exception {
    List<String> said = hub.command("backup");
    List<String> row =
        hub.database()
            .list(
                "hub",
                "SELECT extract(epoch FROM ended_at - started_at) FROM backup_run"
                    + " WHERE status = 'VERIFIED' ORDER BY id DESC LIMIT 1");
    if (row.isEmpty()) {
      throw new IllegalStateException(String.join("\n", said));
    }
    return Double.parseDouble(row.get(0));
  }

  private static String steps(Database database) throws Exception {
    return database
        .list(
            "hub",
            "SELECT format('ms: dump and sums %s, seal %s, ship %s, fetch %s, restore %s, compare %s',"
                + " dump_ms, seal_ms, ship_ms, fetch_ms, restore_ms, compare_ms)"
                + " FROM backup_run ORDER BY id DESC LIMIT 1")
        .get(0);
  }

  /** Calls one after the other: without a backup, and beside one. */
  private static void latency(HubJar hub) throws Exception {
    ApiCalls calls = new ApiCalls(hub.url(), hub.key("bench", "invoices:read"));
    calls.during(() -> Thread.sleep(5_000)); // warms up
    ApiCalls.Times quiet = calls.during(() -> Thread.sleep(20_000));
    ApiCalls.Times beside = calls.during(() -> hub.command("backup"));
    OUT.printf("calls without %s, beside %s: %.2f at the median (bar: 2)%n",
        quiet, beside, beside.median() / quiet.median());
  }
}
