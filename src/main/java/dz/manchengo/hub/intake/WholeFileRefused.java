package dz.manchengo.hub.intake;

/**
 * One document is refused, and with it, by the feed's policy or the finding's weight, all others.
 */
final class WholeFileRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WholeFileRefused() {
    super("whole file refused", null, false, false);
  }
}
