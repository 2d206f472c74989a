package dz.manchengo.hub.partner;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who calls, from {@code Authorization: Bearer …}. Unknown, revoked, expired or wrong:
 * the answer is the same, only the audit knows which.
 */
final class KeyFilter extends OncePerRequestFilter {
  private static final String BEARER = "bearer ";
  private static final String CHALLENGE = "Bearer realm=\"manchengo-hub\"";

  private final Keys keys;
  private final Tokens tokens;
  private final ApiSettings settings;
  private final Limits limits;
  private final InstantSource clock;

  KeyFilter(Keys keys, Tokens tokens, ApiSettings settings, Limits limits, InstantSource clock) {
    this.keys = keys;
    this.tokens = tokens;
    this.settings = settings;
    this.limits = limits;
    this.clock = clock;
  }

  /** Nobody showed anything. */
  static ProblemException unauthenticated() {
    return new ProblemException(ProblemKind.UNAUTHENTICATED).header("WWW-Authenticate", CHALLENGE);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    List<String> shown = Collections.list(request.getHeaders("Authorization"));
    if (!shown.isEmpty()) {
      Visit visit = Visit.of(request);
      Known known = known(credential(shown, visit), request.getRemoteAddr(), visit);
      Caller caller = known.caller();
      visit.by(caller);
      limits.take(caller.tenant() + ":" + caller.clientName(), known.allowance(), response);
      SecurityContextHolder.setContext(new SecurityContextImpl(new Callers.Known(caller)));
    }
    chain.doFilter(request, response);
  }

  private static String credential(List<String> shown, Visit visit) {
    String one = shown.get(0);
    if (shown.size() > 1 || !one.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      throw refused(visit, null, "not-bearer");
    }
    return one.substring(BEARER.length()).strip();
  }

  private record Known(Caller caller, Allowance allowance) {}

  private Known known(String credential, String address, Visit visit) {
    if (!credential.startsWith(ApiKey.PREFIX)) {
      return tokens
          .caller(credential)
          .map(caller -> new Known(caller, settings.rate()))
          .orElseThrow(() -> refused(visit, null, "token-refused"));
    }
    ApiKey shown =
        ApiKey.parse(credential)
            .filter(key -> key.environment().equals(settings.environment()))
            .orElseThrow(() -> refused(visit, null, "key-malformed"));
    KnownKey known =
        keys.find(shown.id()).orElseThrow(() -> refused(visit, shown.id(), "key-unknown"));
    if (!known.isOpenedBy(shown)) {
      throw refused(visit, shown.id(), "key-wrong-secret");
    }
    if (known.revokedAt() != null) {
      throw refused(visit, shown.id(), "key-revoked");
    }
    if (known.hasExpired(clock.instant())) {
      throw refused(visit, shown.id(), "key-expired");
    }
    visit.by(known.caller());
    if (!known.mayComeFrom(address)) {
      throw new ProblemException(ProblemKind.FORBIDDEN_NETWORK);
    }
    return new Known(known.caller(), settings.rate().or(known.perMinute(), known.perDay()));
  }

  private static ProblemException refused(Visit visit, @Nullable String key, String why) {
    visit.refused(key, why);
    return new ProblemException(ProblemKind.UNAUTHENTICATED)
        .header("WWW-Authenticate", CHALLENGE + ", error=\"invalid_token\"");
  }
}
