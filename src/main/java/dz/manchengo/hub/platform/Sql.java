package dz.manchengo.hub.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** SQL kept in files under {@code /sql/<module>/}, where a person who knows SQL finds it. */
public final class Sql {
  private static final Map<String, String> READ = new ConcurrentHashMap<>();

  private Sql() {}

  /**
   * The statement in {@code /sql/<file>}.
   *
   * @throws IllegalArgumentException if there is no such file
   */
  public static String file(String file) {
    return READ.computeIfAbsent(file, Sql::read);
  }

  private static String read(String file) {
    try (InputStream in = Sql.class.getResourceAsStream("/sql/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("no /sql/" + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
