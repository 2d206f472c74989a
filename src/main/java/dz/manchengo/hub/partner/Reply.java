package dz.manchengo.hub.partner;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a bean answers to a call; {@link Replies} makes the HTTP answer of it.
 *
 * @param contentType of the body; null without one
 * @param headers the only ones that go out
 * @param body text (UTF-8), bytes, an {@link java.io.InputStream} or the {@link java.nio.file.Path}
 *     of a file; anything else is written as JSON
 */
record Reply(
    int status, @Nullable String contentType, Map<String, String> headers, @Nullable Object body) {
  private static final int OK = 200;
  private static final int CREATED = 201;
  private static final int NO_CONTENT = 204;
  static final String JSON = "application/json";
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  static Reply json(Object body) {
    return new Reply(OK, JSON, Map.of(), body);
  }

  static Reply created(String location, Object body) {
    return new Reply(CREATED, JSON, Map.of("Location", location), body);
  }

  static Reply nothing() {
    return new Reply(NO_CONTENT, null, Map.of(), null);
  }
}
