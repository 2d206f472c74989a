package dz.manchengo.hub.partner;

import java.util.Locale;

/**
 * Everything that can go wrong at the door. Each has its {@code code}, its {@code type} and its two
 * texts below {@code api.problem.<code>}; none changes its meaning once partners know it.
 */
enum ProblemKind {
  BAD_REQUEST(400),
  UNKNOWN_PARAMETER(400),
  REPEATED_PARAMETER(400),
  INVALID_PARAMETER(400),
  MALFORMED_BODY(400),
  MALFORMED_FORM(400),
  NO_BATCH(400),
  MISSING_IDEMPOTENCY_KEY(400),
  INVALID_IDEMPOTENCY_KEY(400),
  UNAUTHENTICATED(401),
  MISSING_SCOPE(403),
  FORBIDDEN_NETWORK(403),
  FORBIDDEN_ORIGIN(403),
  UNKNOWN_ADDRESS(404),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  REQUEST_TIMEOUT(408),
  CONFLICT(409),
  TAKEN(409),
  SEVERAL(409),
  NOT_READY(409),
  NOT_UNDONE(409),
  COUNT_REFUSED(409),
  IN_FLIGHT(409),
  BODY_TOO_LARGE(413),
  ADDRESS_TOO_LONG(414),
  UNSUPPORTED_MEDIA_TYPE(415),
  FORM_BODY(415),
  INVALID(422),
  REFUSED(422),
  MIXED_DIRECTIONS(422),
  REUSED_IDEMPOTENCY_KEY(422),
  TOO_MANY_REQUESTS(429),
  QUOTA_EXHAUSTED(429),
  HEADERS_TOO_LARGE(431),
  INTERNAL(500),
  UNAVAILABLE(503);

  private static final String URN = "urn:manchengo-hub:problem:";

  private final int status;

  ProblemKind(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  /** Stable, for programs. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String type() {
    return URN + code();
  }
}
