package dz.manchengo.hub.notices;

/** A webhook that nobody may register; the reason is told by {@code api.webhook.refused.…}. */
public final class WebhookRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String value;

  /** What is wrong with it. */
  public enum Reason {
    URL("url"),
    UNKNOWN_HOST("unknown-host"),
    PRIVATE("private"),
    KNOWN("known"),
    TOO_MANY("too-many");

    private final String key;

    Reason(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }

  WebhookRefused(Reason reason, String value) {
    super(reason.key);
    this.reason = reason;
    this.value = value;
  }

  public Reason reason() {
    return reason;
  }

  /** What was sent, or the number that is allowed. */
  public String value() {
    return value;
  }
}
