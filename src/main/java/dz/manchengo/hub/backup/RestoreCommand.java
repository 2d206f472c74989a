package dz.manchengo.hub.backup;

import dz.manchengo.hub.platform.Command;
import dz.manchengo.hub.platform.CommandOptions;
import dz.manchengo.hub.platform.CommandSettings;
import dz.manchengo.hub.platform.HomeLock;
import dz.manchengo.hub.platform.HubDatabase;
import dz.manchengo.hub.platform.HubHome;
import dz.manchengo.hub.platform.KnownSettings;
import dz.manchengo.hub.platform.OwnServer;
import dz.manchengo.hub.platform.Secret;
import dz.manchengo.hub.platform.StartCheck;
import dz.manchengo.hub.platform.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;

/**
 * {@code restore --list} and {@code restore --to-database NEW [--at WHEN]}: brings a proved backup
 * back, and compares it with what its manifest says. It needs the file, the key and a server; of
 * the former database and hub it needs nothing.
 */
public final class RestoreCommand implements Command {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
  private static final Set<String> OPTIONS =
      Set.of("to-database", "at", "name", "from", "key", "replace");

  private final BiFunction<HubHome, Integer, OwnServer> embedded;

  /**
   * The command.
   *
   * @param embedded starts the server of a home, for where no other one is configured
   */
  public RestoreCommand(BiFunction<HubHome, Integer, OwnServer> embedded) {
    this.embedded = embedded;
  }

  @Override
  public String name() {
    return "restore";
  }

  /** What it works with. */
  private record Given(
      CommandOptions line,
      Environment environment,
      BackupSettings settings,
      HubHome home,
      Places places,
      Texts texts,
      ZoneId zone,
      PrintStream out) {
    void say(String key, Object... values) {
      out.println(texts.get(key, values));
    }

    String setting(String key, String otherwise) {
      return environment.getProperty(key, otherwise);
    }
  }

  @Override
  public int run(List<String> arguments, Map<String, Object> defaults, PrintStream out) {
    CommandOptions line = CommandOptions.of(arguments, OPTIONS);
    try (ConfigurableApplicationContext context = CommandSettings.read(line.settings(), defaults)) {
      Environment environment = context.getEnvironment();
      Locale language = Locale.forLanguageTag(environment.getProperty("hub.language", "fr"));
      Texts texts = new Texts(language);
      HubHome home = home(environment);
      BackupSettings settings = settings(environment, language);
      try (Places places = new Places(settings, home, RestoreCommand::nothingIsPut)) {
        ZoneId zone = ZoneId.of(environment.getProperty("hub.zone", "Africa/Algiers"));
        Given given = new Given(line, environment, settings, home, places, texts, zone, out);
        List<String> words = line.words();
        if (words.equals(List.of("--list"))) {
          return list(given);
        }
        if (!words.isEmpty() || line.value("to-database") == null) {
          given.say("restore.usage");
          return FAILED;
        }
        return restore(given, Objects.requireNonNull(line.value("to-database")));
      } catch (BackupFailure e) {
        out.println(e.sentence(texts));
        return FAILED;
      }
    } catch (IOException | SQLException | RuntimeException e) {
      out.println(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
      return FAILED;
    }
  }

  private static HubHome home(Environment environment) {
    return new HubHome(
        Path.of(environment.getProperty("hub.home", "./var")).toAbsolutePath().normalize());
  }

  private static BackupSettings settings(Environment environment, Locale language) {
    BackupSettings settings =
        Binder.get(environment).bind("hub.backup", BackupSettings.class).get();
    settings.require(new StartCheck(language), new KnownSettings(environment, language));
    return settings;
  }

  private static CamelContext nothingIsPut() {
    throw new IllegalStateException("restoring only reads");
  }

  private static List<Place> places(Given given) {
    String from = given.line().value("from");
    return from == null
        ? given.places().all()
        : List.of(new FolderPlace(Path.of(from).toAbsolutePath()));
  }

  /** What lies there; a place that is out of reach is told, and keeps no other from being read. */
  private static Optional<List<Manifest>> manifests(Given given, Place place) {
    try {
      List<Manifest> all = place.manifests();
      for (String orphan : place.orphans(all)) {
        given.say("restore.orphan", orphan, place.name());
      }
      return Optional.of(all);
    } catch (IOException e) {
      given.out().println(e.getMessage());
      return Optional.empty();
    } catch (BackupFailure e) {
      given.out().println(e.sentence(given.texts()));
      return Optional.empty();
    }
  }

  /** Well where every place could be read. */
  private static int list(Given given) {
    int ended = OK;
    for (Place place : places(given)) {
      Optional<List<Manifest>> all = manifests(given, place);
      all.ifPresent(found -> list(given, place, found));
      ended = all.isPresent() ? ended : FAILED;
    }
    return ended;
  }

  private static void list(Given given, Place place, List<Manifest> all) {
    given.say("restore.place", place.name(), all.size());
    for (Manifest one : all) {
      given.say(
          "restore.backup",
          one.name(),
          MOMENT.format(one.snapshotAt().atZone(given.zone())),
          one.status(),
          one.bytes() / 1e6,
          one.contents().tables().size(),
          Objects.requireNonNullElse(one.failure(), ""));
    }
  }

  private int restore(Given given, String database) throws IOException, SQLException {
    Map<Place, List<Manifest>> all = new LinkedHashMap<>();
    for (Place one : places(given)) {
      all.put(one, manifests(given, one).orElse(List.of()));
    }
    Manifest backup =
        all.values().stream()
            .flatMap(found -> Stream.ofNullable(chosen(given, found)))
            .max(Comparator.comparing(Manifest::snapshotAt))
            .orElse(null);
    if (backup == null) {
      given.say("restore.none");
      return FAILED;
    }
    List<Place> copies =
        all.entrySet().stream()
            .filter(one -> one.getValue().stream().anyMatch(backup::isSameAs))
            .map(Map.Entry::getKey)
            .toList();
    String moment = MOMENT.format(backup.snapshotAt().atZone(given.zone()));
    given.say("restore.chosen", backup.name(), moment, backup.status());
    if (backup.snapshotAt().isAfter(Instant.now().plus(Retention.CLOCKS))) {
      given.say("restore.later", backup.name());
    }
    String url = given.setting("spring.datasource.url", "");
    Optional<HubDatabase> known = HubDatabase.named(given.environment(), given.home().path());
    if (known.isPresent()) {
      return restore(given, server(given, known.get(), url.isBlank()), copies, backup, database);
    }
    given.home().folder("embedded");
    int port = Integer.parseInt(given.setting("hub.embedded.postgres.port", "15432"));
    try (HomeLock held = HomeLock.take(given.home());
        OwnServer own = embedded.apply(held.home(), port)) {
      Server server = Server.owned(own.url(), own.password(), own.username());
      return restore(given, server, copies, backup, database);
    }
  }

  private static Server server(Given given, HubDatabase hub, boolean embedded) throws IOException {
    BackupSettings settings = given.settings();
    if (embedded) {
      return Server.owned(hub.url(), hub.password(), hub.user());
    }
    if (settings.username().isBlank()) {
      return new Server(hub.url(), hub.user(), hub.password(), hub.user());
    }
    String password = Secret.current(settings.password(), settings.passwordFile());
    return new Server(
        hub.url(), settings.username(), Objects.requireNonNullElse(password, ""), hub.user());
  }

  /** From the first place whose copy can be read to its end. */
  private static int restore(
      Given given, Server server, List<Place> copies, Manifest backup, String database)
      throws IOException, SQLException {
    Instant begun = Instant.now();
    String keyFile = given.line().value("key");
    BackupKey key =
        BackupKey.read(
            keyFile == null ? given.places().keyFile() : Path.of(keyFile).toAbsolutePath());
    Tools tools = Tools.find(given.settings().tools(), Restoration.version(server));
    Path work = given.home().folder("restore-work");
    Path opened = null;
    for (Iterator<Place> left = copies.iterator(); opened == null; ) {
      Place place = left.next();
      try {
        opened = new Restoration(server, place, key, tools, work).open(backup);
      } catch (BackupFailure e) {
        if (e.isDamage() && backup.isVerified()) {
          place.condemn(backup, e.sentence(given.texts()));
        }
        if (!left.hasNext()) {
          Folders.deleteAll(work);
          throw e;
        }
        given.out().println(e.sentence(given.texts()));
      }
    }
    try (Restoration restoration = new Restoration(server, copies.get(0), key, tools, work)) {
      String typed = Objects.requireNonNullElse(given.line().value("replace"), "");
      String former = restoration.makeRoom(database, typed);
      if (!former.isEmpty()) {
        given.say("restore.renamed", database, former);
      }
      try {
        restoration.restore(opened, backup, database);
      } catch (BackupFailure e) {
        given.say("restore.left", database);
        throw e;
      }
      if (backup.isVerified()) {
        restoration.tell(backup, database);
      }
    }
    long seconds = Duration.between(begun, Instant.now()).toSeconds();
    given.say(
        "restore.done",
        database,
        backup.contents().tables().size(),
        backup.contents().rows(),
        seconds / 60,
        seconds % 60);
    return OK;
  }

  /** The named one whatever its state; else the last proved one, up to the moment. */
  private static @Nullable Manifest chosen(Given given, List<Manifest> all) {
    String name = given.line().value("name");
    if (name != null) {
      return all.stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
    }
    Instant until = RestorePoint.until(given.line().value("at"), given.zone());
    return all.stream()
        .filter(Manifest::isVerified)
        .filter(one -> !one.snapshotAt().isAfter(until))
        .findFirst()
        .orElse(null);
  }
}
