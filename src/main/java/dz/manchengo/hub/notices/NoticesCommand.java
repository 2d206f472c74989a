package dz.manchengo.hub.notices;

import dz.manchengo.hub.platform.Command;
import dz.manchengo.hub.platform.CommandSettings;
import dz.manchengo.hub.platform.HubDatabase;
import dz.manchengo.hub.platform.Texts;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Letters and webhooks that nobody tries to send any more: {@code notices} lists them, {@code
 * notices replay ID…} and {@code notices replay all} have them tried again. Exit 0 when done, 2
 * when not.
 */
public final class NoticesCommand implements Command {
  @Override
  public String name() {
    return "notices";
  }

  @Override
  public int run(List<String> arguments, Map<String, Object> defaults, PrintStream out) {
    List<String> settings = arguments.stream().filter(a -> a.startsWith("--")).toList();
    List<String> words = arguments.stream().filter(a -> !a.startsWith("--")).toList();
    try (ConfigurableApplicationContext context = CommandSettings.read(settings, defaults)) {
      Environment environment = context.getEnvironment();
      Texts texts = new Texts(Locale.forLanguageTag(environment.getProperty("hub.language", "fr")));
      Path home = Path.of(environment.getProperty("hub.home", "./var"));
      Optional<HubDatabase> database = HubDatabase.reachable(environment, home);
      if (database.isEmpty()) {
        out.println(texts.get("notice.command.no.database", home.toAbsolutePath().normalize()));
        return FAILED;
      }
      return run(
          words, new ParkedNotices(JdbcClient.create(database.get().dataSource())), texts, out);
    } catch (RuntimeException e) {
      out.println(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
      return FAILED;
    }
  }

  private static int run(List<String> words, ParkedNotices notices, Texts texts, PrintStream out) {
    if (words.isEmpty()) {
      return list(notices, texts, out);
    }
    List<String> which = words.subList(1, words.size());
    if (!words.get(0).equals("replay")
        || which.isEmpty()
        || !which.stream().allMatch(w -> w.matches("\\d{1,18}") || which.equals(List.of("all")))) {
      out.println(texts.get("notice.command.usage"));
      return FAILED;
    }
    return which.equals(List.of("all"))
        ? replayAll(notices, texts, out)
        : which.stream().mapToInt(id -> replay(id, notices, texts, out)).max().orElse(OK);
  }

  private static int list(ParkedNotices notices, Texts texts, PrintStream out) {
    List<ParkedNotices.Parked> all = notices.all();
    for (ParkedNotices.Parked one : all) {
      out.println(
          texts.get(
              "notice.command.parked",
              String.valueOf(one.id()),
              texts.get("notice.command.kind." + one.kind()),
              one.target(),
              one.createdAt(),
              one.parkedAt(),
              one.attempt(),
              one.failure()));
    }
    out.println(texts.get("notice.command.count", all.size()));
    return OK;
  }

  private static int replayAll(ParkedNotices notices, Texts texts, PrintStream out) {
    out.println(texts.get("notice.command.replayed.all", notices.replayAll()));
    return OK;
  }

  private static int replay(String id, ParkedNotices notices, Texts texts, PrintStream out) {
    boolean replayed = notices.replay(Long.parseLong(id));
    out.println(
        replayed
            ? texts.get("notice.command.replayed", id)
            : texts.get("notice.command.not.parked", id));
    return replayed ? OK : FAILED;
  }
}
