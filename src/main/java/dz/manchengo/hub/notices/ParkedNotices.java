package dz.manchengo.hub.notices;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What could not be sent, of all hubs on that database. */
record ParkedNotices(JdbcClient db, String zone) {
  /**
   * One of them.
   *
   * @param createdAt date and time of the hub's zone
   */
  record Parked(
      long id,
      String kind,
      String target,
      String createdAt,
      String parkedAt,
      int attempt,
      String failure) {}

  /**
   * One that is tried again.
   *
   * @param dueAt date and time of the hub's zone
   */
  record Failing(
      long id,
      String kind,
      String target,
      String createdAt,
      String dueAt,
      int attempt,
      String failure) {}

  List<Failing> failing() {
    return db.sql(
            "SELECT id, kind, target,"
                + " to_char(created_at AT TIME ZONE :zone, 'DD/MM/YYYY HH24:MI') AS created_at,"
                + " to_char(due_at AT TIME ZONE :zone, 'DD/MM/YYYY HH24:MI:SS') AS due_at,"
                + " attempt, failure"
                + " FROM v_failing_notice ORDER BY id")
        .param("zone", zone)
        .query(Failing.class)
        .list();
  }

  /** Those that nobody tries any more. */
  List<Parked> all() {
    return db.sql(
            "SELECT id, kind, target,"
                + " to_char(created_at AT TIME ZONE :zone, 'DD/MM/YYYY HH24:MI') AS created_at,"
                + " to_char(parked_at AT TIME ZONE :zone, 'DD/MM/YYYY HH24:MI') AS parked_at,"
                + " attempt, failure"
                + " FROM v_parked_notice ORDER BY id")
        .param("zone", zone)
        .query(Parked.class)
        .list();
  }

  /** True if it was parked. */
  boolean replay(long id) {
    return db.sql("SELECT replay_notice(:id)").param("id", id).query(Boolean.class).single();
  }

  /** How many were parked. */
  int replayAll() {
    return db.sql("SELECT count(*) FILTER (WHERE replay_notice(id)) FROM v_parked_notice")
        .query(Integer.class)
        .single();
  }
}
