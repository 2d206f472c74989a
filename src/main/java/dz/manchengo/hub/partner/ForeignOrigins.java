package dz.manchengo.hub.partner;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;

/**
 * What pages of other origins may do. One that is not listed gets a problem as everybody does;
 * where none is listed there is no CORS at all, and its browser refuses by itself.
 */
final class ForeignOrigins extends DefaultCorsProcessor {
  private final Problems problems;

  ForeignOrigins(Problems problems) {
    this.problems = problems;
  }

  @Override
  public boolean processRequest(
      @Nullable CorsConfiguration cors, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String origin = request.getHeader("Origin");
    if (cors != null && CorsUtils.isCorsRequest(request) && checkOrigin(cors, origin) == null) {
      problems.write(request, response, new ProblemException(ProblemKind.FORBIDDEN_ORIGIN));
      return false;
    }
    return super.processRequest(cors, request, response);
  }
}
