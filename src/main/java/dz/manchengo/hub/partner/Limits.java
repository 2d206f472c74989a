package dz.manchengo.hub.partner;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Takes a call from what its client may make, and says in {@code RateLimit} what is left (IETF
 * httpapi-ratelimit-headers). The buckets decide about politeness only: nothing is lost or done
 * twice when they are wrong.
 */
@Component
class Limits {
  private static final String LEFT = "\"minute\";r=%d;t=%d, \"day\";r=%d;t=%d";
  private static final String POLICY = "\"minute\";q=%d;w=60, \"day\";q=%d;w=86400";

  private final Buckets buckets;

  Limits(Buckets buckets) {
    this.buckets = buckets;
  }

  /**
   * One call of that client.
   *
   * @throws ProblemException {@code too-many-requests} or {@code quota-exhausted}
   */
  void take(String client, Allowance allowance, HttpServletResponse response) {
    ConsumptionProbe minute = buckets.takeOfMinute(client, allowance.perMinute());
    ConsumptionProbe day = buckets.takeOfDay(client, allowance.perDay());
    response.setHeader(
        "RateLimit",
        LEFT.formatted(
            minute.getRemainingTokens(),
            untilMore(minute),
            day.getRemainingTokens(),
            untilMore(day)));
    response.setHeader(
        "RateLimit-Policy", POLICY.formatted(allowance.perMinute(), allowance.perDay()));
    refuse(day, ProblemKind.QUOTA_EXHAUSTED, allowance.perDay());
    refuse(minute, ProblemKind.TOO_MANY_REQUESTS, allowance.perMinute());
  }

  private static void refuse(ConsumptionProbe probe, ProblemKind kind, int most) {
    if (!probe.isConsumed()) {
      throw new ProblemException(kind, most)
          .header("Retry-After", Long.toString(seconds(probe.getNanosToWaitForRefill())));
    }
  }

  private static long untilMore(ConsumptionProbe probe) {
    return probe.isConsumed()
        ? seconds(probe.getNanosToWaitForReset())
        : seconds(probe.getNanosToWaitForRefill());
  }

  /** Rounded up: whoever waits so long is let in. */
  private static long seconds(long nanos) {
    return Duration.ofNanos(nanos).plusMillis(999).toSeconds();
  }
}
