package dz.manchengo.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DatabaseFiguresTest {
  private Instant now = Instant.parse("2026-11-30T03:00:00Z");
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final DatabaseFigures figures =
      new DatabaseFigures(
          new Clock() {
            @Override
            public ZoneId getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
              return this;
            }

            @Override
            public Instant instant() {
              return now;
            }
          },
          JdbcClient.create(new DriverManagerDataSource("jdbc:none:nobody")),
          metrics,
          Duration.ofSeconds(2));

  @Test
  void ofDozensOneAloneWaitsForADatabaseThatIsAway() {
    AtomicInteger asked = new AtomicInteger();
    for (int i = 0; i < 20; i++) {
      assertThat(
              figures.of(
                  () -> {
                    asked.incrementAndGet();
                    throw new DataAccessResourceFailureException("away");
                  }))
          .isNaN();
    }
    assertThat(asked).hasValue(1);

    now = now.plus(Duration.ofSeconds(61));
    assertThat(figures.of(() -> 7)).isEqualTo(7);
    assertThat(figures.of(() -> 8)).isEqualTo(8);
  }

  /** As a frozen server does: the answer has begun, and never comes. */
  @Test
  void whoLooksDoesNotHangWithTheDatabase() {
    CountDownLatch thawed = new CountDownLatch(1);
    assertThat(
            figures.of(
                () -> {
                  awaitUninterruptibly(thawed);
                  return 1;
                }))
        .isNaN();
    assertThat(figures.of(() -> 2)).isNaN();

    thawed.countDown();
    now = now.plus(Duration.ofSeconds(61));
    assertThat(figures.of(() -> 3)).isEqualTo(3);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        // a read from a socket goes on too
      }
    }
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNotUp() {
    assertThat(metrics.get("hub.database.up").gauge().value()).isZero();
  }
}
