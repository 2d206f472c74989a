package dz.manchengo.hub.documents;

import java.util.List;

/** A file whose feed is known, with the sheets that the feed can read. */
record Recognised(Feed feed, DocumentPosting posting, List<Layout> layouts) {
  int score() {
    return layouts.stream().mapToInt(Layout::score).sum();
  }

  /** Whether no sheet lacks a column without which there is no such document. */
  boolean isComplete() {
    return layouts.stream().allMatch(layout -> missing(layout).isEmpty());
  }

  /** The groups of fields of which the sheet has no column (FIL-004). */
  List<List<String>> missing(Layout layout) {
    return posting.required().stream()
        .filter(group -> group.stream().noneMatch(field -> isGiven(field, layout)))
        .toList();
  }

  private boolean isGiven(String field, Layout layout) {
    return layout.has(field)
        || feed.constants().containsKey(field)
        || (field.equals("party_code") && feed.anonymousParty() != null);
  }
}
