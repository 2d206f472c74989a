package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A document that stands in two places of its file: on two sheets, in two members of an archive or
 * as two objects. Where both say the same it is one document told twice and counts once (FIL-026);
 * else nobody knows whether one place goes on where the other ends or says it anew (FIL-027). A row
 * of a journal beside the document's lines has its totals, and is no line (FIL-057). Rows apart on
 * one sheet are such a place only where they say the whole document again: elsewhere they go on
 * with it.
 */
final class RepeatedParts {
  private RepeatedParts() {}

  /**
   * Takes what is said twice out of a document whose rows have all come.
   *
   * @param parted whether its header and its lines have sheets of their own, as its kind wants
   * @param journals sheets of which it has been told that they are journals
   */
  static List<Finding> settle(DocumentDraft draft, boolean parted, Set<String> journals) {
    if (draft.parts.size() < 2) {
      return onOneSheet(draft);
    }
    List<Finding> told = new ArrayList<>();
    List<List<RawDocument.Line>> kept = new ArrayList<>();
    List<List<RawDocument.Line>> parts = parts(draft, draft.parts);
    boolean detailed = !parted && !parts.stream().allMatch(RepeatedParts::isOfJournal);
    for (List<RawDocument.Line> part : parts) {
      if (detailed && isOfJournal(part)) {
        Place place = part.get(0).place();
        if (journals.add(place.sheet())) {
          told.add(RuleBook.finding("FIL-057", place, null, "sheet", place.sheet()));
        }
        continue;
      }
      List<Map<String, Object>> values = values(part);
      boolean again = kept.stream().anyMatch(before -> values(before).equals(values));
      if (!kept.isEmpty() && (again || !parted)) {
        String rule = again && !draft.isContradicted() ? "FIL-026" : "FIL-027";
        told.add(finding(rule, draft, part.get(0).place(), kept.get(0).get(0).place()));
      }
      if (!again) {
        kept.add(part);
      }
    }
    draft.lines.clear();
    kept.forEach(draft.lines::addAll);
    return told;
  }

  /** The same rows once more, below an empty row; of a journal, the same totals on a second row. */
  private static List<Finding> onOneSheet(DocumentDraft draft) {
    if (draft.lines.size() > 1 && !draft.isContradicted() && isOfJournal(draft.lines)) {
      return List.of(
          finding("FIL-026", draft, draft.lines.get(1).place(), draft.lines.get(0).place()));
    }
    if (draft.blocks.size() < 2 || draft.isContradicted() || draft.blocks.get(0) != 0) {
      return List.of();
    }
    List<List<RawDocument.Line>> blocks = parts(draft, draft.blocks);
    List<RawDocument.Line> first = blocks.get(0);
    List<Map<String, Object>> values = values(first);
    if (first.isEmpty() || !blocks.stream().allMatch(block -> values(block).equals(values))) {
      return List.of();
    }
    List<Finding> told = new ArrayList<>();
    blocks.stream()
        .skip(1)
        .forEach(
            block ->
                told.add(finding("FIL-026", draft, block.get(0).place(), first.get(0).place())));
    draft.lines.clear();
    draft.lines.addAll(first);
    return told;
  }

  private static List<List<RawDocument.Line>> parts(DocumentDraft draft, List<Integer> starts) {
    List<RawDocument.Line> lines = List.copyOf(draft.lines);
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

  /** Its row says nothing of articles. */
  private static boolean isOfJournal(List<RawDocument.Line> part) {
    return part.stream().allMatch(line -> line.values().isEmpty());
  }

  private static Finding finding(String rule, DocumentDraft draft, Place at, Place before) {
    String number = String.valueOf(draft.number);
    return RuleBook.finding(rule, at, draft.number, "doc", number, "origin", Origins.here(before))
        .withDocument(draft.number);
  }
}
