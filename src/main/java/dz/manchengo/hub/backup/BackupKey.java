package dz.manchengo.hub.backup;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.x25519.X25519KeyFactory;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The age identity that backups are sealed for and opened with, as {@code age-keygen} writes one:
 * whoever has the file needs nothing of the hub ({@code age -d -i FILE}).
 *
 * @param identity {@code AGE-SECRET-KEY-1…}
 */
record BackupKey(String identity) {
  private static final Logger log = LoggerFactory.getLogger(BackupKey.class);
  private static final String PREFIX = "AGE-SECRET-KEY-1";

  /**
   * The key in that file.
   *
   * @throws BackupFailure where it holds none
   */
  static BackupKey read(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw BackupFailure.of("no-key", file);
    }
    try (Stream<String> lines = Files.lines(file)) {
      BackupKey key =
          lines
              .map(String::strip)
              .filter(line -> line.startsWith(PREFIX))
              .findFirst()
              .map(BackupKey::new)
              .orElseThrow(() -> BackupFailure.of("bad-key", file));
      key.recipient();
      return key;
    } catch (GeneralSecurityException | RuntimeException e) {
      throw e instanceof BackupFailure known ? known : BackupFailure.because(e, "bad-key", file);
    }
  }

  /** The same, made where it is missing. */
  static BackupKey readOrMake(Path file) throws IOException {
    if (!Files.exists(file)) {
      make(file);
    }
    return read(file);
  }

  private static void make(Path file) throws IOException {
    try {
      KeyPair pair = new X25519KeyPairGenerator().generateKeyPair();
      String text = "# public key: %s\n%s\n".formatted(pair.getPublic(), pair.getPrivate());
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.createFile(file, ownersAlone(file));
      Files.writeString(file, text, StandardOpenOption.SYNC);
      log.warn(
          "backups are sealed for the new key in {}: keep a copy of it elsewhere, no backup can be"
              + " opened without it",
          file);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static FileAttribute<?>[] ownersAlone(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private String recipient() throws GeneralSecurityException {
    byte[] bytes = identity.getBytes(StandardCharsets.US_ASCII);
    return new X25519KeyFactory().translateKey(new SecretKeySpec(bytes, "X25519")).toString();
  }

  RecipientStanzaWriter writer() throws GeneralSecurityException {
    return X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient());
  }

  RecipientStanzaReader reader() throws GeneralSecurityException {
    return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity);
  }

  /** Not the key. */
  @Override
  public String toString() {
    return "BackupKey";
  }
}
