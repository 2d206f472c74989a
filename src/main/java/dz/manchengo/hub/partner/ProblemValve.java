package dz.manchengo.hub.partner;

import com.fasterxml.jackson.databind.ObjectMapper;
import dz.manchengo.hub.platform.Texts;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * What Tomcat refuses before any filter sees it: a request line or headers that are none, or too
 * long. Tomcat makes the valve by its name, hence public and with its language in a field of the
 * class.
 */
public final class ProblemValve extends ErrorReportValve {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FIRST_ERROR = 400;
  private static volatile Locale language = Locale.FRENCH;

  static void language(Locale ours) {
    language = ours;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    if (response.getStatus() < FIRST_ERROR
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    ProblemKind kind = ProblemErrors.kind(response.getStatus());
    try {
      byte[] body = JSON.writeValueAsBytes(problem(kind));
      response.setContentType(Problem.MEDIA_TYPE);
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Cache-Control", "no-store");
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
      response.finishResponse();
    } catch (IOException | IllegalStateException e) {
      getContainer().getLogger().debug("nobody waits for the answer", e);
    }
  }

  /** Nothing of the request is repeated: it was not even understood. */
  private static Problem problem(ProblemKind kind) {
    Texts texts = new Texts(language);
    String key = "api.problem." + kind.code();
    return new Problem(
        kind.type(),
        texts.get(key + ".title"),
        kind.status(),
        texts.get(key + ".detail", ""),
        "",
        kind.code(),
        UUID.randomUUID().toString().replace("-", ""),
        List.of());
  }
}
