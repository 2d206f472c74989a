package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.backup.RestoreCommand;
import dz.manchengo.hub.platform.OwnServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A hub of its own, whose backups are made by programs that can do harm: one of what all other
 * tests have left takes its time.
 */
final class BackupHub implements AutoCloseable {
  private final HubFolder hub;
  private final FaultyTools tools;
  private final HubProcess process;
  private final JdbcClient db;
  private int days;

  record Made(String name, String status, String failure, String scratch) {}

  BackupHub(Path folder, String... settings) throws IOException {
    hub = new HubFolder(folder.toRealPath());
    tools = new FaultyTools(home().resolve("tools"));
    assumeThat(tools.areHere()).as("PostgreSQL's client programs are on this machine").isTrue();
    Stream<String> usual =
        Stream.of("-Dhub.backup.tools=" + tools.folder(), "-Dhub.jobs.poll=200ms");
    process =
        HubProcess.warm(hub, Stream.concat(usual, Stream.of(settings)).toArray(String[]::new))
            .awaitReady();
    db = process.database(hub);
  }

  @Override
  public void close() {
    process.close();
    hub.endServers();
  }

  Path home() {
    return hub.home();
  }

  FaultyTools tools() {
    return tools;
  }

  String output() {
    return process.output();
  }

  JdbcClient db() {
    return db;
  }

  /** Its database as another role sees it. */
  DataSource source(String user) {
    return source(user, "hub");
  }

  /** Another database of its server. */
  DataSource source(String user, String database) {
    String url = process.databaseUrl().replaceFirst("/hub$", "/" + database);
    return new DriverManagerDataSource(url + "?currentSchema=hub", user, hub.databasePassword());
  }

  Made backup() {
    run("backup-nightly");
    return db.sql(
            "SELECT name, status, coalesce(failure, '') AS failure, coalesce(scratch, '') AS scratch"
                + " FROM backup_run ORDER BY id DESC LIMIT 1")
        .query(Made.class)
        .single();
  }

  /** The last one that is proved. */
  String good() {
    return db.sql("SELECT name FROM backup_run WHERE status = 'VERIFIED' ORDER BY id DESC LIMIT 1")
        .query(String.class)
        .optional()
        .orElseGet(() -> backup().name());
  }

  /** How the run ended, and why. */
  String run(String job) {
    LocalDate day = LocalDate.of(2024, 1, 1).plusDays(days++);
    long id =
        db.sql(
                "INSERT INTO job_run (job, business_date, wanted_by)"
                    + " VALUES (:job, :day, 'test') RETURNING id")
            .param("job", job)
            .param("day", day)
            .query(Long.class)
            .single();
    await()
        .atMost(Duration.ofMinutes(2))
        .until(
            () ->
                db.sql("SELECT status FROM job_run WHERE id = :id")
                    .param("id", id)
                    .query(String.class)
                    .single(),
            status -> !List.of("WANTED", "RUNNING").contains(status));
    return db.sql("SELECT status || ' ' || coalesce(failure, '') FROM job_run WHERE id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  List<String> scratchDatabases() {
    return db.sql("SELECT datname FROM pg_database WHERE datname LIKE 'hub\\_verify\\_%'")
        .query(String.class)
        .list();
  }

  String restore(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--hub.home=" + home());
    all.add("--hub.backup.tools=" + tools.folder());
    all.add("--logging.threshold.console=INFO"); // hubs of other tests go on speaking
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    new RestoreCommand(BackupHub::noServer).run(all, Map.of(), out);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static OwnServer noServer(Object home, int port) {
    throw new IllegalStateException("the hub's own one runs");
  }
}
