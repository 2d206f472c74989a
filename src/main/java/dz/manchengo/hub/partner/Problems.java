package dz.manchengo.hub.partner;

import com.fasterxml.jackson.databind.ObjectMapper;
import dz.manchengo.hub.platform.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.camel.ExchangeException;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Makes {@code application/problem+json} of whatever went wrong, in the caller's language. Of our
 * own failures the caller learns the trace id and no more; the log has the rest under that id.
 */
@Component("problems")
class Problems {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);
  private static final String RETRY_SECONDS = "2";
  private static final int LONGEST = 300;
  private static final List<Class<? extends Throwable>> PASSING =
      List.of(
          DataAccessResourceFailureException.class,
          TransientDataAccessException.class,
          CannotCreateTransactionException.class);

  private final ObjectMapper json;
  private final Calls calls;
  private final Texts french = new Texts(Locale.FRENCH);
  private final Texts english = new Texts(Locale.ENGLISH);
  private final Locale ours;

  Problems(ObjectMapper json, Calls calls, @Value("${hub.language}") Locale ours) {
    this.json = json;
    this.calls = calls;
    this.ours = ours;
  }

  /** What a route answers instead when it failed. */
  Reply answer(@ExchangeException Exception failure) {
    Call call = calls.current();
    ProblemException problem = known(failure, call.traceId());
    Visit.of(call.request()).failed(problem.kind());
    return new Reply(
        problem.kind().status(),
        Problem.MEDIA_TYPE,
        problem.headers(),
        problem(problem, call.language(), call.request().getRequestURI(), call.traceId()));
  }

  /** Answers a request that reached no route. */
  void write(HttpServletRequest request, HttpServletResponse response, Throwable failure)
      throws IOException {
    Visit visit = Visit.of(request);
    ProblemException problem = known(failure, visit.traceId());
    visit.failed(problem.kind());
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(problem.kind().status());
    problem.headers().forEach(response::setHeader);
    response.setContentType(Problem.MEDIA_TYPE);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    byte[] body = json.writeValueAsBytes(of(problem, request, visit.traceId()));
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }

  /** The problem as the caller reads it. */
  Problem of(ProblemException problem, Call call) {
    return problem(problem, call.language(), call.request().getRequestURI(), call.traceId());
  }

  private Problem of(ProblemException problem, HttpServletRequest request, String traceId) {
    Object address = request.getAttribute("jakarta.servlet.error.request_uri");
    String uri = address == null ? request.getRequestURI() : address.toString();
    return problem(problem, language(request), uri, traceId);
  }

  private Problem problem(ProblemException problem, Locale language, String uri, String traceId) {
    Texts texts = language.getLanguage().equals("en") ? english : french;
    String key = "api.problem." + problem.kind().code();
    return new Problem(
        problem.kind().type(),
        texts.get(key + ".title"),
        problem.kind().status(),
        texts.get(key + ".detail", shortened(problem.values())),
        uri,
        problem.kind().code(),
        traceId,
        problem.faults());
  }

  /** Some of them come from outside, and may be as long as an address. */
  private static Object[] shortened(Object[] values) {
    return Arrays.stream(values)
        .map(value -> value instanceof String text ? StringUtils.abbreviate(text, LONGEST) : value)
        .toArray();
  }

  /** The first language of {@code Accept-Language} that we speak. */
  Locale language(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") != null) {
      for (Locale wanted : Collections.list(request.getLocales())) {
        if (wanted.getLanguage().equals("fr") || wanted.getLanguage().equals("en")) {
          return wanted;
        }
      }
    }
    return ours;
  }

  private static ProblemException known(Throwable failure, String traceId) {
    ProblemException problem = ExceptionUtils.throwableOfType(failure, ProblemException.class);
    if (problem != null) {
      return problem;
    }
    if (ExceptionUtils.indexOfType(failure, SocketTimeoutException.class) >= 0) {
      return new ProblemException(ProblemKind.REQUEST_TIMEOUT).header("Connection", "close");
    }
    if (isPassing(failure)) {
      log.warn("{}: {}", traceId, Objects.requireNonNullElse(failure.getMessage(), failure));
      return new ProblemException(ProblemKind.UNAVAILABLE).header("Retry-After", RETRY_SECONDS);
    }
    log.error("{}", traceId, failure);
    return new ProblemException(ProblemKind.INTERNAL, traceId);
  }

  /** The database is away or busy: the same call will do later. */
  private static boolean isPassing(Throwable failure) {
    return PASSING.stream().anyMatch(type -> ExceptionUtils.indexOfType(failure, type) >= 0);
  }
}
