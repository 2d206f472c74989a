package dz.manchengo.hub.backup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The disk of a folder and a database that is to find room there; most of all the one that a server
 * of this machine keeps its data on: where it is full, the live database stands still too.
 *
 * @param bytes of the database
 */
record Disk(Path folder, long bytes) {
  private static final Logger log = LoggerFactory.getLogger(Disk.class);

  /** What a server keeps of its log at the most, unless it is told otherwise (max_wal_size). */
  private static final long MOST_LOG = 1L << 30;

  private static final int RESERVE = 4;

  /** The server's own; empty where it is elsewhere, or does not tell the role. */
  static Optional<Disk> of(Server server, long bytes) {
    try (Connection session = server.connect();
        Statement sql = session.createStatement()) {
      if (!InetAddress.getByName(server.host()).isLoopbackAddress()) {
        return Optional.empty();
      }
      Path folder = Path.of(Contents.single(sql, "SHOW data_directory"));
      return Files.isDirectory(folder) ? Optional.of(new Disk(folder, bytes)) : Optional.empty();
    } catch (SQLException | UnknownHostException e) {
      log.debug("nothing is known of the server's disk", e);
      return Optional.empty();
    }
  }

  /** Bytes that a restored copy takes, with what is logged meanwhile. */
  long needed() {
    return bytes + Math.min(bytes, MOST_LOG);
  }

  /**
   * Bytes that have to be free in all, where what a backup is made in lies on the same disk.
   *
   * @param work for a backup's own files
   */
  long needed(Path work) throws IOException {
    return store().equals(Files.getFileStore(work)) ? needed() + bytes : needed();
  }

  long free() throws IOException {
    return store().getUsableSpace();
  }

  /** Whether a copy that is being restored had better go again. */
  boolean isNearlyFull() {
    try {
      return free() < needed() / RESERVE;
    } catch (IOException e) {
      return false; // the server will say it
    }
  }

  /**
   * Makes sure of it.
   *
   * @throws BackupFailure where there is less
   */
  void check(long needed) throws IOException {
    if (free() < needed) {
      throw BackupFailure.of("space", folder, free() >> 20, needed >> 20);
    }
  }

  /** Why a restore was ended. */
  BackupFailure full(BackupFailure ended) {
    return BackupFailure.because(ended, "full", folder, (needed() / RESERVE) >> 20);
  }

  private FileStore store() throws IOException {
    return Files.getFileStore(folder);
  }
}
