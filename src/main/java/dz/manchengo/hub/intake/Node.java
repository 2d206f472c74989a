package dz.manchengo.hub.intake;

import dz.manchengo.hub.platform.HubHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The lasting name of this hub, kept in its home: after a restart it knows its own leases again.
 */
@Component
class Node {
  private final String id;

  Node(HubHome home) throws IOException {
    Path file = home.resolve("node-id");
    String kept = Files.exists(file) ? Files.readString(file).strip() : "";
    this.id = kept.isEmpty() ? UUID.randomUUID().toString() : kept;
    Files.writeString(file, id);
  }

  String id() {
    return id;
  }
}
