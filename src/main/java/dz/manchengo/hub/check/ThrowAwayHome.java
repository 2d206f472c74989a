package dz.manchengo.hub.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * A home that is gone when the check is over: rows on their way, and an empty catalogue where no
 * hub's can be had. Of the real home only feeds are read.
 */
record ThrowAwayHome(Path path, HomeInUse use) implements AutoCloseable {
  private static final String PREFIX = "hub-check-";

  /**
   * Anybody may enter, for PostgreSQL may run as another user; its password is in a private file.
   */
  static ThrowAwayHome beside(Path realHome) throws IOException {
    Path path = Files.createTempDirectory(PREFIX).toRealPath();
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
    }
    ThrowAwayHome home = new ThrowAwayHome(path, HomeInUse.mark(path));
    HomeInUse.removeAbandoned(path, PREFIX);
    home.copyFeeds(realHome.resolve("config/feeds"));
    return home;
  }

  private void copyFeeds(Path feeds) throws IOException {
    if (!Files.isDirectory(feeds)) {
      return;
    }
    Path own = Files.createDirectories(path.resolve("config/feeds"));
    try (Stream<Path> files = Files.list(feeds)) {
      for (Path feed : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        Files.copy(feed, own.resolve(feed.getFileName()));
      }
    }
  }

  @Override
  public void close() throws IOException {
    FileSystemUtils.deleteRecursively(path);
    use.close();
  }
}
