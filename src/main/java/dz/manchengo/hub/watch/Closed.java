package dz.manchengo.hub.watch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * An incident that has ended.
 *
 * @param toldReason what was told when it began; it may have become something else since
 */
record Closed(
    long id,
    Alarm.Kind kind,
    String subject,
    Reason reason,
    LocalDate businessDay,
    String sentence,
    List<String> mail,
    int times,
    boolean told,
    Reason toldReason,
    String toldSentence) {
  /** As a webhook tells it. */
  Map<String, Object> told(String over) {
    return Map.of(
        "id",
        id,
        "kind",
        kind.name(),
        "subject",
        subject,
        "day",
        businessDay.toString(),
        "reason",
        reason.name(),
        "sentence",
        over);
  }

  /** As the database gives it. */
  static Closed of(ResultSet row, int number) throws SQLException {
    return new Closed(
        row.getLong("id"),
        Alarm.Kind.valueOf(row.getString("kind")),
        row.getString("subject"),
        Reason.valueOf(row.getString("reason")),
        row.getObject("business_day", LocalDate.class),
        row.getString("sentence"),
        List.of((String[]) row.getArray("mail").getArray()),
        row.getInt("times"),
        row.getBoolean("told"),
        Reason.valueOf(row.getString("told_reason")),
        row.getString("told_sentence"));
  }
}
