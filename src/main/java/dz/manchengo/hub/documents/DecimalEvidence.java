package dz.manchengo.hub.documents;

import org.jspecify.annotations.Nullable;

/** Which decimal mark the unambiguous cells of one column, or of several, show. */
final class DecimalEvidence {
  private boolean comma;
  private boolean point;

  void add(NumberReading reading) {
    if (reading instanceof NumberReading.Exact exact && exact.provenMark() != null) {
      comma |= exact.provenMark() == ',';
      point |= exact.provenMark() == '.';
    }
  }

  void add(DecimalEvidence other) {
    comma |= other.comma;
    point |= other.point;
  }

  /** Comma or point; null when no cell shows one, and when the cells contradict each other. */
  @Nullable Character mark() {
    if (comma == point) {
      return null;
    }
    return comma ? ',' : '.';
  }
}
