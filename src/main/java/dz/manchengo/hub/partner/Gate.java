package dz.manchengo.hub.partner;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Lets through what the contract names, from those who may: address, method, scope, types and
 * parameters are decided here, before Camel sees the request. A failure is a {@link
 * ProblemException} for the {@link Door}.
 */
final class Gate extends OncePerRequestFilter {
  private final Crossing crossing;

  Gate(Crossing crossing) {
    this.crossing = crossing;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    @Nullable Caller caller = Callers.find().orElse(null);
    Crossing.Place place = crossing.place(request, caller);
    ServerHttpObservationFilter.findObservationContext(request)
        .ifPresent(seen -> seen.setPathPattern(Crossing.BASE + place.address().template()));
    if (request.getMethod().equals("OPTIONS")) {
      response.setHeader("Allow", allowed(place));
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
    Operation operation = place.address().operations().get(method);
    if (operation == null) {
      throw new ProblemException(ProblemKind.METHOD_NOT_ALLOWED, request.getMethod())
          .header("Allow", allowed(place));
    }
    Calls.open(request, crossing.call(operation, place, request, caller));
    chain.doFilter(new SeenByCamel(request, method, place.address()), response);
  }

  private static String allowed(Crossing.Place place) {
    Set<String> methods = new TreeSet<>(place.address().operations().keySet());
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    methods.add("OPTIONS");
    return String.join(", ", methods);
  }
}
