package dz.manchengo.hub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.data.redis.RedisConnectionDetails;

/**
 * The running server, as Boot's Redis knows it. The library's own starter is not used: it stops
 * Redis from a shutdown hook of its own, while beans still talk to it.
 */
final class RedisServer implements RedisConnectionDetails, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RedisServer.class);
  private static final Duration TO_START = Duration.ofMinutes(5);
  private static final Duration TO_STOP = Duration.ofSeconds(30);

  private final Path folder;
  private final Path programs;
  private final String password;
  private int port;

  private RedisServer(Path embedded, String password) throws IOException {
    this.folder = Files.createDirectories(embedded.resolve("redis"));
    this.programs = Files.createDirectories(embedded.resolve("programs").resolve("redis"));
    this.password = password;
  }

  static RedisServer start(Path embedded, int wantedPort) {
    try {
      RedisServer server = new RedisServer(embedded, Password.of(embedded));
      server.run(wantedPort);
      log.info("Redis listens on {}:{}, same password", LoopbackPort.HOST, server.port);
      return server;
    } catch (IOException e) {
      throw new EmbeddedServerFailure(
          "Redis embarqué ne démarre pas dans %s : %s / The embedded Redis did not start."
              .formatted(embedded, e),
          e);
    }
  }

  /** Two servers must not write to one file: what a killed hub left running goes first. */
  private void run(int wantedPort) throws IOException {
    close();
    Path program = RedisPrograms.unpack(programs);
    port = LoopbackPort.choose("Redis", wantedPort);
    if (!launch(program) && !launchEmpty(program)) {
      throw new EmbeddedServerFailure(
          "Redis embarqué ne démarre pas, voir %s. / The embedded Redis did not start, see there."
              .formatted(folder.resolve("redis.log")));
    }
  }

  private boolean launch(Path program) throws IOException {
    Path settings = folder.resolve("redis.conf");
    PrivateFile.write(folder, "redis.conf", RedisSettings.text(folder, port, password));
    Process launcher =
        new ProcessBuilder(program.toString(), settings.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("start.log").toFile())
            .start();
    Wait.until(TO_START, () -> answers() || isGone(launcher));
    return answers();
  }

  /**
   * The launcher ends well when it has gone to the background, where it is found by its program.
   */
  private boolean isGone(Process launcher) {
    return !launcher.isAlive() && OwnProcesses.of(programs).isEmpty();
  }

  private boolean answers() {
    return RedisPing.answers(port, password);
  }

  /**
   * Nothing is lost without Redis: a file that it cannot read must not keep the hub from starting.
   */
  private boolean launchEmpty(Path program) throws IOException {
    close();
    Path unreadable = folder.resolve("appendonly.aof");
    if (!Files.exists(unreadable)) {
      return false;
    }
    log.warn("Redis does not start with {}: setting it aside and starting empty", unreadable);
    Files.move(
        unreadable,
        folder.resolve("appendonly.aof.unreadable"),
        StandardCopyOption.REPLACE_EXISTING);
    return launch(program);
  }

  @Override
  public String getPassword() {
    return password;
  }

  @Override
  public Standalone getStandalone() {
    return Standalone.of(LoopbackPort.HOST, port);
  }

  @Override
  public void close() {
    OwnProcesses.stop(programs, TO_STOP);
  }
}
