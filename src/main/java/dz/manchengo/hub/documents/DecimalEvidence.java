package dz.manchengo.hub.documents;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which decimal mark the unambiguous cells of one column, or of several, show. */
final class DecimalEvidence {
  private final Map<Character, Example> examples = new HashMap<>(0);
  private boolean comma;
  private boolean point;

  private record Example(String text, int row) {}

  void add(NumberReading reading) {
    if (reading instanceof NumberReading.Exact exact && exact.provenMark() != null) {
      comma |= exact.provenMark() == ',';
      point |= exact.provenMark() == '.';
    }
  }

  /** A cell of a row, of which the first one with each mark is kept to be shown. */
  void add(NumberReading reading, String text, int row) {
    add(reading);
    if (reading instanceof NumberReading.Exact exact && exact.provenMark() != null) {
      examples.putIfAbsent(exact.provenMark(), new Example(text.strip(), row));
    }
  }

  /** What {@code hint.mixed-decimals} shows of a column with both marks; empty for any other. */
  List<Object> contradiction() {
    Example ofComma = examples.get(',');
    Example ofPoint = examples.get('.');
    return ofComma == null || ofPoint == null
        ? List.of()
        : List.of(
            Hints.PARAM,
            "hint.mixed-decimals",
            "hint_comma",
            ofComma.text,
            "hint_comma_row",
            ofComma.row,
            "hint_point",
            ofPoint.text,
            "hint_point_row",
            ofPoint.row);
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
