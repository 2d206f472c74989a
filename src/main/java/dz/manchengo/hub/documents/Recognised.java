package dz.manchengo.hub.documents;

import java.util.List;

/** A file whose feed is known, with the sheets that the feed can read. */
record Recognised(Feed feed, DocumentPosting posting, List<Layout> layouts) {
  int score() {
    return layouts.stream().mapToInt(Layout::score).sum();
  }
}
