package dz.manchengo.hub.reconciliation;

import java.util.List;

/** Something that a session does not allow, in sentences for whoever wanted it. */
public final class CountRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of answer a program gets. */
  public enum Reason {
    /** There is no such session. */
    UNKNOWN,
    /** What was asked makes no sense, whatever the state of the session. */
    INVALID,
    /** The session, or whoever asks, is not as it would have to be. */
    STATE
  }

  private final Reason reason;
  private final transient List<String> sentences;

  CountRefused(Reason reason, List<String> sentences) {
    super(String.join(" ", sentences));
    this.reason = reason;
    this.sentences = List.copyOf(sentences);
  }

  public Reason reason() {
    return reason;
  }

  public List<String> sentences() {
    return sentences;
  }
}
