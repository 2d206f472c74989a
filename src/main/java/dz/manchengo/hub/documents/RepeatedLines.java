package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lines of one document that say the same in every column that was read (FIL-025): a row copied
 * twice, or two pallets of the same goods. Nobody knows which, so both count.
 */
final class RepeatedLines {
  /** Told one by one; of the others their number, so that the remarks do not outgrow the file. */
  static final int MOST = 20;

  private RepeatedLines() {}

  /**
   * The remarks about a document whose rows have all come.
   *
   * @param constants fields that the feed gives to every line: they tell nothing
   */
  static List<Finding> in(DocumentDraft draft, Set<String> constants) {
    if (draft.lines.size() < 2) {
      return List.of();
    }
    Map<Map<String, Object>, Place> first = new HashMap<>(draft.lines.size() * 2);
    List<Finding> told = new ArrayList<>(0);
    int repeated = 0;
    for (RawDocument.Line line : draft.lines) {
      Place same = first.putIfAbsent(line.values(), line.place());
      boolean says = same != null && !constants.containsAll(line.values().keySet());
      if (same != null && says && ++repeated <= MOST) {
        told.add(finding(draft, line.place(), same));
      }
    }
    if (repeated > MOST) {
      told.set(MOST - 1, withRest(told.get(MOST - 1), repeated - MOST));
    }
    return told;
  }

  private static Finding finding(DocumentDraft draft, Place line, Place same) {
    return RuleBook.finding(
            "FIL-025",
            line,
            null,
            "doc",
            String.valueOf(draft.number),
            "origin",
            Origins.here(same))
        .withDocument(draft.number);
  }

  private static Finding withRest(Finding last, int others) {
    return last.with("hint_n", String.valueOf(others)).withHint("hint.repeated-lines");
  }
}
