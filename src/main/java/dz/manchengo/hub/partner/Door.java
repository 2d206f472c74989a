package dz.manchengo.hub.partner;

import dz.manchengo.hub.tracing.Traces;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.slf4j.MDC;
import org.springframework.boot.web.servlet.filter.OrderedFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost step of every call of the API: gives it its trace id, turns what nobody caught into
 * a problem, and writes down that it came.
 */
@Component
class Door extends OncePerRequestFilter implements OrderedFilter {
  /** As tracing calls it, which sets it within a trace. */
  private static final String TRACE = "traceId";

  private static final String PREFIX = "/api/";

  /** For balancers; no call of the API. */
  private static final String HEALTH = "/api/health";

  /** Behind Boot's request context, before Spring Security. */
  private static final int ORDER = OrderedFilter.REQUEST_WRAPPER_FILTER_MAX_ORDER - 102;

  private final Problems problems;
  private final Audit audit;
  private final Traces traces;

  Door(Problems problems, Audit audit, Traces traces) {
    this.traces = traces;
    this.problems = problems;
    this.audit = audit;
  }

  @Override
  public int getOrder() {
    return ORDER;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !leadsTo(request);
  }

  /**
   * Whether that request is a call of the API, by the decoded path: the servlets are chosen by it,
   * so that {@code /%61pi/v1/keys} leads here too.
   */
  static boolean leadsTo(HttpServletRequest request) {
    String path = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    return path.startsWith(PREFIX) && !path.equals(HEALTH);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    Visit visit = Visit.begin(request, traces.id());
    response.setHeader("Trace-Id", visit.traceId());
    MDC.put(TRACE, visit.traceId());
    try {
      if (!request.getRequestURI().startsWith(PREFIX)) { // the same address in other words
        throw new ProblemException(ProblemKind.UNKNOWN_ADDRESS);
      }
      chain.doFilter(request, response);
    } catch (Exception e) {
      problems.write(request, response, e);
    } finally {
      audit.note(visit, request, response.getStatus());
      MDC.remove(TRACE);
    }
  }
}
