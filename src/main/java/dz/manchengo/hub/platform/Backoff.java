package dz.manchengo.hub.platform;

/** How long what failed waits until it is tried again. */
public final class Backoff {
  private static final int LONGEST = 600;

  private Backoff() {}

  /** Seconds after so many failures before this one: 1, 2, 4 … and at most 10 minutes. */
  public static long seconds(int failures) {
    return Math.min(LONGEST, 1L << Math.min(failures, 10));
  }
}
