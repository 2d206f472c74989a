package dz.manchengo.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.ChildJvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The tests share one folder, as starts of one hub do. */
class PostgresServerIT {
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  static Path shared;

  @Test
  void makesADurableDatabaseForAnOrdinaryRole() throws IOException {
    try (PostgresServer server = PostgresServer.start(shared, 0)) {
      JdbcClient sql = sql(server);
      assertThat(show(sql, "fsync")).isEqualTo("on");
      assertThat(show(sql, "synchronous_commit")).isEqualTo("on");
      assertThat(show(sql, "full_page_writes")).isEqualTo("on");
      assertThat(show(sql, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(text(sql, "SELECT current_user || '@' || current_database()"))
          .isEqualTo("hub@hub");
      assertThat(text(sql, "SELECT rolsuper::text FROM pg_roles WHERE rolname = 'hub'"))
          .isEqualTo("false");
      sql.sql("CREATE EXTENSION IF NOT EXISTS btree_gist").update();
      assertThat(text(sql, "SELECT upper('é')")).isEqualTo("É");
    }
  }

  @Test
  void isStartedAgainWhereItWasWhenItEndedByItself() throws IOException {
    try (PostgresServer server = PostgresServer.start(shared, 0)) {
      JdbcClient sql = sql(server);
      sql.sql("CREATE TABLE kept AS SELECT 1 AS n").update();
      long postmaster = postmaster();
      ProcessHandle.of(postmaster).orElseThrow().destroyForcibly();

      await("second server")
          .atMost(Duration.ofMinutes(2))
          .ignoreExceptions()
          .until(() -> postmaster() != postmaster && show(sql, "fsync").equals("on"));

      assertThat(text(sql, "SELECT n::text FROM kept")).isEqualTo("1");
      sql.sql("DROP TABLE kept").update();
    }
  }

  private static long postmaster() throws IOException {
    return Long.parseLong(
        Files.readAllLines(shared.resolve("postgres/postmaster.pid")).get(0).strip());
  }

  @Test
  void refusesAnyoneWithoutThePassword() throws IOException {
    try (PostgresServer server = PostgresServer.start(shared, 0)) {
      for (String user : new String[] {"hub", "postgres"}) {
        assertThatThrownBy(() -> DriverManager.getConnection(server.getJdbcUrl(), user, "guess"))
            .isInstanceOf(SQLException.class)
            .extracting(e -> ((SQLException) e).getSQLState())
            .isEqualTo("28P01");
        assertThatThrownBy(() -> DriverManager.getConnection(server.getJdbcUrl() + "?user=" + user))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("no password was provided");
      }
    }
  }

  @Test
  void listensOnTheLoopbackAddressOnly() throws IOException {
    try (PostgresServer server = PostgresServer.start(shared, 0)) {
      try (Socket socket = new Socket()) {
        socket.connect(LoopbackPort.address(port(server)));
      }
      Stream<InetAddress> others =
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .filter(address -> !address.getHostAddress().equals("127.0.0.1"));
      assertThat(others)
          .allSatisfy(
              address ->
                  assertThatThrownBy(() -> new Socket(address, port(server)).close())
                      .isInstanceOf(IOException.class));
    }
  }

  @Test
  void keepsDataOverARestart() throws IOException {
    try (PostgresServer server = PostgresServer.start(shared, 0)) {
      remember(sql(server), "restart");
    }
    try (PostgresServer server = PostgresServer.start(shared, 0)) {
      assertThat(remembered(server, "restart")).isTrue();
    }
  }

  @Test
  void takesOverFromAHubThatWasKilledEvenWithASessionOpen() throws Exception {
    String url = startAndHalt();
    try (Connection open = DriverManager.getConnection(url, "hub", Password.of(shared))) {
      remember(JdbcClient.create(new SingleConnectionDataSource(open, true)), "killed");
      try (PostgresServer server = PostgresServer.start(shared, 0)) {
        assertThat(remembered(server, "killed")).isTrue();
        assertThat(open.isValid(1)).isFalse();
      }
    }
    OwnProcesses.stop(shared, Duration.ofSeconds(10));
  }

  @Test
  void recoversWhenServerAndHubAreKilledAtOnce() throws Exception {
    startAndHalt();
    OwnProcesses.kill(shared);
    try (PostgresServer server = PostgresServer.start(shared, 0)) {
      assertThat(text(sql(server), "SELECT 'here'")).isEqualTo("here");
    }
  }

  @Test
  void isNotFooledByAPidThatBelongsToAStrangerAfterAReboot() throws Exception {
    startAndHalt();
    OwnProcesses.kill(shared);
    Path pidFile = shared.resolve("postgres/postmaster.pid");
    String stale = Files.readString(pidFile);
    long stranger = ProcessHandle.current().parent().orElseThrow().pid();
    String rebooted = stranger + stale.substring(stale.indexOf('\n'));
    Files.writeString(pidFile, rebooted, StandardOpenOption.TRUNCATE_EXISTING);
    try (PostgresServer server = PostgresServer.start(shared, 0)) {
      assertThat(text(sql(server), "SELECT 'here'")).isEqualTo("here");
    }
  }

  @Test
  void takesAnotherPortWhenTheWantedOneIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0);
        PostgresServer server = PostgresServer.start(shared, taken.getLocalPort())) {
      assertThat(port(server)).isNotEqualTo(taken.getLocalPort());
      assertThat(text(sql(server), "SELECT 'here'")).isEqualTo("here");
    }
  }

  @Test
  void aLostPasswordFileIsReplacedWithoutLossOfData() throws IOException {
    try (PostgresServer server = PostgresServer.start(shared, 0)) {
      remember(sql(server), "password");
    }
    Files.delete(Password.file(shared));
    try (PostgresServer server = PostgresServer.start(shared, 0)) {
      assertThat(remembered(server, "password")).isTrue();
    }
  }

  @Test
  void redoesAnInitialisationThatWasKilled(@TempDir Path fresh) throws Exception {
    Process child = ChildJvm.start(HubThatHalts.class, fresh.toString());
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> isInitialising(fresh) || !child.isAlive());
    child.destroyForcibly().waitFor();
    assertThat(fresh.resolve("postgres")).doesNotExist();
    try (PostgresServer server = PostgresServer.start(fresh, 0)) {
      assertThat(text(sql(server), "SELECT 'here'")).isEqualTo("here");
    }
    try (Stream<Path> left = Files.list(fresh)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("password", "postgres", "programs");
    }
  }

  private static boolean isInitialising(Path embedded) throws IOException {
    try (Stream<Path> found = Files.list(embedded)) {
      return found.anyMatch(
          path ->
              path.getFileName().toString().startsWith("postgres.new-")
                  && Files.exists(path.resolve("base")));
    }
  }

  private static String startAndHalt() throws Exception {
    Process child = ChildJvm.start(HubThatHalts.class, shared.toString());
    String output = ChildJvm.output(child);
    assertThat(child.waitFor()).as(output).isEqualTo(9);
    assertThat(OwnProcesses.of(shared)).isNotEmpty();
    String last = output.strip().lines().reduce("", (before, line) -> line);
    return last.split(" ", -1)[0];
  }

  private static void remember(JdbcClient sql, String word) {
    sql.sql("CREATE TABLE IF NOT EXISTS memory (word text)").update();
    sql.sql("INSERT INTO memory VALUES (?)").param(word).update();
  }

  private static boolean remembered(PostgresServer server, String word) {
    return !sql(server)
        .sql("SELECT word FROM memory WHERE word = ?")
        .param(word)
        .query()
        .listOfRows()
        .isEmpty();
  }

  private static int port(PostgresServer server) {
    return Integer.parseInt(server.getJdbcUrl().replaceAll("\\D*127.0.0.1:(\\d+)/.*", "$1"));
  }

  private static JdbcClient sql(PostgresServer server) {
    DataSource source =
        new DriverManagerDataSource(
            server.getJdbcUrl(), server.getUsername(), server.getPassword());
    return JdbcClient.create(source);
  }

  private static String show(JdbcClient sql, String setting) {
    return text(sql, "SHOW " + setting);
  }

  private static String text(JdbcClient sql, String query) {
    return sql.sql(query).query(String.class).single();
  }
}
