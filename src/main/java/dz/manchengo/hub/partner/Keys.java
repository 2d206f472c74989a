package dz.manchengo.hub.partner;

import dz.manchengo.hub.platform.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keys by their public part. What was read counts for two seconds: so long may a key outlive its
 * revocation, on every hub, and a busy client costs one look-up in that time. Unknown ones are
 * remembered too.
 */
class Keys {
  static final Duration COUNTS_FOR = Duration.ofSeconds(2);

  /** Whoever tries ids at random makes the cache start again, no more. */
  private static final int MOST = 10_000;

  private static final String FIND = Sql.file("partner/find_key.sql");

  private final JdbcClient db;
  private final InstantSource clock;
  private final Map<String, Read> cache = new ConcurrentHashMap<>();

  Keys(JdbcClient db, InstantSource clock) {
    this.db = db;
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
      read = new Read(stored(id), now);
      cache.put(id, read);
    }
    return read.key();
  }

  /** This hub need not wait for what it did itself. */
  void forget(String id) {
    cache.remove(id);
  }

  private Optional<KnownKey> stored(String id) {
    return db.sql(FIND).param("id", id).query(Keys::known).optional();
  }

  private static KnownKey known(ResultSet row, int number) throws SQLException {
    return new KnownKey(
        row.getString("key_id"),
        row.getString("secret_sha256"),
        Set.copyOf(texts(row.getArray("scopes"))),
        texts(row.getArray("networks")),
        instant(row.getTimestamp("expires_at")),
        instant(row.getTimestamp("revoked_at")),
        row.getLong("client_id"),
        row.getString("client_name"),
        row.getString("tenant"));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
