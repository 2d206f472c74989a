package dz.manchengo.hub.partner;

import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A call that cannot be answered as it was meant; becomes {@code application/problem+json}. It is
 * no failure of ours: nothing is logged.
 */
final class ProblemException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final ProblemKind kind;
  private final transient Object[] values;
  private final transient Map<String, String> headers = new LinkedHashMap<>();
  private transient List<Problem.Fault> faults = List.of();

  /**
   * A problem of that kind.
   *
   * @param values fill the places of the text {@code api.problem.<code>.detail}
   */
  ProblemException(ProblemKind kind, Object... values) {
    super(kind.code(), null, false, false);
    this.kind = kind;
    this.values = values;
  }

  /** Adds a header to the answer. */
  ProblemException header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Adds the fields that are wrong. */
  ProblemException faults(List<Problem.Fault> wrong) {
    this.faults = List.copyOf(wrong);
    return this;
  }

  ProblemKind kind() {
    return kind;
  }

  Object[] values() {
    return values.clone();
  }

  Map<String, String> headers() {
    return headers;
  }

  List<Problem.Fault> faults() {
    return faults;
  }
}
