package dz.manchengo.hub.scenario;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One hub for all scenarios of a class, whose backups go into two folders; it looks each second.
 */
abstract class BackupScenario {
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  static BackupHub hub;

  @SuppressWarnings("NullAway.Init")
  static JdbcClient db;

  @BeforeAll
  static void start() throws IOException {
    hub =
        new BackupHub(
            folder,
            "-Dhub.backup.folders=" + backups() + "," + mirror(),
            "-Dhub.watch.cron=* * * * * ?",
            "-Dhub.backup.look=* * * * * ?",
            "-Dhub.watch.start-delay=1000");
    db = hub.db();
  }

  @AfterAll
  static void end() {
    if (hub != null) {
      hub.close();
    }
  }

  static Path backups() {
    return folder.resolve("backups");
  }

  static Path mirror() {
    return folder.resolve("mirror");
  }

  /** Sentences of jobs that are told of. */
  static String incidents() {
    return String.join(
        "\n",
        db.sql("SELECT sentence FROM incident WHERE kind = 'JOB' AND closed_at IS NULL")
            .query(String.class)
            .list());
  }
}
