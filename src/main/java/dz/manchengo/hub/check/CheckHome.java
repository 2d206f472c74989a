package dz.manchengo.hub.check;

import dz.manchengo.hub.platform.HubDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Turns the settings of a hub into those of a check, before any bean is made: a home that is thrown
 * away, and the hub's database for reading only, or an empty one in that home.
 */
final class CheckHome
    implements ApplicationContextInitializer<ConfigurableApplicationContext>, AutoCloseable {
  private static final String EMBEDDED = "embedded";

  private @Nullable ThrowAwayHome home;
  private @Nullable HubDatabase database;

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    Path real = Path.of(environment.getProperty("hub.home", "./var")).toAbsolutePath().normalize();
    try {
      home = ThrowAwayHome.beside(real);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    database = HubDatabase.reachable(environment, real).orElse(null);
    Map<String, Object> settings = new HashMap<>();
    settings.put("hub.home", home.path().toString());
    settings.put("spring.datasource.hikari.maximum-pool-size", 2);
    settings.putAll(database == null ? ofAnEmptyOne() : ofTheHub(database));
    environment.getPropertySources().addFirst(new MapPropertySource("check", settings));
    if (database == null) {
      environment.addActiveProfile(EMBEDDED);
    }
  }

  private static Map<String, Object> ofAnEmptyOne() {
    return Map.of("spring.datasource.url", "", "hub.embedded.postgres.port", 0);
  }

  private static Map<String, Object> ofTheHub(HubDatabase database) {
    return Map.of(
        "spring.datasource.url", database.url(),
        "spring.datasource.username", database.user(),
        "spring.datasource.password", database.password(),
        "spring.datasource.hikari.read-only", true,
        "spring.flyway.enabled", false);
  }

  /** The hub's database that files are judged against; null when it is an empty one. */
  @Nullable HubDatabase database() {
    return database;
  }

  @Override
  public void close() throws IOException {
    if (home != null) {
      home.close();
    }
  }
}
