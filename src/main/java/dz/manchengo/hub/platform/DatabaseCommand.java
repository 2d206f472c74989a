package dz.manchengo.hub.platform;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;

/** A command that works in the database of a hub, which may run beside it. */
public abstract class DatabaseCommand implements Command {
  /**
   * What it works with.
   *
   * @param settings of the hub, and nothing else of it
   */
  public record Hub(
      ConfigurableApplicationContext settings, HubDatabase database, Texts texts, PrintStream out) {
    public String setting(String key, String otherwise) {
      return settings.getEnvironment().getProperty(key, otherwise);
    }

    /** In which its days begin. */
    public ZoneId zone() {
      return ZoneId.of(setting("hub.zone", "Africa/Algiers"));
    }

    /** Prints a sentence. */
    public void say(String key, Object... values) {
      out.println(texts.get(key, values));
    }
  }

  @Override
  public final int run(List<String> arguments, Map<String, Object> defaults, PrintStream out) {
    CommandOptions line = CommandOptions.of(arguments, options());
    try (ConfigurableApplicationContext settings =
        CommandSettings.read(line.settings(), defaults)) {
      Environment environment = settings.getEnvironment();
      Texts texts = new Texts(Locale.forLanguageTag(environment.getProperty("hub.language", "fr")));
      Path home = Path.of(environment.getProperty("hub.home", "./var"));
      Optional<HubDatabase> database = HubDatabase.reachable(environment, home);
      if (database.isEmpty()) {
        out.println(texts.get("command.no.database", home.toAbsolutePath().normalize()));
        return FAILED;
      }
      return run(line, new Hub(settings, database.get(), texts, out));
    } catch (IOException | RuntimeException e) {
      out.println(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
      return FAILED;
    }
  }

  /** Its options that have a value, without their dashes. */
  protected Set<String> options() {
    return Set.of();
  }

  /** Does it; the exit code. */
  protected abstract int run(CommandOptions line, Hub hub) throws IOException;
}
