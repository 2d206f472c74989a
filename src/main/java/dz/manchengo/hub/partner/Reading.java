package dz.manchengo.hub.partner;

import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one place where partners' programs read the tables: each look is a read-only transaction that
 * knows whose it is. Its statements name {@code :tenant}; {@code hub} sees all.
 */
@Component
class Reading {
  /** Rows that are in memory together. */
  private static final int PORTION = 50;

  private final JdbcClient db;
  private final TransactionTemplate look;
  private final ZoneId zone;

  Reading(
      DataSource source,
      PlatformTransactionManager transactions,
      @Value("${hub.zone}") ZoneId zone) {
    JdbcTemplate inPortions = new JdbcTemplate(source);
    inPortions.setFetchSize(PORTION);
    this.db = JdbcClient.create(inPortions);
    this.zone = zone;
    this.look = new TransactionTemplate(transactions);
    this.look.setReadOnly(true);
  }

  /** Statements of one look. */
  record Look(JdbcClient db, String tenant) {
    JdbcClient.StatementSpec sql(String statement) {
      return db.sql(statement).param("tenant", tenant);
    }
  }

  /** What that caller may see. */
  <T> T by(Caller caller, Function<Look, T> reading) {
    return Objects.requireNonNull(
        look.execute(
            status -> {
              db.sql(
                      "SELECT set_config('hub.tenant', :tenant, true),"
                          + " set_config('hub.zone', :zone, true)")
                  .param("tenant", caller.tenant())
                  .param("zone", zone.getId())
                  .query((row, number) -> number)
                  .single();
              return reading.apply(new Look(db, caller.tenant()));
            }));
  }
}
