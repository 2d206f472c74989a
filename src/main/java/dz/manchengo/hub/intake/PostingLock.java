package dz.manchengo.hub.intake;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files are posted beside each other, an undo alone: what it judges to be unused must not be used a
 * moment later, and records that a posting has looked up must not go. Held to the end of the
 * calling transaction; taken before any other lock but that of the own submission's row.
 */
@Component
class PostingLock {
  /** "post" in figures; any number that nobody else locks. */
  private static final long KEY = 112_111_115_116L;

  private final JdbcClient db;

  PostingLock(JdbcClient db) {
    this.db = db;
  }

  void toPost() {
    take("SELECT pg_advisory_xact_lock_shared(:key)");
  }

  /** Waits for the files that are being posted now; those that come wait for the undo. */
  void toUndo() {
    take("SELECT pg_advisory_xact_lock(:key)");
  }

  private void take(String statement) {
    db.sql(statement).param("key", KEY).query((rs, n) -> n).list();
  }
}
