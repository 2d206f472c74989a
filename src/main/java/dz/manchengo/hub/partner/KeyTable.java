package dz.manchengo.hub.partner;

import dz.manchengo.hub.platform.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keys as they are in the tables now, by their public part. */
final class KeyTable implements Function<String, Optional<KnownKey>> {
  private static final String FIND = Sql.file("partner/find_key.sql");

  private final JdbcClient db;

  KeyTable(JdbcClient db) {
    this.db = db;
  }

  @Override
  public Optional<KnownKey> apply(String id) {
    return db.sql(FIND).param("id", id).query(KeyTable::known).optional();
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
        row.getString("tenant"),
        row.getObject("per_minute", Integer.class),
        row.getObject("per_day", Integer.class));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
