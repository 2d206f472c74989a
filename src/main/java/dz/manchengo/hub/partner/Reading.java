package dz.manchengo.hub.partner;

import dz.manchengo.hub.platform.Tenancy;
import java.time.ZoneId;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one place where partners' programs read the tables: each look is a read-only transaction in
 * which the database shows what the caller may see and no more (decision 0031).
 */
@Component
class Reading {
  /** Rows that are in memory together. */
  private static final int PORTION = 50;

  private final JdbcClient db;
  private final Tenancy tenancy;
  private final ZoneId zone;

  Reading(DataSource source, Tenancy tenancy, @Value("${hub.zone}") ZoneId zone) {
    JdbcTemplate inPortions = new JdbcTemplate(source);
    inPortions.setFetchSize(PORTION);
    this.db = JdbcClient.create(inPortions);
    this.zone = zone;
    this.tenancy = tenancy;
  }

  /** What that caller may see. */
  <T> T by(Caller caller, Function<JdbcClient, T> reading) {
    return tenancy.read(
        caller.tenant(),
        () -> {
          db.sql("SELECT set_config('hub.zone', :zone, true)")
              .param("zone", zone.getId())
              .query(String.class)
              .single();
          return reading.apply(db);
        });
  }
}
