package dz.manchengo.hub.partner;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Errors that Tomcat, Spring or Camel's servlet raised by themselves: problems too. */
@Controller
class ProblemErrors implements ErrorController {
  private static final Map<Integer, ProblemKind> KINDS =
      Map.of(
          400, ProblemKind.BAD_REQUEST,
          404, ProblemKind.UNKNOWN_ADDRESS,
          405, ProblemKind.METHOD_NOT_ALLOWED,
          406, ProblemKind.NOT_ACCEPTABLE,
          408, ProblemKind.REQUEST_TIMEOUT,
          413, ProblemKind.BODY_TOO_LARGE,
          414, ProblemKind.ADDRESS_TOO_LONG,
          415, ProblemKind.UNSUPPORTED_MEDIA_TYPE,
          431, ProblemKind.HEADERS_TOO_LARGE,
          503, ProblemKind.UNAVAILABLE);
  private static final int OURS = 500;

  private final Problems problems;

  ProblemErrors(Problems problems) {
    this.problems = problems;
  }

  @RequestMapping("${server.error.path:/error}")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    problems.write(
        request,
        response,
        failure instanceof Throwable thrown ? thrown : new ProblemException(kind(status), ""));
  }

  /** The nearest that we have; a status that nobody expects here is our failure. */
  static ProblemKind kind(@Nullable Object status) {
    int code = status instanceof Integer number ? number : ProblemKind.UNKNOWN_ADDRESS.status();
    return KINDS.getOrDefault(code, code < OURS ? ProblemKind.BAD_REQUEST : ProblemKind.INTERNAL);
  }
}
