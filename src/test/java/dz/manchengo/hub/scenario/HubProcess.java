package dz.manchengo.hub.scenario;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.platform.ContentHash;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** A hub of its own, to be stopped, refused or killed. */
final class HubProcess implements AutoCloseable {
  static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  static final String READY = "Hub ready";
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Pattern DATABASE = Pattern.compile("PostgreSQL listens on 127.0.0.1:(\\d+)");
  private static final List<String> OWN_PORTS =
      List.of(
          "-Dserver.port=0",
          "-Dhub.embedded.postgres.port=0",
          "-Dhub.embedded.redis.port=0",
          "-XX:TieredStopAtLevel=1",
          "-Xmx512m");

  private final Process process;
  private final Queue<String> output = new ConcurrentLinkedQueue<>();
  private final Thread listener;

  private HubProcess(Process process) {
    this.process = process;
    this.listener = new Thread(this::listen, "hub " + process.pid());
    listener.setDaemon(true);
    listener.start();
  }

  /** The packaged jar, as the contract has it. */
  static HubProcess ofJar(Path workingFolder, String... settings) {
    Path jar = Path.of(System.getProperty("hub.jar"));
    return start(List.of(), workingFolder, List.of(), jar, settings);
  }

  /** A copy of the packaged jar, by a command that changes the user. */
  static HubProcess ofJarAs(List<String> prefix, Path workingFolder, Path jar, String... settings) {
    return start(prefix, workingFolder, List.of(), jar, settings);
  }

  /** The same jar unpacked, with its classes prepared, and no warm-up: for whoever dies young. */
  static HubProcess warm(HubFolder hub, String... settings) {
    List<String> all = new ArrayList<>();
    all.add("-Dhub.home=" + hub.home());
    all.add("-Dmanagement.server.port=0");
    all.add("-Dhub.warm-up=false");
    all.addAll(List.of(settings));
    return start(
        List.of(), WarmJar.FOLDER, WarmJar.OPTIONS, WarmJar.JAR, all.toArray(String[]::new));
  }

  /** What a command of the packaged jar says, and how it ends. */
  static String command(Path workingFolder, String... words) {
    return said(workingFolder, List.of(), Path.of(System.getProperty("hub.jar")), words);
  }

  /** What the jar that is prepared says before it ends by itself. */
  static String refusal(String... words) {
    return said(WarmJar.FOLDER, WarmJar.OPTIONS, WarmJar.JAR, words);
  }

  private static String said(Path folder, List<String> options, Path jar, String... words) {
    List<String> command = new ArrayList<>(List.of(JAVA, "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of(words));
    try {
      HubProcess process =
          new HubProcess(
              new ProcessBuilder(command)
                  .directory(folder.toFile())
                  .redirectErrorStream(true)
                  .start());
      int exit = process.awaitEnd();
      return process.output() + "\nexit " + exit;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HubProcess start(
      List<String> prefix, Path workingFolder, List<String> options, Path jar, String... settings) {
    List<String> command = new ArrayList<>(prefix);
    command.add(JAVA);
    command.addAll(OWN_PORTS);
    command.addAll(options);
    command.addAll(List.of(settings));
    command.addAll(List.of("-jar", jar.toString()));
    try {
      return new HubProcess(
          new ProcessBuilder(command)
              .directory(workingFolder.toFile())
              .redirectErrorStream(true)
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HubProcess awaitReady() {
    await("start of the hub")
        .atMost(PATIENCE)
        .until(() -> output().contains(READY) || !process.isAlive());
    assertThat(output()).contains(READY);
    return this;
  }

  String output() {
    return String.join("\n", output);
  }

  /** As kill -9 does. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Lets it run for so long, or until it ends by itself. */
  void runFor(Duration time) throws InterruptedException {
    boolean ended = process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    assertThat(ended).as("ended by itself: %s", output()).isFalse();
  }

  /** By order; the exit code. */
  int stop() {
    process.toHandle().destroy();
    return awaitEnd();
  }

  /** Waits until it ends by itself; the exit code. */
  int awaitEnd() {
    try {
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .as("still running: %s", output())
          .isTrue();
      listener.join(PATIENCE.toMillis());
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Its embedded database, as psql would use it. */
  JdbcClient database(HubFolder hub) {
    return JdbcClient.create(
        new DriverManagerDataSource(
            databaseUrl() + "?currentSchema=hub", "hub", hub.databasePassword()));
  }

  String databaseUrl() {
    Matcher port = DATABASE.matcher(output());
    assertThat(port.find()).isTrue();
    return "jdbc:postgresql://127.0.0.1:" + port.group(1) + "/hub";
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
  }

  private void listen() {
    try (BufferedReader in = process.inputReader()) {
      in.lines().forEach(output::add);
    } catch (IOException | UncheckedIOException e) {
      output.add(e.toString()); // the stream of a killed process closes under the reader
    }
  }

  /** Made once beside the jar, by whichever of the processes that run tests needs it first. */
  private static final class WarmJar {
    private static final Path PACKED = Path.of(System.getProperty("hub.jar")).toAbsolutePath();
    static final Path FOLDER = PACKED.resolveSibling("hub-warm");
    static final Path JAR = FOLDER.resolve("hub").resolve(PACKED.getFileName());
    private static final Path MADE_OF = FOLDER.resolve("made-of");
    private static final Path CLASSES = FOLDER.resolve("classes.jsa");
    static final List<String> OPTIONS = List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + CLASSES);

    static {
      make();
    }

    private static void make() {
      try {
        Files.createDirectories(FOLDER);
        try (FileChannel lock = FileChannel.open(FOLDER.resolve("lock"), CREATE, WRITE)) {
          lock.lock();
          String packed =
              ContentHash.of(Files.readAllBytes(PACKED)).hex(); // its date never changes
          if (!Files.exists(MADE_OF) || !Files.readString(MADE_OF).equals(packed)) {
            Files.deleteIfExists(MADE_OF);
            FileSystemUtils.deleteRecursively(FOLDER.resolve("hub"));
            run("-Djarmode=tools", "-jar", PACKED.toString(), "extract", "--destination", "hub");
            classes();
            Files.writeString(MADE_OF, packed);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** A hub that ends as soon as its beans are made leaves its loaded classes in an archive. */
    private static void classes() {
      List<String> command = new ArrayList<>(OWN_PORTS);
      command.add("-Dspring.context.exit=onRefresh");
      command.add("-XX:ArchiveClassesAtExit=" + CLASSES);
      command.addAll(List.of("-Dhub.home=home", "-jar", JAR.toString()));
      run(command.toArray(String[]::new));
      new HubFolder(FOLDER.resolve("home")).endServers(); // it ends too early to stop them itself
    }

    private static void run(String... arguments) {
      List<String> command = new ArrayList<>();
      command.add(JAVA);
      command.addAll(List.of(arguments));
      try {
        HubProcess run =
            new HubProcess(
                new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .start());
        assertThat(run.awaitEnd()).as(run.output()).isZero();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
