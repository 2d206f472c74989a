package dz.manchengo.hub.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Figures that are asked of the database whenever somebody looks at them. Where it does not answer
 * they are not a number, and one of them alone waits for it: dozens that wait one after the other
 * would keep the looker from every other figure. {@code hub_database_up} says whether it answers,
 * {@code hub_database_born_timestamp_seconds} when the hub's first tables came: what has yet to be
 * done for the first time is due from then on.
 */
@Component
public class DatabaseFigures {
  /** How long nobody asks again once no answer came. */
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Clock clock;
  private volatile Instant askedAgainAt = Instant.MIN;

  DatabaseFigures(Clock clock, JdbcClient db, MeterRegistry metrics) {
    this.clock = clock;
    Gauge.builder("hub.database.up", () -> isUp(db) ? 1 : 0).register(metrics);
    Gauge.builder("hub.database.born.timestamp", () -> of(() -> born(db)))
        .baseUnit("seconds")
        .register(metrics);
  }

  private static double born(JdbcClient db) {
    return db.sql(
            "SELECT extract(epoch FROM min(installed_on)::timestamptz)::double precision"
                + " FROM flyway_schema_history")
        .query(Double.class)
        .single();
  }

  /** What the database says; NaN where it does not answer, or did not within the last minute. */
  public double of(Supplier<? extends Number> figure) {
    if (clock.instant().isBefore(askedAgainAt)) {
      return Double.NaN;
    }
    try {
      return figure.get().doubleValue();
    } catch (DataAccessException | TransactionException e) {
      askedAgainAt = clock.instant().plus(PAUSE);
      return Double.NaN;
    }
  }

  private boolean isUp(JdbcClient db) {
    return !Double.isNaN(of(() -> db.sql("SELECT 1").query(Integer.class).single()));
  }
}
