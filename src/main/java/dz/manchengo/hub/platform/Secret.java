package dz.manchengo.hub.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A password or key as settings give it: itself, or the file that holds it. */
public final class Secret {
  private Secret() {}

  /**
   * The secret as it is now: a file is read each time, so that a secret that is replaced needs no
   * restart.
   *
   * @param value the secret itself; not looked at where there is a file
   * @param file null or blank for none; a line end behind the secret is no part of it
   * @return null where settings give neither
   * @throws IOException if the file cannot be read
   */
  public static @Nullable String current(@Nullable String value, @Nullable String file)
      throws IOException {
    return file == null || file.isBlank() ? value : Files.readString(Path.of(file)).stripTrailing();
  }
}
