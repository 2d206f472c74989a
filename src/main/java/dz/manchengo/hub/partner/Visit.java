package dz.manchengo.hub.partner;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One request from its first byte to its answer: what the log and the audit know it by. */
final class Visit {
  private static final String ATTRIBUTE = Visit.class.getName();

  private final String traceId;
  private @Nullable Caller caller;
  private @Nullable String keyId;
  private @Nullable String reason;

  private Visit(@Nullable String traceId) {
    this.traceId = traceId == null ? UUID.randomUUID().toString().replace("-", "") : traceId;
  }

  /** The visit of that request, begun where it was not yet. */
  static Visit of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Visit visit) {
      return visit;
    }
    return begin(request, null);
  }

  /**
   * A visit begins.
   *
   * @param traceId of its trace; null where it has none
   */
  static Visit begin(HttpServletRequest request, @Nullable String traceId) {
    Visit visit = new Visit(traceId);
    request.setAttribute(ATTRIBUTE, visit);
    return visit;
  }

  String traceId() {
    return traceId;
  }

  void by(Caller known) {
    this.caller = known;
    this.keyId = known.keyId();
  }

  /** Somebody showed that key and was not let in. */
  void refused(@Nullable String shownKey, String why) {
    this.keyId = shownKey;
    this.reason = why;
  }

  /** The first reason stays: it says more than the answer does. */
  void failed(ProblemKind kind) {
    if (reason == null) {
      reason = kind.code();
    }
  }

  @Nullable Caller caller() {
    return caller;
  }

  @Nullable String keyId() {
    return keyId;
  }

  @Nullable String reason() {
    return reason;
  }
}
