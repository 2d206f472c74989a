package dz.manchengo.hub.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.StringUtils;

/**
 * The database of a hub for a command beside it, if one answers: the configured one, or that which
 * runs in its home.
 */
public record HubDatabase(String url, String user, String password) {
  /** Line of {@code postmaster.pid} that holds the port, from 0. */
  private static final int PORT_LINE = 3;

  /** Where nothing listens that is said at once; a machine under load may take its time. */
  private static final String TIMEOUT_SECONDS = "20";

  /** Empty when none answers, or one of another version of the hub. */
  public static Optional<HubDatabase> reachable(Environment environment, Path home) {
    return named(environment, home).filter(HubDatabase::isOfThisVersion);
  }

  /** The configured one, or that which runs in the home; whether it answers is not asked. */
  public static Optional<HubDatabase> named(Environment environment, Path home) {
    String url = environment.getProperty("spring.datasource.url");
    return StringUtils.hasText(url)
        ? Optional.of(
            new HubDatabase(
                Objects.requireNonNull(url),
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", "")))
        : embedded(home.resolve("embedded"));
  }

  /** Empty when none runs, or when its password is not ours to read. */
  private static Optional<HubDatabase> embedded(Path embedded) {
    try {
      List<String> running = Files.readAllLines(embedded.resolve("postgres/postmaster.pid"));
      String password = Files.readString(embedded.resolve("password")).strip();
      String url = "jdbc:postgresql://127.0.0.1:%s/hub".formatted(running.get(PORT_LINE).strip());
      return Optional.of(new HubDatabase(url, "hub", password));
    } catch (IOException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** A connection for each statement: a command has few. */
  public DataSource dataSource() {
    DriverManagerDataSource source = new DriverManagerDataSource(url, user, password);
    source.setSchema("hub");
    return source;
  }

  /** What brings its tables to the version of this hub, as a start does. */
  FluentConfiguration flyway() {
    return Flyway.configure().dataSource(url, user, password).schemas("hub").defaultSchema("hub");
  }

  /** Tables of another version of the hub are not what posting would meet. */
  private boolean isOfThisVersion() {
    Properties properties = new Properties();
    properties.put("user", user);
    properties.put("password", password);
    properties.put("connectTimeout", TIMEOUT_SECONDS);
    properties.put("loginTimeout", TIMEOUT_SECONDS);
    try (Connection connection = DriverManager.getConnection(url, properties)) {
      return connection.isValid(Integer.parseInt(TIMEOUT_SECONDS)) && isMigrated();
    } catch (SQLException e) {
      return false;
    }
  }

  private boolean isMigrated() {
    MigrationInfo[] all = flyway().createSchemas(false).load().info().all();
    return all.length > 0
        && List.of(all).stream()
            .allMatch(one -> one.getState().isApplied() && one.getState().isResolved());
  }
}
