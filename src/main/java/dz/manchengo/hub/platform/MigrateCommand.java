package dz.manchengo.hub.platform;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * {@code migrate}: brings the tables to the version of this jar, before the hubs that need them
 * start ({@code hub.migrate: false}).
 */
public final class MigrateCommand implements Command {
  /** Half a minute, for a database that starts beside it. */
  private static final int RETRIES = 5;

  @Override
  public String name() {
    return "migrate";
  }

  @Override
  public int run(List<String> arguments, Map<String, Object> defaults, PrintStream out) {
    CommandOptions line = CommandOptions.of(arguments, Set.of());
    try (ConfigurableApplicationContext settings =
        CommandSettings.read(line.settings(), defaults)) {
      Environment environment = settings.getEnvironment();
      Texts texts = new Texts(Locale.forLanguageTag(environment.getProperty("hub.language", "fr")));
      if (!line.words().isEmpty()) {
        out.println(texts.get("migrate.usage"));
        return FAILED;
      }
      Path home = Path.of(environment.getProperty("hub.home", "./var"));
      Optional<HubDatabase> database = HubDatabase.named(environment, home);
      if (database.isEmpty()) {
        out.println(texts.get("command.no.database", home.toAbsolutePath().normalize()));
        return FAILED;
      }
      MigrateResult done = database.get().flyway().connectRetries(RETRIES).load().migrate();
      out.println(texts.get("migrate.done", done.migrationsExecuted, version(done)));
      return OK;
    } catch (FlywayException e) {
      out.println(e.getMessage());
      return FAILED;
    }
  }

  /** Flyway names no target where there was nothing to do. */
  private static String version(MigrateResult done) {
    return done.targetSchemaVersion == null
        ? String.valueOf(done.initialSchemaVersion)
        : done.targetSchemaVersion;
  }
}
