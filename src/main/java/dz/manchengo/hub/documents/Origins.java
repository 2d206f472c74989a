package dz.manchengo.hub.documents;

import dz.manchengo.hub.platform.Days;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where something stands that is there already, for the sentences about duplicates: file, day,
 * number of its submission, sheet and row, with words from {@code reasons.tsv}.
 */
@Component
public class Origins {
  private static final int MOST = 1_000;

  private final JdbcClient db;
  private final ZoneId zone;

  /** What a file was called never changes. */
  private final Map<Long, String> files =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
          return size() > MOST;
        }
      };

  Origins(JdbcClient db, Clock clock) {
    this.db = db;
    this.zone = clock.getZone();
  }

  record Arrival(String originalName, OffsetDateTime receivedAt) {}

  /** A row of a table by where it came from. */
  public interface Stored {
    long submissionId();

    /** Empty for a file without sheets. */
    String sourceSheet();

    int sourceRow();
  }

  /** Where it came from; told shorter where that is the submission which asks. */
  public String of(long own, Stored stored) {
    return own == stored.submissionId()
        ? here(stored.sourceSheet(), stored.sourceRow())
        : of(stored.submissionId()) + behind(stored.sourceSheet(), stored.sourceRow());
  }

  /** The same by its place. */
  public static String here(Place place) {
    return here(place.sheet(), place.row());
  }

  /** One that is posted in the same commit. */
  public static String beside(long submission) {
    return "{reason.origin.no} " + submission;
  }

  private static String here(String sheet, int row) {
    return "{reason.origin.here}" + behind(sheet, row);
  }

  /** The file of that submission. */
  public synchronized String of(long submission) {
    return files.computeIfAbsent(submission, this::file);
  }

  private String file(long submission) {
    return db.sql("SELECT original_name, received_at FROM v_arrival WHERE submission_id = :id")
        .param("id", submission)
        .query(Arrival.class)
        .optional()
        .map(arrival -> text(submission, arrival))
        .orElse("");
  }

  private String text(long submission, Arrival arrival) {
    return "{reason.origin.file} %s {reason.origin.of} %s, {reason.origin.no} %d"
        .formatted(
            arrival.originalName(),
            Days.of(arrival.receivedAt().atZoneSameInstant(zone).toLocalDate()),
            submission);
  }

  private static String behind(String sheet, int row) {
    String on = sheet.isEmpty() ? "" : ", {reason.origin.sheet} " + sheet;
    return row == 0 ? on : on + ", {reason.origin.row} " + row;
  }
}
