package dz.manchengo.hub.platform;

import java.nio.file.Path;

public record HubHome(Path path) {
  public Path resolve(String child) {
    return path.resolve(child);
  }
}
