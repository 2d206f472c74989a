package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ops/runbooks/point-in-time.md} on a cluster of its own, where pgBackRest is installed. */
class PointInTimeIT {
  private static final Path OPS = Path.of("ops").toAbsolutePath();
  private static final Pattern BLOCK = Pattern.compile("(?s)```sh (\\S+)\n(.*?)```");
  private static final Path SERVER = Path.of("/usr/lib/postgresql/15/bin");

  /** Of the cluster's home. */
  private static final Map<String, String> PLACES =
      Map.of(
          "OPS", "pgbackrest",
          "PGDATA", "data",
          "PGCONF", "conf.d",
          "PGHOST", "socket",
          "PGBACKREST_CONFIG", "pgbackrest.conf",
          "PGBACKREST_REPO1_PATH", "repo",
          "PGBACKREST_SPOOL_PATH", "spool",
          "PGBACKREST_LOG_PATH", "log",
          "PGBACKREST_LOCK_PATH", "lock",
          "PGBACKREST_PG1_PATH", "data");

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void thePageComesBackToTheMoment() throws IOException {
    assumeThat(List.of(SERVER.resolve("initdb"), Path.of("/usr/bin/pgbackrest")))
        .as("PostgreSQL 15 and pgBackRest are on this machine")
        .allMatch(Files::isExecutable);
    String page = Files.readString(OPS.resolve("runbooks/point-in-time.md"));
    List<MatchResult> blocks = BLOCK.matcher(page).results().toList();
    assertThat(blocks)
        .extracting(block -> block.group(1))
        .containsExactly("set-up", "back-up", "restore", "look");
    Path cluster = home();
    try {
      assertThat(run(cluster, cluster(cluster))).contains("server started");
      String said =
          run(
              cluster,
              block(blocks, "set-up")
                  + block(blocks, "back-up")
                  + """
                  psql -qc "INSERT INTO hub.submission VALUES (1, '2026-11-28 09:00+01')" hub
                  # pgBackRest knows the end of a backup by the second
                  ENDED=$(date +%s); until [ "$(date +%s)" -gt "$((ENDED + 1))" ]; do sleep 0.1; done
                  WHEN=$(psql -Atc 'SELECT clock_timestamp()' hub)
                  psql -qc "DELETE FROM hub.submission; DROP TABLE hub.invoice" hub
                  psql -qc 'SELECT pg_switch_wal()' hub
                  """
                  + block(blocks, "restore")
                  + block(blocks, "look")
                  + "psql -Atc 'SELECT count(*) FROM hub.submission, hub.invoice' hub; echo whole");

      assertThat(said)
          .contains("successfully archived to", "status: ok", "2026-11-28 08:00:00", "\n1\nwhole");
    } finally {
      run(cluster, "pg_ctl stop --wait --mode=immediate --pgdata=\"$PGDATA\"");
    }
  }

  private static String block(List<MatchResult> blocks, String name) {
    return blocks.stream()
        .filter(block -> block.group(1).equals(name))
        .map(block -> block.group(2))
        .findFirst()
        .orElseThrow();
  }

  /** Of whoever may run PostgreSQL, which root may not. */
  private Path home() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path home = Files.createDirectory(folder.resolve("cluster"));
    Path ops = Files.createDirectory(home.resolve("pgbackrest"));
    for (String file : List.of("pgbackrest.conf", "archive.conf")) {
      Files.copy(OPS.resolve("pgbackrest").resolve(file), ops.resolve(file));
    }
    if (isRoot()) {
      Files.setOwner(
          home,
          home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
    }
    return home;
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static String cluster(Path home) {
    return """
        initdb --auth=trust --encoding=UTF8 > init.log
        mkdir conf.d repo spool log lock socket
        cat >> "$PGDATA/postgresql.conf" <<END
        include_dir = '%1$s/conf.d'
        listen_addresses = ''
        unix_socket_directories = '%1$s/socket'
        timezone = 'UTC'
        END
        cp "$OPS/pgbackrest.conf" "$PGBACKREST_CONFIG"
        echo "pg1-socket-path=$PGHOST" >> "$PGBACKREST_CONFIG"
        pg_ctl start --wait --log=server.log
        createdb hub
        psql -qc 'CREATE SCHEMA hub; CREATE TABLE hub.submission (id int, finished_at timestamptz)' hub
        psql -qc 'CREATE TABLE hub.invoice AS SELECT 1 AS id' hub
        """
        .formatted(home);
  }

  private static String run(Path home, String script) throws IOException {
    List<String> bash = List.of("bash", "-ec", script);
    List<String> owner = isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of();
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(owner.stream(), bash.stream()).toList())
            .directory(home.toFile())
            .redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.put("PATH", SERVER + ":/usr/bin:/bin:/usr/sbin:/sbin");
    environment.put("PGBACKREST_REPO1_CIPHER_PASS", "a passphrase of this test");
    PLACES.forEach((name, place) -> environment.put(name, home.resolve(place).toString()));
    Process process = builder.start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}
