package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** How S3 is asked, and how it answers. */
final class S3Answers {
  private S3Answers() {}

  static Map<String, String> query(HttpExchange call) {
    Map<String, String> all = new HashMap<>();
    String query = call.getRequestURI().getQuery();
    for (String one : (query == null ? "" : query).split("&", -1)) {
      String[] parts = one.split("=", 2);
      all.put(parts[0], parts.length > 1 ? parts[1] : "");
    }
    return all;
  }

  static void error(HttpExchange call, int status, String code, String message) throws IOException {
    byte[] bytes =
        "<Error><Code>%s</Code><Message>%s</Message></Error>"
            .formatted(code, message)
            .getBytes(UTF_8);
    boolean head = call.getRequestMethod().equals("HEAD");
    call.sendResponseHeaders(status, head ? -1 : bytes.length);
    if (!head) {
      call.getResponseBody().write(bytes);
    }
  }

  static void xml(HttpExchange call, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/xml");
    call.sendResponseHeaders(200, bytes.length);
    call.getResponseBody().write(bytes);
  }
}
