package dz.manchengo.hub.reconciliation;

import java.util.List;

/** Something that a session does not allow, in sentences for whoever wanted it. */
final class CountRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> sentences;

  CountRefused(List<String> sentences) {
    super(String.join(" ", sentences));
    this.sentences = List.copyOf(sentences);
  }

  List<String> sentences() {
    return sentences;
  }
}
