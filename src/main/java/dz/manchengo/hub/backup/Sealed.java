package dz.manchengo.hub.backup;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import dz.manchengo.hub.platform.Durable;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * One file that holds a backup: a tar, encrypted as age does it ({@code age -d -i key FILE | tar
 * x}).
 *
 * @param bytes of the file
 * @param sha256 of the file, hexadecimal
 */
record Sealed(long bytes, String sha256) {
  private static final int BUFFER = 1 << 20;

  /** Makes it of all files below a folder; it is on the disk when this returns. */
  static Sealed write(Path folder, Path file, BackupKey key) throws IOException {
    MessageDigest digest = sha256Digest();
    try (OutputStream raw = Files.newOutputStream(file);
        OutputStream hashed =
            new DigestOutputStream(new BufferedOutputStream(raw, BUFFER), digest)) {
      try (OutputStream sealed =
              Channels.newOutputStream(
                  new StandardEncryptingChannelFactory()
                      .newEncryptingChannel(Channels.newChannel(hashed), List.of(key.writer())));
          TarArchiveOutputStream tar =
              new TarArchiveOutputStream(new BufferedOutputStream(sealed, BUFFER))) {
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        addAll(folder, tar);
        tar.finish();
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    Durable.sync(file);
    return new Sealed(Files.size(file), HexFormat.of().formatHex(digest.digest()));
  }

  private static void addAll(Path folder, TarArchiveOutputStream tar) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(Files.size(file));
      tar.putArchiveEntry(entry);
      Files.copy(file, tar);
      tar.closeArchiveEntry();
    }
  }

  /**
   * Opens one into an empty folder, reading it to its last byte.
   *
   * @return what was read
   * @throws BackupFailure where it is damaged or was made for another key
   */
  static Sealed open(InputStream file, Path folder, BackupKey key) throws IOException {
    MessageDigest digest = sha256Digest();
    Counted counted = new Counted(new BufferedInputStream(file, BUFFER));
    DigestInputStream hashed = new DigestInputStream(counted, digest);
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new BufferedInputStream(
                Channels.newInputStream(
                    new StandardDecryptingChannelFactory()
                        .newDecryptingChannel(Channels.newChannel(hashed), List.of(key.reader()))),
                BUFFER))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder) || !entry.isFile()) {
          throw BackupFailure.of("damaged", entry.getName());
        }
        Files.createDirectories(target.getParent());
        Files.copy(tar, target);
      }
      hashed.transferTo(OutputStream.nullOutputStream());
    } catch (GeneralSecurityException | IllegalArgumentException | IllegalStateException e) {
      throw BackupFailure.because(e, "damaged", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw BackupFailure.because(e, "damaged", String.valueOf(e.getMessage()));
    }
    return new Sealed(counted.count, HexFormat.of().formatHex(digest.digest()));
  }

  /** The file as it is, which may not open. */
  static Sealed of(InputStream file) throws IOException {
    MessageDigest digest = sha256Digest();
    long bytes = new DigestInputStream(file, digest).transferTo(OutputStream.nullOutputStream());
    return new Sealed(bytes, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
