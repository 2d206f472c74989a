package dz.manchengo.hub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The one password of both servers, made on the first start and kept in a file of mode 0600. */
final class Password {
  private static final String NAME = "password";
  private static final int BYTES = 24;

  private Password() {}

  static Path file(Path embedded) {
    return embedded.resolve(NAME);
  }

  /** Nobody else writes the file meanwhile: the hub holds the lock of its home. */
  static String of(Path embedded) throws IOException {
    Path file = file(embedded);
    String known = Files.exists(file) ? Files.readString(file).strip() : "";
    if (known.isEmpty()) {
      known = random();
    }
    PrivateFile.write(embedded, NAME, known + "\n");
    return known;
  }

  /** Letters, digits, - and _ only: it stands in SQL, in a configuration file and in URLs. */
  private static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
