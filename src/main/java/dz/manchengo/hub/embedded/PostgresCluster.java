package dz.manchengo.hub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One data directory: made whole, started, stopped, and taken over from a hub that was killed. */
record PostgresCluster(Path data, PostgresPrograms programs) {
  private static final Logger log = LoggerFactory.getLogger(PostgresCluster.class);
  private static final List<String> LETTERS = List.of("C.UTF-8", "en_US.UTF-8", "C");

  /** initdb and the first password in a folder beside; the rename is the commit. */
  void create(String password) throws IOException {
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      WholeFolder.make(data, folder -> initialise(folder, password));
    }
  }

  private void initialise(Path folder, String password) throws IOException {
    programs.user().own(folder);
    Command.Result result = new Command.Result(-1, "");
    for (String letters : LETTERS) {
      result = result.ok() ? result : initdb(folder, letters);
    }
    require(result, "initdb");
    Files.writeString(
        folder.resolve("postgresql.conf"), PostgresSettings.INCLUDE, StandardOpenOption.APPEND);
    programs.user().own(folder);
    new PostgresCluster(folder, programs).resetPassword(password);
  }

  /**
   * Sorts by code point on every system, so that embedded and other servers agree; only upper and
   * lower case need the system to know UTF-8, and not each calls it by the same name.
   */
  private Command.Result initdb(Path folder, String letters) throws IOException {
    return programs.run(
        "initdb",
        List.of(
            "-D",
            folder.toString(),
            "-U",
            "postgres",
            "-E",
            "UTF8",
            "--auth=trust",
            "--locale=C",
            "--lc-ctype=" + letters,
            "--data-checksums"));
  }

  /** In single-user mode, for the first password, or when the file with the former one was lost. */
  void resetPassword(String password) throws IOException {
    String sql = "ALTER ROLE postgres PASSWORD '%s'\n".formatted(password);
    List<String> arguments = List.of("--single", "-D", data.toString(), "postgres");
    require(programs.run(sql, "postgres", arguments), "postgres --single");
  }

  void start(int port) throws IOException {
    PostgresSettings.write(data, port);
    Path console = data.resolve("start.log");
    Files.deleteIfExists(console);
    programs.user().own(data);
    Command.Result result = control("start", "-t", "600", "-l", console.toString());
    String said = Files.exists(console) ? Files.readString(console).strip() : "";
    require(new Command.Result(result.status(), result.output() + "\n" + said), "pg_ctl start");
  }

  /**
   * Fast: sessions end, everything is written. What that cannot end in time loses nothing either.
   */
  void stop() throws IOException {
    Command.Result fast = control("stop", "-m", "fast", "-t", "60");
    if (!fast.ok()) {
      log.warn("PostgreSQL did not stop at once, recovery will follow: {}", fast.output());
      control("stop", "-m", "immediate", "-t", "30");
    }
  }

  /** False once it ended by itself; a recorded number that another process has now counts as so. */
  boolean isRunning() {
    try {
      return recorded(data.resolve("postmaster.pid")).filter(this::isOurs).isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends what a killed hub left running: the server, a half-done initdb, orphaned sessions. */
  void takeOver() throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    Optional<ProcessHandle> recorded = Files.exists(pidFile) ? recorded(pidFile) : Optional.empty();
    if (recorded.filter(this::isOurs).isPresent()) {
      log.info("Stopping the PostgreSQL that a former hub left running");
      stop();
    } else if (recorded.isPresent()) {
      log.info("Process {} is not ours: {} is stale", recorded.get().pid(), pidFile);
      Files.delete(pidFile);
    }
    OwnProcesses.kill(programs.all());
  }

  private static Optional<ProcessHandle> recorded(Path pidFile) throws IOException {
    try (Stream<String> lines = Files.lines(pidFile)) {
      return lines.findFirst().map(String::strip).map(Long::valueOf).flatMap(ProcessHandle::of);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Its program's path tells; where another user's path is hidden, its arguments do. */
  private boolean isOurs(ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    if (info.command().isPresent()) {
      return OwnProcesses.runs(programs.all()).test(process);
    }
    return List.of(info.arguments().orElseGet(() -> new String[0])).contains(data.toString());
  }

  private Command.Result control(String verb, String... options) throws IOException {
    return programs.run(
        "pg_ctl",
        Stream.concat(Stream.of(verb, "-w", "-D", data.toString()), Stream.of(options)).toList());
  }

  private void require(Command.Result result, String step) {
    if (!result.ok()) {
      throw new EmbeddedServerFailure(
          "PostgreSQL embarqué (%s) : %s échoue. / The embedded PostgreSQL (%s): %s failed.%n%s"
              .formatted(data, step, data, step, result.output()));
    }
  }
}
