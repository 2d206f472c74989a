package dz.manchengo.hub.watch;

import dz.manchengo.hub.documents.Feed;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file that came for a feed, or may have.
 *
 * @param isCorrection a sheet « À corriger »: it completes an earlier file
 */
record Arrival(String name, Instant receivedAt, Outcome outcome, int rows, boolean isCorrection) {
  private static final int LONGEST_NAME = 120;

  /** What became of it. */
  enum Outcome {
    /** Something of it is in the tables. */
    ACCEPTED,
    /** It waits or is being read. */
    READING,
    /** Our failure; it is tried again. */
    FAILED,
    REFUSED,
    /** The same bytes had come before. */
    REPEATED,
    UNDONE,
    /** Refused because no feed knew it; the folder alone says that it may be of this one. */
    UNRECOGNISED
  }

  /** A row of {@code arrivals.sql}. */
  static Arrival of(Map<String, Object> row, Feed feed) {
    boolean known = row.get("feed") != null || Watched.ownFolder(feed).equals(row.get("folder"));
    return new Arrival(
        safe(String.valueOf(row.get("original_name"))),
        instant(row.get("received_at")),
        outcome(String.valueOf(row.get("status")), known),
        ((Number) row.getOrDefault("rows_read", 0)).intValue(),
        Boolean.TRUE.equals(row.get("is_correction")));
  }

  boolean isAccepted() {
    return outcome == Outcome.ACCEPTED;
  }

  private static Outcome outcome(String status, boolean known) {
    return switch (status) {
      case "POSTED", "PARTIAL" -> Outcome.ACCEPTED;
      case "RECEIVED", "POSTING" -> Outcome.READING;
      case "FAILED" -> Outcome.FAILED;
      case "DUPLICATE" -> Outcome.REPEATED;
      case "UNDONE" -> Outcome.UNDONE;
      default -> known ? Outcome.REFUSED : Outcome.UNRECOGNISED;
    };
  }

  private static Instant instant(@Nullable Object time) {
    return time instanceof Timestamp stamp ? stamp.toInstant() : Instant.EPOCH;
  }

  /** Names come from outside and go into letters and the log. */
  private static String safe(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME) + "…";
  }
}
