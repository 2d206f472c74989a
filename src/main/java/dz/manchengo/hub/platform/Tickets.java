package dz.manchengo.hub.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Tickets: whoever shows one may fetch the file of the home that it names, until a moment. Signed
 * by HMAC-SHA256 with a key of the home; whoever deletes {@code tickets.key} makes all of them
 * worthless.
 */
@Component
public class Tickets {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  /** Below the longest address that mail programs leave whole. */
  private static final int LONGEST = 1_000;

  private final Path file;

  public Tickets(HubHome home) {
    this.file = home.resolve("tickets.key");
  }

  /** A ticket for that path below the home; letters, digits, {@code -}, {@code _} and a point. */
  public String of(String path, Instant until) {
    String said = until.getEpochSecond() + ":" + path;
    return text(said.getBytes(StandardCharsets.UTF_8)) + "." + text(signature(said));
  }

  /** The path that it names; empty where it is none of ours, or no longer good. */
  public Optional<String> path(String ticket, Instant now) {
    int point = ticket.indexOf('.');
    if (point < 0 || ticket.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(ticket.substring(0, point));
      String said = new String(bytes, StandardCharsets.UTF_8);
      byte[] signature = Base64.getUrlDecoder().decode(ticket.substring(point + 1));
      if (!MessageDigest.isEqual(signature, signature(said))) {
        return Optional.empty();
      }
      String[] parts = said.split(":", 2);
      return now.getEpochSecond() <= Long.parseLong(parts[0])
          ? Optional.of(parts[1])
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not Base64
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private byte[] signature(String said) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key(), ALGORITHM));
      return mac.doFinal(said.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Read each time, so that it can be replaced; made where there is none. */
  private synchronized byte[] key() throws IOException {
    try {
      byte[] key = Files.readAllBytes(file);
      if (key.length >= KEY_BYTES) {
        return key;
      }
    } catch (NoSuchFileException e) {
      // the first ticket of this home
    }
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    Path half = file.resolveSibling(".tickets.key.tmp");
    Files.deleteIfExists(half);
    if (Files.getFileStore(file.resolveSibling(".")).supportsFileAttributeView("posix")) {
      Files.createFile(
          half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.write(half, key);
    Durable.sync(half);
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return key;
  }
}
