package dz.manchengo.hub.partner;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Keys by their public part. What was read counts for two seconds: so long may a key outlive its
 * revocation, on every hub, and a busy client costs one look-up in that time. Unknown ones are
 * remembered too.
 */
class Keys {
  static final Duration COUNTS_FOR = Duration.ofSeconds(2);

  /** Whoever tries ids at random makes the cache start again, no more. */
  private static final int MOST = 10_000;

  private final Function<String, Optional<KnownKey>> stored;
  private final InstantSource clock;
  private final Map<String, Read> cache = new ConcurrentHashMap<>();

  Keys(Function<String, Optional<KnownKey>> stored, InstantSource clock) {
    this.stored = stored;
    this.clock = clock;
  }

  private record Read(Optional<KnownKey> key, Instant at) {}

  Optional<KnownKey> find(String id) {
    Instant now = clock.instant();
    Read read = cache.get(id);
    if (read == null || !now.isBefore(read.at().plus(COUNTS_FOR))) {
      if (cache.size() >= MOST) {
        cache.clear();
      }
      read = new Read(stored.apply(id), now);
      cache.put(id, read);
    }
    return read.key();
  }

  /** This hub need not wait for what it did itself. */
  void forget(String id) {
    cache.remove(id);
  }
}
