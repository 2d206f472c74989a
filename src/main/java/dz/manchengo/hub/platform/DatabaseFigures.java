package dz.manchengo.hub.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
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

  /** Whoever looks at figures waits ten seconds, as a rule, for all of them. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Clock clock;
  private final Duration patience;
  // a server that hangs amid an answer hangs whoever reads it: not the looker
  private final ExecutorService asker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "database-figures");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Instant askedAgainAt = Instant.MIN;

  @Autowired
  DatabaseFigures(Clock clock, JdbcClient db, MeterRegistry metrics) {
    this(clock, db, metrics, PATIENCE);
  }

  DatabaseFigures(Clock clock, JdbcClient db, MeterRegistry metrics, Duration patience) {
    this.clock = clock;
    this.patience = patience;
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
    Future<Double> answer = asker.submit(() -> figure.get().doubleValue());
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return nobodyAnswers();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DataAccessException
          || e.getCause() instanceof TransactionException) {
        return nobodyAnswers();
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Double.NaN;
    }
  }

  private double nobodyAnswers() {
    askedAgainAt = clock.instant().plus(PAUSE);
    return Double.NaN;
  }

  @PreDestroy
  void close() {
    asker.shutdownNow();
  }

  private boolean isUp(JdbcClient db) {
    return !Double.isNaN(of(() -> db.sql("SELECT 1").query(Integer.class).single()));
  }
}
