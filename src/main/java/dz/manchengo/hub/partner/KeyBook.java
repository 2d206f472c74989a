package dz.manchengo.hub.partner;

import dz.manchengo.hub.platform.Sql;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes, lists and revokes keys, for the command and for the administrators' addresses. A client
 * has two keys that are in force at most: the one it uses and the one that replaces it.
 */
final class KeyBook {
  /**
   * Scopes of the company itself: keys, what the hub does by the clock and writes, and counts of
   * its stock.
   */
  private static final Set<String> OF_HOUSE =
      Set.of(
          "admin",
          "jobs:run",
          "jobs:read",
          "reports:read",
          "count-sessions:write",
          "count-sessions:read");

  private static final int MOST_ACTIVE = 2;
  private static final Pattern CLIENT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .'_-]{0,99}");
  private static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Pattern NETWORK = Pattern.compile("[0-9a-fA-F.:]{2,45}(?:/\\d{1,3})?");

  private final JdbcClient db;
  private final TransactionOperations transaction;
  private final Set<String> knownScopes;
  private final String environment;

  KeyBook(
      JdbcClient db,
      TransactionOperations transaction,
      Set<String> knownScopes,
      String environment) {
    this.db = db;
    this.transaction = transaction;
    this.knownScopes = knownScopes;
    this.environment = environment;
  }

  /** A key as lists show it. */
  record Line(
      String id,
      String client,
      String tenant,
      List<String> scopes,
      List<String> networks,
      OffsetDateTime createdAt,
      @Nullable OffsetDateTime expiresAt,
      @Nullable OffsetDateTime revokedAt,
      @Nullable OffsetDateTime lastUsedAt) {}

  private record Client(long id, String tenant) {}

  /**
   * Makes a key; its text is nowhere else.
   *
   * @throws KeyRefused if the wish is not to be had
   */
  ApiKey create(KeyWish wish) {
    check(wish);
    ApiKey key = ApiKey.create(environment);
    try {
      transaction.executeWithoutResult(status -> store(key, wish));
    } catch (DataIntegrityViolationException e) { // PostgreSQL knows best what is a cidr
      throw new KeyRefused(KeyRefused.Reason.NETWORKS, String.join(", ", wish.networks()));
    }
    return key;
  }

  List<Line> all() {
    return db.sql(Sql.file("partner/list_keys.sql"))
        .query(
            (row, number) ->
                new Line(
                    row.getString("id"),
                    row.getString("client"),
                    row.getString("tenant"),
                    List.of((String[]) row.getArray("scopes").getArray()),
                    List.of((String[]) row.getArray("networks").getArray()),
                    row.getObject("created_at", OffsetDateTime.class),
                    row.getObject("expires_at", OffsetDateTime.class),
                    row.getObject("revoked_at", OffsetDateTime.class),
                    row.getObject("last_used_at", OffsetDateTime.class)))
        .list();
  }

  /** False when there is no such key; one that is revoked already stays so. */
  boolean revoke(String id) {
    return db.sql("UPDATE api_key SET revoked_at = coalesce(revoked_at, now()) WHERE id = :id")
            .param("id", id)
            .update()
        > 0;
  }

  private void check(KeyWish wish) {
    if (!CLIENT.matcher(wish.client()).matches()) {
      throw new KeyRefused(KeyRefused.Reason.CLIENT, wish.client());
    }
    if (wish.tenant() != null && !TENANT.matcher(wish.tenant()).matches()) {
      throw new KeyRefused(KeyRefused.Reason.TENANT, wish.tenant());
    }
    Set<String> unknown = new TreeSet<>(wish.scopes());
    unknown.removeAll(knownScopes);
    if (!unknown.isEmpty() || wish.scopes().isEmpty()) {
      throw new KeyRefused(KeyRefused.Reason.SCOPES, String.join(", ", knownScopes));
    }
    wish.networks().stream()
        .filter(network -> !NETWORK.matcher(network).matches())
        .findFirst()
        .ifPresent(
            network -> {
              throw new KeyRefused(KeyRefused.Reason.NETWORKS, network);
            });
    Instant expires = wish.expires();
    if (expires != null && expires.isBefore(Instant.now())) {
      throw new KeyRefused(KeyRefused.Reason.EXPIRED, expires.toString());
    }
  }

  private void store(ApiKey key, KeyWish wish) {
    Client client = client(wish);
    if (wish.tenant() != null && !wish.tenant().equals(client.tenant())) {
      throw new KeyRefused(KeyRefused.Reason.OTHER_TENANT, client.tenant());
    }
    if (!Collections.disjoint(wish.scopes(), OF_HOUSE) && !client.tenant().equals(Caller.HOUSE)) {
      throw new KeyRefused(KeyRefused.Reason.ADMIN, client.tenant());
    }
    if (active(client.id()) >= MOST_ACTIVE) {
      throw new KeyRefused(KeyRefused.Reason.TWO_ACTIVE, wish.client());
    }
    db.sql(Sql.file("partner/insert_key.sql"))
        .param("id", key.id())
        .param("client", client.id())
        .param("hash", key.secretSha256())
        .param("scopes", new TreeSet<>(wish.scopes()).toArray(String[]::new))
        .param("networks", wish.networks().toArray(String[]::new))
        .param("expires", wish.expires() == null ? null : Timestamp.from(wish.expires()))
        .update();
  }

  /** Its row stays locked, so that two keys made at once do not make three. */
  private Client client(KeyWish wish) {
    db.sql("INSERT INTO api_client (name, tenant) VALUES (:name, :tenant) ON CONFLICT DO NOTHING")
        .param("name", wish.client())
        .param("tenant", wish.tenant() == null ? Caller.HOUSE : wish.tenant())
        .update();
    return db.sql("SELECT id, tenant FROM api_client WHERE name = :name FOR UPDATE")
        .param("name", wish.client())
        .query(Client.class)
        .single();
  }

  private int active(long client) {
    return db.sql(Sql.file("partner/count_active_keys.sql"))
        .param("client", client)
        .query(Integer.class)
        .single();
  }
}
