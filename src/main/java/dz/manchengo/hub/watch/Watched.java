package dz.manchengo.hub.watch;

import dz.manchengo.hub.documents.Feed;
import java.time.Instant;
import java.util.List;

/**
 * A feed as one tick looks at it.
 *
 * @param dues the day whose deadline has passed, the day whose files come already
 */
record Watched(Feed feed, Schedule schedule, List<Due> dues, Instant now) {
  /** The folder of this feed alone, whether or not it exists. */
  static String ownFolder(Feed feed) {
    return feed.source() + "/" + feed.document();
  }

  Instant since() {
    return dues.stream().map(Due::begin).min(Instant::compareTo).orElse(now);
  }
}
