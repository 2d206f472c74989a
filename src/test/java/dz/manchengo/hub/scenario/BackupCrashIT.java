package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hub that dies in the midst of a backup; the next one begins it anew, and clears up. */
class BackupCrashIT extends DyingHub {
  private static final String GIVEN_UP =
      "FAILED le hub s'est arrêté 4 fois pendant cette exécution";

  private static final String DIED = "FAILED le hub s'est arrêté pendant cette sauvegarde";

  @SuppressWarnings("NullAway.Init") // before each test
  private FaultyTools tools;

  private int days;

  @BeforeEach
  void tools() {
    tools = new FaultyTools(hub.home().resolve("tools"));
    assumeThat(tools.areHere()).as("PostgreSQL's client programs are on this machine").isTrue();
  }

  private HubProcess life(String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("-Dhub.backup.tools=" + tools.folder());
    return start(all.toArray(String[]::new));
  }

  private void want(JdbcClient db) {
    db.sql(
            "INSERT INTO job_run (job, business_date, wanted_by)"
                + " VALUES ('backup-nightly', DATE '2026-11-02' + :day, 'test')")
        .param("day", days++)
        .update();
  }

  /** At the end of each step in turn; a run whose hub dies a fourth time is given up. */
  @Test
  void whatDiedIsNoBackupAndTheNextHubMakesOne() throws IOException {
    dieAt("PREFLIGHT", true);
    dieAt("DUMP", false);
    dieAt("SEAL", false);
    dieAt("SHIP", false);
    dieAt("FETCH", true);
    dieAt("RESTORE", false);
    dieAt("COMPARE", false);
    dieAt("RETENTION", false); // what is proved is proved, though its run has no end
    try (HubProcess last = life().awaitReady()) {
      JdbcClient db = last.database(hub);
      want(db);
      await().atMost(Duration.ofMinutes(1)).until(() -> isCompleted(db, 3));
      assertThat(
              db.sql("SELECT status || ' ' || coalesce(failure, '') FROM job_run ORDER BY id")
                  .query(String.class)
                  .list())
          .containsExactly(GIVEN_UP, GIVEN_UP, "COMPLETED ");
      check(
          db,
          Stream.concat(Collections.nCopies(7, DIED).stream(), Stream.of("VERIFIED ", "VERIFIED "))
              .toList());
    }
  }

  private void dieAt(String step, boolean anew) {
    try (HubProcess life = life("-Dhub.failpoint=BACKUP_" + step)) {
      if (anew) {
        want(life.awaitReady().database(hub));
      }
      assertThat(life.awaitEnd()).as(step).isEqualTo(137);
    }
  }

  /** The programs live on without their hub. */
  @Test
  void aProgramOfADeadHubHarmsNobody() throws IOException {
    tools.harm("waits"); // pg_dump
    try (HubProcess first = life().awaitReady()) {
      want(first.database(hub));
      await().atMost(Duration.ofMinutes(1)).until(tools::isThere);
      first.kill();
    }
    tools.letGo();
    tools.harm("stays"); // pg_restore
    try (HubProcess second = life().awaitReady()) {
      await().atMost(Duration.ofMinutes(1)).until(tools::isThere);
      second.kill();
    }
    tools.letGo();
    try (HubProcess last = life().awaitReady()) {
      JdbcClient db = last.database(hub);
      await().atMost(Duration.ofMinutes(1)).until(() -> isCompleted(db, 1));
      check(db, List.of(DIED, DIED, "VERIFIED "));
    }
  }

  private static boolean isCompleted(JdbcClient db, int run) {
    return db.sql("SELECT count(*) FROM job_run WHERE status = 'COMPLETED' AND id = :id")
            .param("id", run)
            .query(Integer.class)
            .single()
        == 1;
  }

  /** Runs, and nothing left of those that died. */
  private void check(JdbcClient db, List<String> runs) {
    assertThat(
            db.sql("SELECT status || ' ' || coalesce(failure, '') FROM backup_run ORDER BY id")
                .query(String.class)
                .list())
        .isEqualTo(runs);
    assertThat(
            db.sql("SELECT datname FROM pg_database WHERE datname LIKE 'hub\\_%'")
                .query(String.class)
                .list())
        .isEqualTo(List.of());
    assertThat(hub.home().resolve("backup-work")).doesNotExist();
  }
}
