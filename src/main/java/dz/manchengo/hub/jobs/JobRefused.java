package dz.manchengo.hub.jobs;

/** Why a run is not begun, restarted or stopped. */
public final class JobRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String value;

  /** Each has its text below {@code job.refused.<key>}. */
  public enum Reason {
    UNKNOWN,
    FUTURE,
    /** The job does not ask that; the value is its name. */
    NOT_ASKED,
    /** The job cannot do without it. */
    MISSING,
    /** There is nothing of that name. */
    UNKNOWN_VALUE,
    /** There is a run of that date; the value is its id. */
    ALREADY,
    NO_RUN,
    /** It is in another state than that needs, which is the value. */
    STATE;

    public String key() {
      return "job.refused." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  JobRefused(Reason reason, String value) {
    super(reason + " " + value);
    this.reason = reason;
    this.value = value;
  }

  public Reason reason() {
    return reason;
  }

  public String value() {
    return value;
  }
}
