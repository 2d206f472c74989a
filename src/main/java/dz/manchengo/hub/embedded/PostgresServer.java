package dz.manchengo.hub.embedded;

import dz.manchengo.hub.platform.OwnServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** The running server, as Boot's DataSource knows it. */
final class PostgresServer implements JdbcConnectionDetails, OwnServer {
  private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
  private static final String WRONG_PASSWORD = "28P01";

  private final PostgresCluster cluster;
  private final PostgresAccount account;
  private @Nullable PostgresWatch watch;

  private PostgresServer(PostgresCluster cluster, PostgresAccount account) {
    this.cluster = cluster;
    this.account = account;
  }

  /** Every step may be cut short by a kill, and is done again at the next start. */
  static PostgresServer start(Path embedded, int wantedPort) {
    try {
      String password = Password.of(embedded);
      ServerUser user = ServerUser.choose(embedded);
      Path programs = embedded.resolve("programs").resolve("postgres");
      PostgresCluster cluster =
          new PostgresCluster(
              embedded.resolve("postgres"), PostgresPrograms.unpack(programs, user));
      cluster.takeOver();
      cluster.create(password);
      int port = LoopbackPort.choose("PostgreSQL", wantedPort);
      PostgresServer server = new PostgresServer(cluster, new PostgresAccount(port, password));
      server.run();
      server.watch = new PostgresWatch(cluster, port);
      log.info(
          "PostgreSQL listens on {}:{}, database hub, user hub, password in {}",
          LoopbackPort.HOST,
          port,
          Password.file(embedded));
      return server;
    } catch (IOException | SQLException e) {
      throw new EmbeddedServerFailure(
          "PostgreSQL embarqué ne démarre pas dans %s : %s / The embedded PostgreSQL did not start."
              .formatted(embedded, e),
          e);
    }
  }

  private void run() throws IOException, SQLException {
    cluster.start(account.port());
    try {
      account.prepare();
    } catch (SQLException e) {
      cluster.stop();
      if (!WRONG_PASSWORD.equals(e.getSQLState())) {
        throw e;
      }
      log.warn("The password file is not the one this database was made with: setting it anew");
      cluster.resetPassword(account.password());
      cluster.start(account.port());
      account.prepare();
    }
  }

  @Override
  public String getJdbcUrl() {
    return account.url(PostgresAccount.NAME);
  }

  @Override
  public String getUsername() {
    return PostgresAccount.NAME;
  }

  @Override
  public String getPassword() {
    return account.password();
  }

  @Override
  public String url() {
    return getJdbcUrl();
  }

  @Override
  public String username() {
    return getUsername();
  }

  @Override
  public String password() {
    return getPassword();
  }

  @Override
  public void close() throws IOException {
    if (watch != null) {
      watch.close();
    }
    cluster.stop();
  }
}
