package dz.manchengo.hub.check;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * That a throw-away home is in use. The lock goes with its process however that ends, so that the
 * next check can tell the homes of checks that were killed, and removes them.
 */
record HomeInUse(Path home, FileChannel channel) implements AutoCloseable {
  private static final String LOCK = "in-use.lock";

  /** A process that opens and closes one of its own locks would lose it. */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  /** Takes the lock of a home that was just made. */
  static HomeInUse mark(Path home) throws IOException {
    HELD_HERE.add(home);
    FileChannel channel = locked(home, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return new HomeInUse(home, Objects.requireNonNull(channel, "a home that nobody else knows"));
  }

  /**
   * Removes the homes beside that one which no process holds. Those of other users are theirs, and
   * one without a lock may be in the making.
   *
   * @param prefix of the names of such homes
   */
  static void removeAbandoned(Path own, String prefix) throws IOException {
    List<Path> others;
    try (Stream<Path> all = Files.list(Objects.requireNonNull(own.getParent()))) {
      others = all.filter(p -> String.valueOf(p.getFileName()).startsWith(prefix)).toList();
    }
    for (Path other : others) {
      if (!HELD_HERE.contains(other)) {
        removeIfAbandoned(other, own);
      }
    }
  }

  /** Whatever keeps it from going, this check is none the worse: the next one tries again. */
  private static void removeIfAbandoned(Path home, Path own) {
    try {
      if (isOurs(home, own) && isAbandoned(home)) {
        FileSystemUtils.deleteRecursively(home);
      }
    } catch (IOException e) {
      // no lock yet, gone meanwhile, or a server of the killed check is still writing
    }
  }

  private static boolean isOurs(Path other, Path own) throws IOException {
    return Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
        && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own));
  }

  private static boolean isAbandoned(Path home) throws IOException {
    try (FileChannel lock = locked(home, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
      return lock != null;
    }
  }

  /** Null when another process holds it. */
  private static @Nullable FileChannel locked(Path home, OpenOption... options) throws IOException {
    FileChannel channel = FileChannel.open(home.resolve(LOCK), options);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
      return lock == null ? null : channel;
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    HELD_HERE.remove(home);
  }
}
