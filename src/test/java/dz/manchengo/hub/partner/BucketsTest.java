package dz.manchengo.hub.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class BucketsTest {
  private final MovedClock clock = new MovedClock();
  private boolean redisIsAway;
  private int asked;
  private final Buckets buckets = new Buckets(this::redis, clock, ZoneId.of("Africa/Algiers"));

  private Bucket redis(Buckets.Wanted wanted) {
    asked++;
    if (redisIsAway) {
      throw new IllegalStateException("nobody answers");
    }
    return Bucket.builder().addLimit(wanted.limit().getBandwidths()[0]).build();
  }

  @Test
  void aClientMayCallSoOftenAndAnotherOneToo() {
    assertThat(buckets.takeOfMinute("a", 2).isConsumed()).isTrue();
    assertThat(buckets.takeOfMinute("a", 2).isConsumed()).isTrue();
    assertThat(buckets.takeOfMinute("a", 2).isConsumed()).isFalse();
    assertThat(buckets.takeOfMinute("b", 2).isConsumed()).isTrue();
    assertThat(buckets.takeOfDay("a", 2).isConsumed()).isTrue();
  }

  @Test
  void whileRedisIsAwayTheHubCountsAloneAndAsksItSeldom() {
    redisIsAway = true;
    assertThat(buckets.takeOfMinute("a", 2).isConsumed()).isTrue();
    assertThat(buckets.takeOfMinute("a", 2).isConsumed()).isTrue();
    assertThat(buckets.takeOfMinute("a", 2).isConsumed()).isFalse();
    assertThat(asked).isEqualTo(1);

    redisIsAway = false;
    clock.go(Duration.ofSeconds(6));
    assertThat(buckets.takeOfMinute("a", 2).isConsumed()).isTrue();
  }

  @Test
  void tomorrowsCallsAreCountedAnew() {
    assertThat(buckets.takeOfDay("a", 1).isConsumed()).isTrue();
    assertThat(buckets.takeOfDay("a", 1).isConsumed()).isFalse();
    clock.go(Duration.ofDays(1));
    assertThat(buckets.takeOfDay("a", 1).isConsumed()).isTrue();
  }

  @Test
  void theAnswerSaysWhatIsLeftAndWhenToComeBack() {
    Limits limits = new Limits(buckets);
    MockHttpServletResponse answer = new MockHttpServletResponse();
    limits.take("a", new Allowance(1, 10), answer);
    assertThat(answer.getHeader("RateLimit")).matches("\"minute\";r=0;t=\\d+, \"day\";r=9;t=\\d+");
    assertThat(answer.getHeader("RateLimit-Policy"))
        .isEqualTo("\"minute\";q=1;w=60, \"day\";q=10;w=86400");

    assertThatThrownBy(() -> limits.take("a", new Allowance(1, 10), answer))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(ProblemKind.TOO_MANY_REQUESTS);
              assertThat(problem.headers().get("Retry-After")).matches("[1-9]\\d?");
            });
    limits.take("b", new Allowance(10, 1), answer);
    assertThatThrownBy(() -> limits.take("b", new Allowance(10, 1), answer))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.QUOTA_EXHAUSTED));
  }
}
