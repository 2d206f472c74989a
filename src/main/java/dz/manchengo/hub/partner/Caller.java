package dz.manchengo.hub.partner;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param clientId of the table {@code api_client}; null for a JWT, whose clients are the issuer's
 * @param tenant whose documents the caller sees and changes; {@link #HOUSE} sees all
 * @param keyId public part of the key; of a JWT its {@code jti}, or {@code jwt}
 */
record Caller(
    @Nullable Long clientId, String clientName, String tenant, String keyId, Set<String> scopes) {
  /** The tenant of the house itself. */
  static final String HOUSE = "hub";

  Caller {
    scopes = Set.copyOf(scopes);
  }

  boolean isHouse() {
    return tenant.equals(HOUSE);
  }
}
