package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same with OpenSSH's server, where it is installed. */
class OpenSshIT extends DyingHub {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Path SSHD = Path.of("/usr/sbin/sshd");

  @Test
  void aFileIsTakenAnsweredAndMoved(@TempDir Path place) throws Exception {
    assumeThat(SSHD).exists();
    Path served = Files.createDirectories(place.toRealPath().resolve("served"));
    int port = freePort();
    Process server = sshd(place.toRealPath(), port);
    try (HubProcess hubProcess = start(settings(place.toRealPath(), served, port)).awaitReady()) {
      for (String name : List.of("ssh-1.csv", "*.csv", "ssh-1.csv")) {
        Path part = Files.writeString(served.resolve(".part"), file(invoice("OPENSSH " + name, 2)));
        Files.move(part, served.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        await(name).atMost(PATIENCE).until(() -> !Files.exists(served.resolve(name)));
      }
      await("answers").atMost(PATIENCE).until(() -> names(served.resolve("answers")).size() == 3);
      assertThat(names(served.resolve("answers")))
          .containsExactly("_.csv.ack.xlsx", "ssh-1.csv.2.ack.xlsx", "ssh-1.csv.ack.xlsx");
      assertThat(String.join(" ", names(served.resolve("done"))))
          .matches("\\d+-ssh-1\\.csv _\\.csv ssh-1\\.csv");
      assertThat(hubProcess.output()).doesNotContain("ERROR", " WARN ");
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static Process sshd(Path place, int port) throws Exception {
    keygen(place.resolve("host"));
    keygen(place.resolve("user"));
    Files.writeString(
        place.resolve("known_hosts"),
        "[127.0.0.1]:" + port + " " + Files.readString(place.resolve("host.pub")));
    Files.writeString(
        place.resolve("sshd_config"),
        """
        ListenAddress 127.0.0.1
        Port %d
        HostKey %s
        AuthorizedKeysFile %s
        PidFile none
        StrictModes no
        UsePAM no
        PermitRootLogin yes
        Subsystem sftp internal-sftp
        """
            .formatted(port, place.resolve("host"), place.resolve("user.pub")));
    Files.createDirectories(Path.of("/run/sshd"));
    Process server =
        new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", place.resolve("sshd_config") + "")
            .redirectErrorStream(true)
            .redirectOutput(place.resolve("sshd.log").toFile())
            .start();
    await("sshd")
        .atMost(PATIENCE)
        .until(() -> Files.readString(place.resolve("sshd.log")).contains("listening"));
    return server;
  }

  private static void keygen(Path key) throws Exception {
    Process made =
        new ProcessBuilder("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString())
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();
  }

  private static String[] settings(Path place, Path served, int port) {
    String partner = "-Dhub.sftp.partner.";
    return new String[] {
      partner + "host=127.0.0.1",
      partner + "port=" + port,
      partner + "username=" + System.getProperty("user.name"),
      partner + "private-key-file=" + place.resolve("user"),
      partner + "known-hosts-file=" + place.resolve("known_hosts"),
      partner + "folder=" + served,
      partner + "into=invoices",
      partner + "answers-folder=" + served.resolve("answers"),
      partner + "poll=100ms",
      partner + "settle=500ms"
    };
  }

  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var entries = Files.list(folder)) {
      return entries
          .map(entry -> String.valueOf(entry.getFileName()))
          .filter(name -> !name.endsWith(".part"))
          .sorted()
          .toList();
    }
  }
}
