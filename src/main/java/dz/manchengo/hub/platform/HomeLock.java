package dz.manchengo.hub.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One hub per home: an operating system's lock on {@code hub.lock}, which a killed process cannot
 * leave behind. {@link HubHome} as a bean is only to be had through it, so that whoever writes to
 * the home does so under the lock.
 *
 * <p>A POSIX lock is lost when the process closes <em>any</em> channel on its file: nothing else in
 * the hub may open {@code hub.lock}, and a second attempt within one process is refused before it
 * does.
 */
public final class HomeLock implements AutoCloseable {
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final HubHome home;
  private final FileChannel channel;

  private HomeLock(HubHome home, FileChannel channel) {
    this.home = home;
    this.channel = channel;
  }

  /** Takes the lock, or says who cannot share what. */
  public static HomeLock take(HubHome home) {
    if (!HELD_HERE.add(home.path())) {
      throw HomeUnavailable.inUse(home.path());
    }
    FileChannel channel = null;
    try {
      channel = lockedChannel(home.path());
    } catch (IOException e) {
      throw HomeUnavailable.notUsable(home.path(), e);
    } finally {
      if (channel == null) {
        HELD_HERE.remove(home.path());
      }
    }
    return new HomeLock(home, channel);
  }

  private static FileChannel lockedChannel(Path home) throws IOException {
    FileChannel channel =
        FileChannel.open(
            home.resolve("hub.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock = null;
    try {
      lock = channel.tryLock();
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    if (lock == null) {
      throw HomeUnavailable.inUse(home);
    }
    return channel;
  }

  /** The home that is held. */
  public HubHome home() {
    return home;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      HELD_HERE.remove(home.path());
    }
  }
}
