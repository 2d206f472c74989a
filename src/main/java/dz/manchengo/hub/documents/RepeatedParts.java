package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A document that stands in two places of its file: on two sheets, in two members of an archive or
 * as two objects (FIL-026). Where both say the same it is one document told twice and counts once;
 * else one place goes on where the other ends. Rows apart on one sheet are no such places.
 */
final class RepeatedParts {
  private RepeatedParts() {}

  /**
   * Takes what is said twice out of a document whose rows have all come.
   *
   * @param parted whether its header and its lines have sheets of their own, as its kind wants
   */
  static List<Finding> settle(DocumentDraft draft, boolean parted) {
    if (draft.parts.size() < 2) {
      return List.of();
    }
    List<Finding> told = new ArrayList<>();
    List<List<RawDocument.Line>> kept = new ArrayList<>();
    for (List<RawDocument.Line> part : parts(draft)) {
      List<Map<String, Object>> values = values(part);
      boolean again = kept.stream().anyMatch(before -> values(before).equals(values));
      if (!kept.isEmpty() && (again || !parted)) {
        told.add(finding(draft, part.get(0).place(), kept.get(0).get(0).place(), again));
      }
      if (!again) {
        kept.add(part);
      }
    }
    draft.lines.clear();
    kept.forEach(draft.lines::addAll);
    return told;
  }

  private static List<List<RawDocument.Line>> parts(DocumentDraft draft) {
    List<RawDocument.Line> lines = List.copyOf(draft.lines);
    List<Integer> starts = draft.parts;
    return IntStream.range(0, starts.size())
        .mapToObj(
            i ->
                lines.subList(
                    starts.get(i), i + 1 < starts.size() ? starts.get(i + 1) : lines.size()))
        .toList();
  }

  private static List<Map<String, Object>> values(List<RawDocument.Line> lines) {
    return lines.stream().map(RawDocument.Line::values).toList();
  }

  private static Finding finding(DocumentDraft draft, Place at, Place before, boolean again) {
    String how = again ? "reason.part.again" : "reason.part.joined";
    return RuleBook.finding(
            "FIL-026",
            at,
            draft.number,
            "doc",
            String.valueOf(draft.number),
            "origin",
            Origins.here(before),
            "how",
            how)
        .withDocument(draft.number);
  }
}
