package dz.manchengo.hub.partner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** A key as the tables know it, its client included. */
record KnownKey(
    String id,
    String secretSha256,
    Set<String> scopes,
    List<String> networks,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt,
    long clientId,
    String clientName,
    String tenant,
    @Nullable Integer perMinute,
    @Nullable Integer perDay) {

  /** In constant time, so that nobody learns the hash sign by sign. */
  boolean isOpenedBy(ApiKey shown) {
    return MessageDigest.isEqual(bytes(secretSha256), bytes(shown.secretSha256()));
  }

  boolean hasExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** Everywhere where no network is named. */
  boolean mayComeFrom(String address) {
    return networks.isEmpty()
        || networks.stream().anyMatch(network -> new IpAddressMatcher(network).matches(address));
  }

  private static byte[] bytes(String hex) {
    return hex.getBytes(StandardCharsets.US_ASCII);
  }

  Caller caller() {
    return new Caller(clientId, clientName, tenant, id, scopes);
  }
}
