package dz.manchengo.hub.intake;

import dz.manchengo.hub.platform.ContentHash;
import dz.manchengo.hub.platform.Durable;
import dz.manchengo.hub.platform.Failpoint;
import dz.manchengo.hub.platform.HubHome;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Original bytes, once each, under {@code archive/yyyy/MM/dd/<sha256>.<extension>}. A file that
 * stands there was synced before it got its name and is never written again.
 */
@Component
class ContentStore {
  private static final Pattern PLAIN_EXTENSION = Pattern.compile("[a-z0-9]{1,8}");

  private final Path archive;
  private final Path incoming;
  private final Clock clock;
  private final JdbcClient db;

  ContentStore(HubHome home, Clock clock, JdbcClient db) throws IOException {
    this.archive = home.resolve("archive");
    this.incoming = home.resolve("archive/.incoming");
    this.clock = clock;
    this.db = db;
    Files.createDirectories(incoming);
    removeLeftovers();
  }

  /**
   * Bytes that are safe on disk.
   *
   * @param path below the archive folder, with forward slashes
   * @param size in bytes
   */
  record Stored(ContentHash hash, String path, long size) {}

  /** Bytes that are on disk under a temporary name; closing it drops what was not kept. */
  record Copy(Path part, ContentHash hash, long size) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      Files.deleteIfExists(part);
    }
  }

  /** Copies the bytes to disk and hashes them on the way. */
  Copy copy(Bytes bytes) throws IOException {
    Path part = incoming.resolve(UUID.randomUUID() + ".part");
    MessageDigest digest = ContentHash.newDigest();
    try {
      long size = write(bytes, part, digest);
      Failpoint.CONTENT_WRITTEN.reach();
      return new Copy(part, ContentHash.of(digest), size);
    } catch (IOException | RuntimeException e) { // a door may refuse bytes amid them
      Files.deleteIfExists(part);
      throw e;
    }
  }

  /** Gives the copy its lasting place; when this returns the bytes survive a power cut. */
  Stored keep(Copy copy, String name) throws IOException {
    String path =
        db.sql("SELECT path FROM content WHERE sha256 = :hash")
            .param("hash", copy.hash().hex())
            .query(String.class)
            .optional()
            .orElseGet(() -> newPath(copy.hash(), name));
    place(copy.part(), archive.resolve(path));
    Failpoint.CONTENT_STORED.reach();
    return new Stored(copy.hash(), path, copy.size());
  }

  Path locate(String path) {
    return archive.resolve(path);
  }

  private static long write(Bytes bytes, Path part, MessageDigest digest) throws IOException {
    try (FileChannel out =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      OutputStream hashed = new DigestOutputStream(Channels.newOutputStream(out), digest);
      OutputStream buffered = new BufferedOutputStream(hashed, 1 << 16);
      bytes.writeTo(buffered);
      buffered.flush();
      out.force(true);
      return out.size();
    }
  }

  private String newPath(ContentHash hash, String name) {
    LocalDate today = LocalDate.now(clock);
    int dot = name.lastIndexOf('.');
    String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    String suffix = PLAIN_EXTENSION.matcher(extension).matches() ? "." + extension : "";
    return String.format(
        "%04d/%02d/%02d/%s%s",
        today.getYear(), today.getMonthValue(), today.getDayOfMonth(), hash.hex(), suffix);
  }

  /** The name is the content's hash, so a file that already stands there is this one. */
  private void place(Path part, Path target) throws IOException {
    if (Files.exists(target)) {
      return;
    }
    Files.createDirectories(target.getParent());
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    Path folder = target.getParent();
    while (folder != null && folder.startsWith(archive)) {
      Durable.sync(folder);
      folder = folder.getParent();
    }
  }

  private void removeLeftovers() throws IOException {
    try (Stream<Path> parts = Files.list(incoming)) {
      for (Path part : parts.toList()) {
        Files.delete(part);
      }
    }
  }
}
