package dz.manchengo.hub.partner;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells whoever calls while the hub starts or ends to come back. The web server answers before the
 * routes do and after them: a program that retries a 503 would take the 404 in between for its own
 * mistake and give up.
 */
final class Opening extends OncePerRequestFilter {
  private final BooleanSupplier routesAnswer;

  Opening(BooleanSupplier routesAnswer) {
    this.routesAnswer = routesAnswer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!routesAnswer.getAsBoolean()) {
      throw new ProblemException(ProblemKind.UNAVAILABLE).header("Retry-After", "2");
    }
    chain.doFilter(request, response);
  }
}
