package dz.manchengo.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.ChildJvm;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisServerIT {
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  Path embedded;

  @Test
  void answersToThePasswordOnly() throws IOException {
    try (RedisServer server = RedisServer.start(embedded, 0)) {
      assertThat(RedisPing.ask(port(server), "PING")).startsWith("-NOAUTH");
      assertThat(RedisPing.answers(port(server), "guess")).isFalse();
      assertThat(RedisPing.answers(port(server), server.getPassword())).isTrue();
    }
    assertThat(OwnProcesses.of(embedded)).isEmpty();
  }

  @Test
  void keepsDataOverARestartOnAnotherPort() throws IOException {
    try (RedisServer server = RedisServer.start(embedded, 0)) {
      assertThat(ask(server, "SET word kept")).isEqualTo("+OK +OK");
    }
    try (ServerSocket taken = new ServerSocket(0);
        RedisServer server = RedisServer.start(embedded, taken.getLocalPort())) {
      assertThat(port(server)).isNotEqualTo(taken.getLocalPort());
      assertThat(ask(server, "STRLEN word")).isEqualTo("+OK :4");
    }
  }

  @Test
  void takesOverFromAHubThatWasKilled() throws Exception {
    Process child = ChildJvm.start(Halts.class, embedded.toString());
    String output = ChildJvm.output(child);
    assertThat(child.waitFor()).as(output).isEqualTo(9);
    assertThat(OwnProcesses.of(embedded)).hasSize(1);
    try (RedisServer server = RedisServer.start(embedded, 0)) {
      assertThat(OwnProcesses.of(embedded)).hasSize(1);
      assertThat(ask(server, "STRLEN word")).isEqualTo("+OK :4");
    }
  }

  @Test
  void startsEmptyWhenItsFileCannotBeRead() throws IOException {
    Path file = Files.createDirectories(embedded.resolve("redis")).resolve("appendonly.aof");
    Files.writeString(file, "not what Redis wrote\r\nat all\r\n");
    try (RedisServer server = RedisServer.start(embedded, 0)) {
      assertThat(ask(server, "DBSIZE")).isEqualTo("+OK :0");
      assertThat(embedded.resolve("redis/appendonly.aof.unreadable")).exists();
    }
  }

  private static String ask(RedisServer server, String command) throws IOException {
    return RedisPing.ask(port(server), "AUTH " + server.getPassword(), command);
  }

  private static int port(RedisServer server) {
    return server.getStandalone().getPort();
  }

  /** Writes one word and dies without telling Redis. */
  static class Halts {
    public static void main(String[] args) throws IOException {
      RedisServer server = RedisServer.start(Path.of(args[0]), 0);
      System.out.println(ask(server, "SET word kept"));
      Runtime.getRuntime().halt(9);
    }
  }
}
