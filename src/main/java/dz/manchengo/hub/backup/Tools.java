package dz.manchengo.hub.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PostgreSQL's own programs, of the server's version or the next newer one that is here.
 *
 * @param folder where they are
 * @param version as {@code pg_dump --version} says it
 */
record Tools(Path folder, String version) {
  private static final Pattern VERSION = Pattern.compile("(\\d+)(?:\\.(\\d+))?");
  private static final String SUFFIX = isWindows() ? ".exe" : "";
  private static final long LOOK_MILLIS = 200;
  private static final long LEAST_BYTES = 1 << 20;
  private static final int LAST_LINES = 5;

  /** Where packages put them, each version in a folder of its own. */
  private static final List<String> USUAL =
      List.of(
          "/usr/lib/postgresql",
          "/usr/pgsql",
          "/opt/homebrew/opt",
          "/usr/local/opt",
          "/usr/local/pgsql",
          "/Library/PostgreSQL",
          "C:/Program Files/PostgreSQL");

  private static final Comparator<Tools> NEWEST =
      Comparator.comparingInt((Tools tools) -> minor(tools.version)).reversed();

  /**
   * The programs for that server.
   *
   * @param given folder of the settings; blank to search
   * @throws BackupFailure where there are none, or all are older
   */
  static Tools find(String given, String serverVersion) {
    List<Path> folders = given.isBlank() ? folders() : List.of(Path.of(given));
    int wanted = major(serverVersion);
    List<Tools> all =
        folders.stream().map(Tools::at).flatMap(Optional::stream).sorted(NEWEST).toList();
    return all.stream()
        .filter(tools -> major(tools.version) >= wanted)
        .min(Comparator.comparingInt(tools -> major(tools.version)))
        .orElseThrow(
            () ->
                all.isEmpty()
                    ? BackupFailure.of("no-tools", wanted)
                    : BackupFailure.of("old-tools", wanted, all.get(0).version));
  }

  private static List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    for (String usual : USUAL) {
      folders.addAll(versions(Path.of(usual)));
    }
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    Pattern.compile(Pattern.quote(System.getProperty("path.separator", ":")))
        .splitAsStream(path)
        .filter(part -> !part.isBlank())
        .map(Path::of)
        .forEach(folders::add);
    return folders;
  }

  /** None on systems that have no such place. */
  private static List<Path> versions(Path usual) {
    try (Stream<Path> versions = Files.list(usual)) {
      return versions.map(version -> version.resolve("bin")).toList();
    } catch (IOException none) {
      return List.of();
    }
  }

  private static Optional<Tools> at(Path folder) {
    Path dump = folder.resolve("pg_dump" + SUFFIX);
    Path restore = folder.resolve("pg_restore" + SUFFIX);
    if (!Files.isExecutable(dump) || !Files.isExecutable(restore)) {
      return Optional.empty();
    }
    try {
      Process asked = new ProcessBuilder(dump.toString(), "--version").start();
      asked.getOutputStream().close();
      String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher version = VERSION.matcher(said);
      return version.find() ? Optional.of(new Tools(folder, version.group())) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static int major(String version) {
    Matcher number = VERSION.matcher(version);
    return number.find() ? Integer.parseInt(number.group(1)) : 0;
  }

  private static int minor(String version) {
    Matcher number = VERSION.matcher(version);
    return number.find() && number.group(2) != null ? Integer.parseInt(number.group(2)) : 0;
  }

  /**
   * Restores a dump into a database that is there and empty; what is in it is the owner's.
   *
   * @throws BackupFailure at the first thing that cannot be restored
   */
  void restore(Path dump, Server server, String database, Path work, BooleanSupplier stop)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--exit-on-error", "--no-owner", "--jobs=2"));
    arguments.add("--role=" + server.owner());
    arguments.add("--dbname=" + database);
    arguments.add(dump.toString());
    run("pg_restore", arguments, server, database, work, stop);
  }

  /**
   * Runs one of them to its end.
   *
   * @param work where its words and the password are kept meanwhile
   * @param stop asked all the while; it is ended then
   * @throws BackupFailure where it does not end well, with its last words
   */
  void run(
      String program,
      List<String> arguments,
      Server server,
      String database,
      Path work,
      BooleanSupplier stop)
      throws IOException {
    Path said = work.resolve(program + ".log");
    List<String> line = new ArrayList<>(List.of(folder.resolve(program + SUFFIX).toString()));
    line.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.redirectOutput(said.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("PG"));
    environment.putAll(server.environment(database));
    environment.put("PGPASSFILE", server.passwordFile(work).toString());
    environment.put("LC_ALL", "C");
    Process process = builder.start();
    process.getOutputStream().close();
    boolean stopped = false;
    try {
      while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        if (stop.getAsBoolean()) {
          stopped = true;
          process.destroy();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped = true;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Files.deleteIfExists(work.resolve("pgpass"));
    }
    if (stopped) {
      throw BackupFailure.of("stopped");
    }
    if (process.exitValue() != 0) {
      throw BackupFailure.of("tool", program, process.exitValue(), reason(work, said));
    }
  }

  /** Its last words; on a full disk there is no room for them. */
  private static Object reason(Path work, Path said) throws IOException {
    String words = last(said);
    boolean full = Files.getFileStore(work).getUsableSpace() < LEAST_BYTES;
    return words.isEmpty() && full ? BackupFailure.of("no-room", work) : words;
  }

  private static String last(Path said) throws IOException {
    List<String> lines =
        Files.readAllLines(said, StandardCharsets.UTF_8).stream()
            .filter(l -> !l.isBlank())
            .toList();
    return String.join(" / ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }

  private static boolean isWindows() {
    return System.getProperty("os.name", "").startsWith("Windows");
  }
}
