package dz.manchengo.hub.partner;

import java.io.Serial;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who calls on this thread: camel-servlet keeps the request's thread through the whole route. */
final class Callers {
  private Callers() {}

  static Optional<Caller> find() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof Known known
        ? Optional.of(known.caller)
        : Optional.empty();
  }

  /** The caller of an operation that is not open to everybody. */
  static Caller current() {
    return find().orElseThrow(KeyFilter::unauthenticated);
  }

  /** The caller as Spring Security keeps it. */
  static final class Known extends AbstractAuthenticationToken {
    @Serial private static final long serialVersionUID = 1;

    private final transient Caller caller;

    Known(Caller caller) {
      super(AuthorityUtils.createAuthorityList(caller.scopes()));
      this.caller = caller;
      setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
      return "";
    }

    @Override
    public Object getPrincipal() {
      return caller;
    }
  }
}
