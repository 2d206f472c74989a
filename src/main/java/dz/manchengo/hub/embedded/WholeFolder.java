package dz.manchengo.hub.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** A folder that gets its name only when it is whole: what a crash cut short is made again. */
final class WholeFolder {
  private static final Logger log = LoggerFactory.getLogger(WholeFolder.class);

  /** Fills a folder that nobody looks at yet. */
  interface Filling {
    void into(Path folder) throws IOException;
  }

  private WholeFolder() {}

  static void make(Path target, Filling filling) throws IOException {
    Path parent = Files.createDirectories(target.toAbsolutePath().getParent());
    String unfinished = target.getFileName() + ".new-";
    deleteAll(parent, path -> path.getFileName().toString().startsWith(unfinished));
    Path fresh = Files.createTempDirectory(parent, unfinished);
    filling.into(fresh);
    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    sync(parent);
  }

  /** Best effort: what cannot be deleted now is in nobody's way and is tried again next time. */
  static void deleteAll(Path parent, DirectoryStream.Filter<Path> which) throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, which)) {
      for (Path path : found) {
        delete(path);
      }
    }
  }

  private static void delete(Path path) {
    try {
      FileSystemUtils.deleteRecursively(path);
    } catch (IOException | UncheckedIOException e) {
      log.warn("{} could not be deleted: {}", path, e.toString());
    }
  }

  /** Makes a rename in this folder last; Windows has no such call and needs none. */
  static void sync(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      log.debug("{} was not synchronised: {}", folder, e.toString());
    }
  }
}
