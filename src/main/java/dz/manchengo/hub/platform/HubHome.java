package dz.manchengo.hub.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of everything the hub keeps in files ({@code hub.home}), as a real absolute path. */
public record HubHome(Path path) {

  /** The home at this place, created where it is missing. */
  static HubHome at(String place) {
    Path path = Path.of(place).toAbsolutePath().normalize();
    try {
      return new HubHome(Files.createDirectories(path).toRealPath());
    } catch (IOException e) {
      throw HomeUnavailable.notUsable(path, e);
    }
  }

  /** A folder of the home, created where it is missing. */
  public Path folder(String name) {
    try {
      return Files.createDirectories(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
