package dz.manchengo.hub.scenario;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of incidents, as tests read it. */
final class Incidents {
  private Incidents() {}

  /** Reasons of the subject's open incidents. */
  static List<String> open(JdbcClient db, String subject) {
    return db.sql("SELECT reason FROM v_incident WHERE subject = :subject AND is_open")
        .param("subject", subject)
        .query(String.class)
        .list();
  }

  static Map<String, @Nullable Object> incident(JdbcClient db, String subject) {
    return db.sql("SELECT * FROM v_incident WHERE subject = :subject")
        .param("subject", subject)
        .query()
        .singleRow();
  }

  static String sentence(JdbcClient db, String subject) {
    return String.valueOf(incident(db, subject).get("sentence"));
  }
}
