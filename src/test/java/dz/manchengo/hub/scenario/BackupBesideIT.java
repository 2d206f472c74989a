package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.scenario.BackupHub.Made;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Backups while others are at the same database, or at its clocks and roles. */
class BackupBesideIT extends BackupScenario {
  @AfterEach
  void noHarm() throws IOException {
    hub.tools().letGo();
    Files.deleteIfExists(backups().resolve("hub-later.json"));
    db.sql("DROP TABLE IF EXISTS backup_harm, a_backup_first").update();
  }

  /** Of two hubs at the same minute one makes it; the other one says so. */
  @Test
  void oneIsMadeAtATime() throws SQLException {
    hub.good();
    try (Connection other = source().getConnection();
        Statement sql = other.createStatement()) {
      sql.execute("SELECT pg_advisory_lock(" + 0x4855_4242_4143_4B31L + ")");
      assertThat(hub.run("backup-nightly"))
          .isEqualTo("FAILED une autre sauvegarde de cette base est en cours");
    }
    assertThat(hub.backup().status()).isEqualTo("VERIFIED");
  }

  /** What is altered between the snapshot and the dump is in neither of them whole. */
  @Test
  void aTableThatIsAlteredMeanwhileProvesNothing() throws Exception {
    hub.good();
    db.sql("CREATE TABLE a_backup_first (n integer)").update();
    db.sql("CREATE TABLE backup_harm AS SELECT 1 AS n").update();
    hub.tools().harm("ddl");
    CompletableFuture<Made> made;
    try (Connection first = source().getConnection();
        Statement sql = first.createStatement()) {
      first.setAutoCommit(false);
      sql.execute("LOCK TABLE hub.a_backup_first"); // nobody reads on, until the table is altered
      made = CompletableFuture.supplyAsync(hub::backup);
      await().atMost(Duration.ofSeconds(30)).until(hub.tools()::isThere);
      first.rollback();
    }
    assertThat(made.get()).extracting(Made::status).isEqualTo("FAILED");
    assertThat(made.get().failure())
        .startsWith("la base a été modifiée pendant la sauvegarde")
        .contains("column hub.backup_harm.late integer");
    assertThat(hub.scratchDatabases()).isEmpty();
  }

  /** PostgreSQL shows a table that was written anew as empty to whoever looks from before. */
  @Test
  void aTableThatIsWrittenAnewMeanwhileProvesNothing() throws Exception {
    hub.good();
    db.sql("CREATE TABLE backup_harm AS SELECT 1 AS n").update();
    CompletableFuture<Made> made;
    try (Connection other = source().getConnection();
        Statement sql = other.createStatement()) {
      other.setAutoCommit(false);
      sql.execute("ALTER TABLE hub.backup_harm ALTER n TYPE bigint USING n + 1::bigint");
      made = CompletableFuture.supplyAsync(hub::backup);
      await() // the snapshot is taken, and waits for the table
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  db.sql("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation IS NOT NULL")
                      .query(Integer.class)
                      .single(),
              waiting -> waiting > 0);
      other.commit();
    }
    assertThat(made.get()).extracting(Made::status).isEqualTo("FAILED");
    assertThat(made.get().failure()).startsWith("la table hub.backup_harm a été réécrite");
    assertThat(hub.backup().status()).isEqualTo("VERIFIED");
  }

  /** What was dropped may be missed: the new one is proved, and the former ones stay. */
  @Test
  void aFileThatIsMuchSmallerThanUsualTakesNothingFromTheOthers() throws IOException {
    db.sql("UPDATE backup_run SET bytes = 900000000 WHERE status = 'VERIFIED'").update();
    String good = hub.good();
    db.sql("UPDATE backup_run SET bytes = 900000000 WHERE status = 'VERIFIED'").update();
    Made made = hub.backup();

    assertThat(made).extracting(Made::status, Made::failure).containsExactly("VERIFIED", "");
    assertThat(backups().resolve(good + ".tar.age")).exists();
    assertThat(hub.output()).contains("aucune ancienne sauvegarde n'a été supprimée");
    db.sql("UPDATE backup_run SET bytes = 100000 WHERE status = 'VERIFIED'").update();
  }

  /** Flyway's own lock, held by Flyway. */
  @Test
  void anUpgradeThatRunsIsWaitedFor() throws Exception {
    hub.good();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Path upgrades = Files.createDirectories(folder.resolve("upgrades"));
    Files.writeString(upgrades.resolve("V1__one.sql"), "SELECT 1");
    Flyway other =
        Flyway.configure()
            .dataSource(source())
            .schemas("backup_upgrade")
            .createSchemas(true)
            .locations("filesystem:" + upgrades)
            .callbacks(new Held(begun, end))
            .load();
    CompletableFuture<?> upgrade = CompletableFuture.runAsync(other::migrate);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> begun.getCount() == 0 || upgrade.isCompletedExceptionally());
    assertThat(hub.backup())
        .extracting(Made::status, Made::failure)
        .containsExactly(
            "FAILED",
            "une mise à jour de la base est en cours (Flyway) ; recommencer quand elle est finie");
    end.countDown();
    upgrade.get();
    db.sql("DROP SCHEMA backup_upgrade CASCADE").update();
    assertThat(hub.backup().status()).isEqualTo("VERIFIED");
  }

  private static final class Held extends BaseCallback {
    private final CountDownLatch begun;
    private final CountDownLatch end;

    Held(CountDownLatch begun, CountDownLatch end) {
      this.begun = begun;
      this.end = end;
    }

    @Override
    public boolean supports(Event event, Context context) {
      return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
      begun.countDown();
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** An hour back: what was made before is of later than now. */
  @Test
  void aClockThatWentBackIsTold() throws IOException {
    String good = hub.good();
    Path manifest = backups().resolve(good + ".json");
    String later = Instant.now().plus(Duration.ofHours(1)).toString();
    Path of = backups().resolve("hub-later.json");
    Files.writeString(
        of,
        Files.readString(manifest)
            .replaceFirst("snapshotAt\" : \"[^\"]+", "snapshotAt\" : \"" + later)
            .replace(good, "hub-later"));
    Made made = hub.backup();

    assertThat(made.status()).isEqualTo("FAILED");
    assertThat(made.failure())
        .startsWith("la sauvegarde hub-later de " + backups() + " est du ")
        .contains("plus tard que maintenant");
    await().atMost(Duration.ofSeconds(30)).until(() -> incidents().contains("hub-later"));
    Files.delete(of);
    assertThat(hub.backup().status()).isEqualTo("VERIFIED");
  }

  /** pg_dump and the sums refuse to read what they would not see all of. */
  @Test
  void aRoleThatDoesNotSeeAllRowsProvesNothing(@TempDir Path home) throws IOException {
    try (BackupHub limited =
        new BackupHub(home, "-Dhub.backup.username=limited", "-Dhub.backup.password=limited")) {
      JdbcClient owner = JdbcClient.create(limited.source("postgres"));
      owner
          .sql(
              "CREATE ROLE limited LOGIN CREATEDB PASSWORD 'limited' IN ROLE pg_read_all_data, hub")
          .update();
      Made made = limited.backup();

      assertThat(made.status()).isEqualTo("FAILED");
      assertThat(made.failure()).contains("row-level security");
      assertThat(limited.scratchDatabases()).isEmpty();
    }
  }

  private static DataSource source() {
    return hub.source("hub");
  }
}
