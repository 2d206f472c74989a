package dz.manchengo.hub.check;

import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.FeedCatalogue;
import dz.manchengo.hub.intake.DryRun;
import dz.manchengo.hub.platform.Command;
import dz.manchengo.hub.platform.CommandSettings;
import dz.manchengo.hub.platform.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/**
 * What would happen to files: {@code check FILE… [--feed F] [--json]}. Exit 0 if all of it would be
 * posted or is there already, 1 if something would be refused, 2 if a file cannot be read at all
 * (contract, decision 0018).
 */
public final class CheckCommand implements Command {
  private static final int REFUSED = 1;

  @Override
  public String name() {
    return "check";
  }

  @Override
  public int run(List<String> arguments, Map<String, Object> defaults, PrintStream out) {
    CheckOptions options = CheckOptions.of(arguments);
    try (CheckHome home = new CheckHome();
        ConfigurableApplicationContext context = start(home, options, defaults)) {
      Locale language =
          Locale.forLanguageTag(context.getEnvironment().getProperty("hub.language", "fr"));
      ZoneId zone =
          ZoneId.of(context.getEnvironment().getProperty("hub.zone", ZoneOffset.UTC.getId()));
      CheckPrint print = CheckPrint.of(options.json(), out, language, zone, home.database());
      return run(options, context, print, new Texts(language));
    } catch (IOException | RuntimeException e) {
      Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
      out.println(Objects.requireNonNullElse(cause.getMessage(), cause.toString()));
      return FAILED;
    }
  }

  /** Logs would be no result; a failure is told by its sentence. */
  private static ConfigurableApplicationContext start(
      CheckHome home, CheckOptions options, Map<String, Object> defaults) {
    List<String> settings = new ArrayList<>(options.settings());
    settings.add("--logging.threshold.console=OFF");
    return new SpringApplicationBuilder(CheckBeans.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .lazyInitialization(true)
        .properties(defaults)
        .properties(CommandSettings.COMMAND + "=true")
        .initializers(home)
        .run(settings.toArray(String[]::new));
  }

  private static int run(
      CheckOptions options, ConfigurableApplicationContext context, CheckPrint print, Texts texts) {
    if (!options.areUsable()) {
      return print.complaint(
          texts.get(
              options.unknown() == null ? "check.usage" : "check.unknown", options.unknown()));
    }
    List<Feed> feeds = context.getBean(FeedCatalogue.class).of("");
    Optional<Feed> feed = feeds.stream().filter(f -> f.name().equals(options.feed())).findFirst();
    if (options.feed() != null && feed.isEmpty()) {
      String names = feeds.stream().map(Feed::name).collect(Collectors.joining(", "));
      return print.complaint(texts.get("check.unknown.feed", options.feed(), names));
    }
    int worst = OK;
    for (String file : options.files()) {
      worst = Math.max(worst, check(file, feed.orElse(null), context, print, texts));
    }
    return worst;
  }

  private static int check(
      String name,
      @Nullable Feed feed,
      ConfigurableApplicationContext context,
      CheckPrint print,
      Texts texts) {
    Path file = Path.of(name);
    print.begin(name);
    if (!Files.exists(file)) {
      return print.complaint(texts.get("check.missing", name));
    }
    if (!Files.isRegularFile(file)) {
      return print.complaint(texts.get("check.folder", name));
    }
    if (!Files.isReadable(file)) {
      return print.complaint(texts.get("check.access", name));
    }
    try {
      DryRun.Report report = judge(file, feed, context.getBean(DryRun.class), print);
      print.end(report);
      return exit(report);
    } catch (IOException e) {
      return print.complaint(texts.get("check.lost", name, e.getMessage()));
    }
  }

  private static DryRun.Report judge(
      Path file, @Nullable Feed feed, DryRun dryRun, CheckPrint print) throws IOException {
    Optional<DryRun.First> first = print.database() == null ? Optional.empty() : dryRun.first(file);
    return first.isPresent()
        ? DryRun.duplicate(first.get())
        : dryRun.judge(file, feed, print::finding);
  }

  private static int exit(DryRun.Report report) {
    if (report.unreadable()) {
      return FAILED;
    }
    boolean refused = report.status().equals("REJECTED") || report.status().equals("PARTIAL");
    return refused ? REFUSED : OK;
  }
}
