package dz.manchengo.hub.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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

  /**
   * A place in the home, by its path with forward slashes. Names are UTF-8 whatever the locale of
   * the process.
   */
  public Path resolve(String place) {
    String base = path.toUri().getRawPath();
    StringBuilder uri = new StringBuilder("file://").append(base.replaceAll("/$", ""));
    for (String name : place.split("/", -1)) {
      uri.append('/');
      for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
        uri.append('%').append(String.format("%02X", b));
      }
    }
    return Path.of(URI.create(uri.toString()));
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
