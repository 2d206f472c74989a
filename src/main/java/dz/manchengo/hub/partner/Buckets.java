package dz.manchengo.hub.partner;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One bucket a client and limit, in Redis for all hubs together. While Redis does not answer each
 * hub counts alone; it is asked again after a pause, so that its absence costs no call its time.
 */
class Buckets {
  private static final Logger log = LoggerFactory.getLogger(Buckets.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int MOST = 10_000;

  private final Function<Wanted, Bucket> shared;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Map<Wanted, Bucket> inRedis = new ConcurrentHashMap<>();
  private final Map<Wanted, Bucket> here = new ConcurrentHashMap<>();
  private volatile Instant redisAwayUntil = Instant.MIN;

  /** The buckets of that maker, which may throw whenever it is asked. */
  Buckets(Function<Wanted, Bucket> shared, InstantSource clock, ZoneId zone) {
    this.shared = shared;
    this.clock = clock;
    this.zone = zone;
  }

  /** A bucket by its name; another limit is another bucket. */
  record Wanted(String name, BucketConfiguration limit) {}

  ConsumptionProbe takeOfMinute(String client, int most) {
    return take(
        new Wanted(
            "api:minute:" + most + ":" + client,
            limit(
                Bandwidth.builder()
                    .capacity(most)
                    .refillGreedy(most, Duration.ofMinutes(1))
                    .build())));
  }

  /** Counted anew from midnight. */
  ConsumptionProbe takeOfDay(String client, int most) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    Instant midnight = today.plusDays(1).atStartOfDay(zone).toInstant();
    return take(
        new Wanted(
            "api:day:" + today + ":" + most + ":" + client,
            limit(
                Bandwidth.builder()
                    .capacity(most)
                    .refillIntervallyAligned(most, Duration.ofDays(1), midnight)
                    .build())));
  }

  private static BucketConfiguration limit(Bandwidth bandwidth) {
    return BucketConfiguration.builder().addLimit(bandwidth).build();
  }

  private ConsumptionProbe take(Wanted wanted) {
    Instant now = clock.instant();
    if (!now.isBefore(redisAwayUntil)) {
      if (!redisAwayUntil.equals(
          Instant.MIN)) { // one call finds out whether it is back, the others do not wait for that
        redisAwayUntil = now.plus(PAUSE);
      }
      try {
        ConsumptionProbe probe = kept(inRedis, wanted, shared).tryConsumeAndReturnRemaining(1);
        redisAwayUntil = Instant.MIN;
        return probe;
      } catch (RuntimeException e) {
        away(now, e);
      }
    }
    return kept(here, wanted, Buckets::alone).tryConsumeAndReturnRemaining(1);
  }

  private void away(Instant now, RuntimeException failure) {
    redisAwayUntil = now.plus(PAUSE);
    inRedis.clear();
    log.warn("Redis does not count calls, this hub does it alone: {}", failure.toString());
  }

  /** Those of yesterday go when there are too many. */
  private static Bucket kept(
      Map<Wanted, Bucket> buckets, Wanted wanted, Function<Wanted, Bucket> maker) {
    if (buckets.size() > MOST) {
      buckets.clear();
    }
    return buckets.computeIfAbsent(wanted, maker);
  }

  private static Bucket alone(Wanted wanted) {
    return Bucket.builder().addLimit(wanted.limit().getBandwidths()[0]).build();
  }
}
