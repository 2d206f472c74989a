package dz.manchengo.hub.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;

/** The packaged jar in a process and a home of its own, on embedded servers with fsync on. */
final class HubJar implements AutoCloseable {
  private static final Pattern DATABASE = Pattern.compile("PostgreSQL listens on 127.0.0.1:(\\d+)");
  private static final Pattern CONSOLE = Pattern.compile("Hub ready: console (\\S+)");
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  private final Path home;
  private final Path log;
  private final Process process;

  private HubJar(Path home, Path log, Process process) {
    this.home = home;
    this.log = log;
    this.process = process;
  }

  static HubJar start(String heap, String... settings) throws IOException, InterruptedException {
    Path home = Files.createTempDirectory("hub-bench").toRealPath();
    Path log = home.resolve("hub.log");
    HubJar hub = new HubJar(home, log, process(home, log, heap, List.of(settings)));
    hub.awaitReady();
    return hub;
  }

  private static Process process(Path home, Path log, String heap, List<String> settings)
      throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-Xmx" + heap));
    command.addAll(settings);
    command.addAll(
        List.of(
            "-Dhub.home=" + home,
            "-Dserver.port=0",
            "-Dmanagement.server.port=0",
            "-Dhub.embedded.postgres.port=0",
            "-Dhub.embedded.redis.port=0",
            "-jar",
            System.getProperty("hub.jar")));
    return new ProcessBuilder(command)
        .directory(home.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  /** Its folder. */
  Path home() {
    return home;
  }

  private void awaitReady() throws IOException, InterruptedException {
    while (!said().contains("Hub ready")) {
      if (!process.isAlive()) {
        throw new IllegalStateException(said());
      }
      Thread.sleep(100);
    }
  }

  /** From the file in the drop folder to its answer on the disk. */
  Run post(String folder, Path file) throws IOException, InterruptedException {
    List<ProcessHandle> self = List.of(process.toHandle());
    CpuClock own = new CpuClock(self);
    CpuClock server = new CpuClock(servers());
    drop(folder, file);
    long start = System.nanoTime();
    awaitAnswer(folder, file);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Run(seconds, own.seconds(self), server.seconds(servers()));
  }

  private void drop(String folder, Path file) throws IOException {
    Path inbox = home.resolve("inbox").resolve(folder);
    Path part = Files.copy(file, inbox.resolve("bench.part"));
    Files.move(part, inbox.resolve(name(file)), StandardCopyOption.ATOMIC_MOVE);
  }

  private void awaitAnswer(String folder, Path file) throws IOException, InterruptedException {
    Path answers = home.resolve("acknowledgements").resolve(folder);
    while (!Files.exists(answers.resolve(name(file) + ".ack.xlsx"))) {
      if (!process.isAlive()) {
        throw new IllegalStateException(said());
      }
      Thread.sleep(5);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** Where it answers calls. */
  String url() throws IOException {
    Matcher console = CONSOLE.matcher(said());
    if (!console.find()) {
      throw new IllegalStateException(said());
    }
    return console.group(1);
  }

  /** A key for a client, made by the command beside the running hub. */
  String key(String client, String scopes) throws IOException, InterruptedException {
    List<String> lines = command("api-key", "create", "--client", client, "--scopes", scopes);
    return lines.get(lines.size() - 1);
  }

  /** What a command beside the running hub says. */
  List<String> command(String... words) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-jar", System.getProperty("hub.jar")));
    command.addAll(List.of(words));
    command.add("--hub.home=" + home);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> lines = process.inputReader().lines().toList();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join("\n", lines));
    }
    return lines;
  }

  /** Its embedded database. */
  Database database() throws IOException {
    Matcher port = DATABASE.matcher(said());
    if (!port.find()) {
      throw new IllegalStateException(said());
    }
    String url = "jdbc:postgresql://127.0.0.1:" + port.group(1) + "/hub";
    return new Database(url, Files.readString(home.resolve("embedded/password")).strip());
  }

  List<ProcessHandle> servers() {
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().command().filter(c -> c.startsWith(home + File.separator)).isPresent())
        .toList();
  }

  /** The most memory that the process ever had, MB; 0 where the system does not tell. */
  long peakMegabytes() throws IOException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    Matcher peak = PEAK.matcher(Files.readString(status));
    return peak.find() ? Long.parseLong(peak.group(1)) / 1024 : 0;
  }

  private String said() throws IOException {
    return Files.exists(log) ? Files.readString(log) : "";
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().join();
    FileSystemUtils.deleteRecursively(home);
  }
}
