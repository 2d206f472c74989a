package dz.manchengo.hub.partner;

import java.io.Serial;

/** A key cannot be made as it was wished; texts below {@code api.key.refused}. */
final class KeyRefused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  /** What is wrong with the wish. */
  enum Reason {
    CLIENT,
    TENANT,
    OTHER_TENANT,
    SCOPES,
    ADMIN,
    NETWORKS,
    EXPIRED,
    TWO_ACTIVE
  }

  private final Reason reason;
  private final String value;

  KeyRefused(Reason reason, String value) {
    super(reason + " " + value, null, false, false);
    this.reason = reason;
    this.value = value;
  }

  Reason reason() {
    return reason;
  }

  /** The end of the text's key. */
  String key() {
    return reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  String value() {
    return value;
  }
}
