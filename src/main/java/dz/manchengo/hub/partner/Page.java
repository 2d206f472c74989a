package dz.manchengo.hub.partner;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows of a list up to the limit that was asked for. A page of long rows ends earlier: what is in
 * memory at once has an end too.
 *
 * @param last where the next page begins
 * @param more whether there is one
 */
record Page(List<String> items, Position last, boolean more) {
  private static final int LONGEST = 4_000_000;

  /** One row: its place in the list, and its JSON. */
  record Row(Position place, String json) {}

  /**
   * The first rows.
   *
   * @param rows one more than the limit, if there are so many
   * @param start where the page begins
   */
  static Page of(Stream<Row> rows, int limit, Position start) {
    List<String> items = new ArrayList<>();
    Position last = start;
    long length = 0;
    try (rows) {
      for (Iterator<Row> all = rows.iterator(); all.hasNext(); ) {
        Row row = all.next();
        if (items.size() == limit || length > LONGEST) {
          return new Page(items, last, true);
        }
        items.add(row.json());
        last = row.place();
        length += row.json().length();
      }
    }
    return new Page(items, last, false);
  }

  /** The answer; its cursor is good for what comes later too. */
  Reply reply(Operation list) {
    return Reply.json(
        "{\"items\":[%s],\"nextCursor\":\"%s\",\"hasMore\":%s}"
            .formatted(String.join(",", items), last.cursor(list), more));
  }
}
