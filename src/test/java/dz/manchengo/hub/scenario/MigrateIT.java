package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables by the command {@code migrate}, and hubs that leave them alone. */
class MigrateIT {
  private static final String ALONE = "--hub.migrate=false";

  @Test
  void aHubStartsOnTablesThatTheCommandMade(@TempDir Path server, @TempDir Path second)
      throws Exception {
    HubFolder home = new HubFolder(server.toRealPath());
    HubFolder other = new HubFolder(second.toRealPath());
    try (HubProcess hub = HubProcess.warm(home).awaitReady()) {
      FreshDatabase fresh = FreshDatabase.beside(hub, home);

      assertThat(HubProcess.refusal(fresh.settings(ALONE, "--hub.home=" + other.home())))
          .contains("migrate")
          .contains("hub.migrate")
          .endsWith("exit 1");
      assertThat(tables(fresh.client())).isZero();

      assertThat(HubProcess.refusal(fresh.settings("migrate")))
          .contains("version " + latest())
          .endsWith("exit 0");
      assertThat(HubProcess.refusal(fresh.settings("migrate")))
          .contains("0 migration(s)")
          .contains("version " + latest())
          .endsWith("exit 0");

      aVersionToCome(fresh.client());
      try (HubProcess alone = HubProcess.warm(other, fresh.properties(ALONE)).awaitReady()) {
        assertThat(alone.output()).doesNotContain("ERROR");
      }
    } finally {
      home.endServers();
      other.endServers();
    }
  }

  @Test
  void withoutADatabaseTheCommandSaysSo(@TempDir Path empty) {
    assertThat(HubProcess.refusal("migrate", "--hub.home=" + empty)).endsWith("exit 2");
    assertThat(HubProcess.refusal("migrate", "all")).contains("migrate [").endsWith("exit 2");
  }

  /** An upgrade that is under way: hubs of the version before are started again. */
  static void aVersionToCome(JdbcClient db) {
    db.sql(
            "INSERT INTO hub.flyway_schema_history (installed_rank, version, description, type, script,"
                + " checksum, installed_by, execution_time, success)"
                + " VALUES (99999, '99999', 'later', 'SQL', 'V99999__later.sql', 1, 'hub', 1, true)")
        .update();
  }

  private static long tables(JdbcClient db) {
    return db.sql("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'hub'")
        .query(Long.class)
        .single();
  }

  private static int latest() throws Exception {
    try (Stream<Path> all = Files.list(Path.of("src/main/resources/db/migration"))) {
      return all.map(file -> String.valueOf(file.getFileName()))
          .mapToInt(name -> Integer.parseInt(name.replaceAll("^V(\\d+)__.*", "$1")))
          .max()
          .orElseThrow();
    }
  }
}
