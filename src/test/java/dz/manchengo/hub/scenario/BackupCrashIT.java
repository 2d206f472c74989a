package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hub that dies in the midst of a backup; the next one begins it anew, and clears up. */
class BackupCrashIT extends DyingHub {
  @Test
  void whatDiedIsNoBackupAndTheNextHubMakesOne() throws Exception {
    FaultyTools tools = new FaultyTools(hub.home().resolve("tools"));
    assumeThat(tools.areHere()).as("PostgreSQL's client programs are on this machine").isTrue();
    String programs = "-Dhub.backup.tools=" + tools.folder();
    try (HubProcess first = start(programs, "-Dhub.failpoint=BACKUP_SHIP").awaitReady()) {
      first
          .database(hub)
          .sql(
              "INSERT INTO job_run (job, business_date, wanted_by)"
                  + " VALUES ('backup-nightly', '2026-11-02', 'test')")
          .update();
      assertThat(first.awaitEnd()).isEqualTo(137);
    }
    try (HubProcess second = start(programs, "-Dhub.failpoint=BACKUP_RESTORE")) {
      assertThat(second.awaitEnd()).isEqualTo(137);
    }
    try (HubProcess third = start(programs).awaitReady()) {
      JdbcClient db = third.database(hub);
      await()
          .atMost(Duration.ofMinutes(1))
          .until(
              () -> db.sql("SELECT status FROM job_run").query(String.class).single(),
              "COMPLETED"::equals);
      assertThat(
              db.sql("SELECT status || ' ' || coalesce(failure, '') FROM backup_run ORDER BY id")
                  .query(String.class)
                  .list())
          .containsExactly(
              "FAILED le hub s'est arrêté pendant cette sauvegarde",
              "FAILED le hub s'est arrêté pendant cette sauvegarde",
              "VERIFIED ");
      assertThat(
              db.sql("SELECT datname FROM pg_database WHERE datname LIKE 'hub\\_%'")
                  .query(String.class)
                  .list())
          .isEqualTo(List.of());
      assertThat(hub.home().resolve("backup-work")).doesNotExist();
    }
  }
}
