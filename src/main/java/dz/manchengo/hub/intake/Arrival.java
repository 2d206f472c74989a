package dz.manchengo.hub.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that lies in a drop folder, as one look at it saw it; two equal looks mean that nobody
 * touched it in between. Links are never followed.
 *
 * @param folder drop folder below {@code inbox/} or {@code preview/}; empty for these themselves
 * @param preview whether it lies below {@code preview/}
 * @param identity changes with every write, rename and replacement of the file
 */
record Arrival(String folder, boolean preview, Path path, Kind kind, long size, String identity) {
  enum Kind {
    FILE,
    FOLDER,
    LINK,
    OTHER
  }

  /** A look at the path; empty when it is gone. */
  static Optional<Arrival> look(String folder, boolean preview, Path path) throws IOException {
    try {
      BasicFileAttributes seen =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      String identity =
          seen.fileKey() + "|" + seen.size() + "|" + seen.lastModifiedTime() + "|" + changed(path);
      return Optional.of(new Arrival(folder, preview, path, kind(seen), seen.size(), identity));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  String name() {
    return FileName.of(path);
  }

  /** The identity of this arrival for {@link Delivery}: home, place, inode and its change time. */
  String deliveryId(String node) {
    return (preview ? "preview|" : "drop|") + node + "|" + folder + "/" + name() + "|" + identity;
  }

  private static Kind kind(BasicFileAttributes seen) {
    if (seen.isSymbolicLink()) {
      return Kind.LINK;
    }
    if (seen.isDirectory()) {
      return Kind.FOLDER;
    }
    return seen.isRegularFile() ? Kind.FILE : Kind.OTHER;
  }

  /** Unix change time: unlike the modification time nobody can set it (cp -p, tar, unzip do). */
  private static @Nullable Object changed(Path path) throws IOException {
    try {
      return Files.getAttribute(path, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return Files.getAttribute(path, "creationTime", LinkOption.NOFOLLOW_LINKS);
    }
  }
}
