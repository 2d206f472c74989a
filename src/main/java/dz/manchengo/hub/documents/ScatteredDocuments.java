package dz.manchengo.hub.documents;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which documents do not stand in one piece, and where their last row is. Of the others only a hash
 * is kept: sixteen to thirty bytes each, so that a long file takes little memory.
 */
final class ScatteredDocuments {
  private static final int FIRST_SIZE = 1 << 12;

  private long[] seen = new long[FIRST_SIZE];
  private int count;
  private final Map<String, Integer> lastRows = new HashMap<>();
  private String before = "";
  private int rows;
  private final @Nullable ScatteredDocuments whole;

  ScatteredDocuments() {
    this(null);
  }

  /**
   * Those of a part.
   *
   * @param whole is told of them too
   */
  ScatteredDocuments(@Nullable ScatteredDocuments whole) {
    this.whole = whole;
  }

  /**
   * Adds the next row.
   *
   * @param number of its document in normal form; empty when it has none and belongs to the one
   *     above
   */
  void add(String number) {
    if (whole != null) {
      whole.add(number);
    }
    rows++;
    String meant = number.isEmpty() ? before : number;
    if (!meant.equals(before)) {
      before = meant;
      if (!remember(hash(meant))) {
        lastRows.put(meant, rows);
      }
    } else if (lastRows.containsKey(meant)) {
      lastRows.put(meant, rows);
    }
  }

  /** Whether any document does not stand in one piece. */
  boolean areAny() {
    return !lastRows.isEmpty();
  }

  /** Whether rows of that document come behind the row of that position (1-based). */
  boolean continuesAfter(String number, int position) {
    Integer last = lastRows.get(number);
    return last != null && last > position;
  }

  /** False when it was known. */
  private boolean remember(long hash) {
    if (count * 2 > seen.length) {
      grow();
    }
    return insert(seen, hash);
  }

  private boolean insert(long[] table, long hash) {
    int slot = (int) (hash >>> 32) & (table.length - 1);
    while (table[slot] != 0) {
      if (table[slot] == hash) {
        return false;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = hash;
    count++;
    return true;
  }

  private void grow() {
    long[] larger = new long[seen.length * 2];
    count = 0;
    for (long hash : seen) {
      if (hash != 0) {
        insert(larger, hash);
      }
    }
    seen = larger;
  }

  /** Two documents with one hash would only be held back longer than needed. */
  private static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    hash ^= hash >>> 29;
    hash *= 0xBF58476D1CE4E5B9L;
    hash ^= hash >>> 32;
    return hash == 0 ? 1 : hash;
  }
}
