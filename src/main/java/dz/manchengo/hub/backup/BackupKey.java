package dz.manchengo.hub.backup;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
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
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The age identities of backups, as {@code age-keygen} writes them: they are sealed for the first
 * one and opened with any, so that a new key goes before those of older backups. Whoever has the
 * file needs nothing of the hub ({@code age -d -i FILE}).
 *
 * @param identities each {@code AGE-SECRET-KEY-1…}, at least one
 */
record BackupKey(List<String> identities) {
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
          new BackupKey(lines.map(String::strip).filter(line -> line.startsWith(PREFIX)).toList());
      if (key.identities().isEmpty()) {
        throw BackupFailure.of("bad-key", file);
      }
      for (String identity : key.identities()) {
        recipient(identity);
      }
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

  private static String recipient(String identity) throws GeneralSecurityException {
    byte[] bytes = identity.getBytes(StandardCharsets.US_ASCII);
    return new X25519KeyFactory().translateKey(new SecretKeySpec(bytes, "X25519")).toString();
  }

  RecipientStanzaWriter writer() throws GeneralSecurityException {
    String recipient = recipient(identities.get(0));
    return X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient);
  }

  RecipientStanzaReader reader() {
    return this::fileKey;
  }

  private FileKey fileKey(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
    GeneralSecurityException refused = new InvalidKeyException("no key");
    for (String identity : identities) {
      try {
        return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(identity)
            .getFileKey(stanzas);
      } catch (GeneralSecurityException e) {
        refused = e;
      }
    }
    throw refused;
  }

  /** Not the key. */
  @Override
  public String toString() {
    return "BackupKey";
  }
}
