package dz.manchengo.hub.scenario;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A hub's home as people use it: they drop files and find answers. */
record HubFolder(Path home) {
  static final String INVOICES = "invoices";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  Path inbox(String folder) {
    return home.resolve("inbox").resolve(folder);
  }

  /** Drops a file into {@code inbox/invoices/}, whole at once. */
  Path drop(String name, byte[] bytes) {
    return drop(INVOICES, name, bytes);
  }

  Path drop(String name, String text) {
    return drop(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path drop(String folder, String name, byte[] bytes) {
    try {
      Path part = Files.write(inbox(folder).resolve("." + UUID.randomUUID() + ".part"), bytes);
      return Files.move(part, in(inbox(folder), name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Drops a file into {@code preview/<folder>/}, whole at once. */
  Path preview(String folder, String name, String text) {
    try {
      Path place = home.resolve("preview").resolve(folder);
      Path part = Files.writeString(place.resolve("." + UUID.randomUUID() + ".part"), text);
      return Files.move(part, in(place, name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Where the answer to the first file of that name is put. */
  Path answer(String folder, String name) {
    return in(home.resolve("acknowledgements").resolve(folder), name + ".ack.xlsx");
  }

  Acknowledgement awaitAcknowledgement(String name) {
    return awaitAcknowledgement(INVOICES, name);
  }

  Acknowledgement awaitAcknowledgement(String folder, String name) {
    Path answer = answer(folder, name);
    await("answer to " + name).atMost(PATIENCE).until(() -> Files.exists(answer));
    return Acknowledgement.read(answer);
  }

  /** The original's bytes as the archive keeps them. */
  byte[] archived(String path) throws IOException {
    return Files.readAllBytes(home.resolve("archive").resolve(path));
  }

  /** Every file below a folder of the home, as paths below that folder. */
  List<String> files(String folder) {
    Path root = home.resolve(folder);
    try (Stream<Path> all = Files.walk(root)) {
      String base = root.toUri().getPath();
      return all.filter(Files::isRegularFile)
          .map(path -> path.toUri().getPath().substring(base.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Of the embedded database and its user {@code hub}. */
  String databasePassword() {
    try {
      return Files.readString(home.resolve("embedded/password")).strip();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Servers that run from this home. */
  List<ProcessHandle> servers() {
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().command().filter(c -> c.startsWith(home + "/")).isPresent())
        .toList();
  }

  /** After a failed test only: a hub that stops by order leaves none. */
  void endServers() {
    servers().forEach(ProcessHandle::destroyForcibly);
  }

  /** When the tests are over and the servers that run from here have stopped. */
  void removeAtExit() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  await("end of the servers").until(() -> servers().isEmpty());
                  FileSystemUtils.deleteRecursively(home.toFile());
                }));
  }

  /** A path whose last part is that name, whatever the locale of the process can encode. */
  static Path in(Path folder, String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      encoded.append('%').append(String.format("%02X", b));
    }
    String base = folder.toUri().getRawPath();
    return Path.of(
        URI.create("file://" + (base.endsWith("/") ? base : base + "/") + encoded.toString()));
  }
}
