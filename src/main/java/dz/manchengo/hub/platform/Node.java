package dz.manchengo.hub.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The lasting name of this hub, kept in its home: after a restart it knows its own work again. It
 * is written once, whole or not at all; another name would leave that work to nobody.
 */
@Component
public class Node {
  private final String id;

  Node(HubHome home) throws IOException {
    Path file = home.resolve("node-id");
    String kept = Files.exists(file) ? Files.readString(file).strip() : "";
    this.id = kept.isEmpty() ? written(file) : kept;
  }

  public String id() {
    return id;
  }

  private static String written(Path file) throws IOException {
    String id = UUID.randomUUID().toString();
    Path part = file.resolveSibling("node-id.part");
    Files.writeString(
        part,
        id,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    return id;
  }
}
