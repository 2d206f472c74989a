package dz.manchengo.hub.partner;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Buckets in Redis, over a connection of their own that is made when it is first needed. A hub
 * takes a few calls before it tells Redis, so that a busy client costs few round trips; all hubs
 * together may let through so many more.
 */
final class RedisBuckets implements Function<Buckets.Wanted, Bucket> {
  private static final Duration TO_ANSWER = Duration.ofMillis(200);
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final Duration UNTOLD = Duration.ofMillis(100);

  /** One in so many of a limit may be taken before Redis is told. */
  private static final int PART = 200;

  private final LettuceConnectionFactory redis;
  private @Nullable ProxyManager<byte[]> proxies;

  RedisBuckets(LettuceConnectionFactory redis) {
    this.redis = redis;
  }

  @Override
  public Bucket apply(Buckets.Wanted wanted) {
    long capacity = wanted.limit().getBandwidths()[0].getCapacity();
    return proxies()
        .builder()
        .withOptimization(
            Optimizations.delaying(new DelayParameters(Math.max(1, capacity / PART), UNTOLD)))
        .build(("hub:" + wanted.name()).getBytes(StandardCharsets.UTF_8), wanted::limit);
  }

  private synchronized ProxyManager<byte[]> proxies() {
    if (proxies == null) {
      RedisClient client = (RedisClient) redis.getRequiredNativeClient();
      proxies =
          Bucket4jLettuce.casBasedBuilder(client)
              .requestTimeout(TO_ANSWER)
              .expirationAfterWrite(
                  ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT))
              .build();
    }
    return proxies;
  }
}
