package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file whose feed is known, with the sheets that the feed can read. */
record Recognised(Feed feed, DocumentPosting posting, List<Layout> layouts) {
  /** The second sheet's kind, where the workbook has one; else null. */
  DocumentPosting.@Nullable DetailSheet details() {
    return layouts.stream().anyMatch(Layout::details) ? posting.details() : null;
  }

  /** What that sheet must give: of two sheets each its own, and both the number. */
  List<List<String>> required(Layout layout) {
    DocumentPosting.DetailSheet details = details();
    if (details == null) {
      return isJournal(layout) ? posting.requiredOfJournals() : posting.required();
    }
    List<List<String>> required = new ArrayList<>(posting.required());
    if (layout.details()) {
      required = new ArrayList<>(details.required());
      required.add(List.of(posting.numberField()));
    } else {
      required.removeAll(details.required());
    }
    return required;
  }

  private boolean isJournal(Layout layout) {
    List<List<String>> required = posting.requiredOfJournals();
    return !required.isEmpty() && layout.isJournal() && layout.missing(required, feed).isEmpty();
  }

  /** Whether another file has to complete its documents: no sheet of it holds whole ones. */
  boolean isHalf() {
    DocumentPosting.DetailSheet second = posting.details();
    if (second == null || details() != null) {
      return false;
    }
    List<List<String>> whole = new ArrayList<>(posting.required());
    whole.addAll(second.required());
    return layouts.stream().noneMatch(layout -> layout.missing(whole, feed).isEmpty());
  }

  int score() {
    return layouts.stream().mapToInt(Layout::score).sum();
  }

  /** Whether no sheet lacks a column without which there is no such document. */
  boolean isComplete() {
    return layouts.stream().allMatch(layout -> missing(layout).isEmpty());
  }

  /** Whether any sheet lacks nothing. */
  boolean hasWholeSheet() {
    return layouts.stream().anyMatch(layout -> missing(layout).isEmpty());
  }

  /** The groups of fields of which no sheet has a column (FIL-004). */
  List<List<String>> missingEverywhere() {
    List<List<String>> missing = new ArrayList<>(posting.requiredSomewhere());
    layouts.forEach(layout -> missing.retainAll(layout.missing(missing, feed)));
    return missing;
  }

  /** The groups of fields of which the sheet has no column (FIL-004). */
  List<List<String>> missing(Layout layout) {
    return layout.missing(required(layout), feed);
  }
}
