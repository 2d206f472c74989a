package dz.manchengo.hub.stock;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who writes movements does so alone until the end of his transaction: what has been recorded later
 * is seen later, so that a count's snapshot of the book misses nothing that is older than it.
 */
@Component
class LedgerLock {
  /** "stock" in figures; any number that nobody else locks. */
  private static final long KEY = 115_116_111_099L;

  private final JdbcClient db;

  LedgerLock(JdbcClient db) {
    this.db = db;
  }

  void toWrite() {
    db.sql("SELECT pg_advisory_xact_lock(:key)").param("key", KEY).query((rs, n) -> n).list();
  }

  /** Several may look at the same time; nobody writes meanwhile. */
  void toLook() {
    db.sql("SELECT pg_advisory_xact_lock_shared(:key)")
        .param("key", KEY)
        .query((rs, n) -> n)
        .list();
  }
}
