package dz.manchengo.hub.partner;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;

/**
 * {@code hub.api}; every key is explained in {@code config/application.yaml}.
 *
 * @param body longest body by the name that the contract gives it ({@code x-size})
 */
@ConfigurationProperties("hub.api")
record ApiSettings(
    @DefaultValue("true") boolean openapi,
    @DefaultValue("live") String environment,
    @DefaultValue("classpath:routes/partner-api.openapi.yaml") Resource contract,
    Map<String, DataSize> body,
    @DefaultValue Allowance rate,
    @DefaultValue Cors cors,
    @DefaultValue Jwt jwt) {
  record Cors(@DefaultValue List<String> origins) {}

  /** A JWT is accepted where an issuer or the address of its keys is set. */
  record Jwt(
      @DefaultValue("") String issuer,
      @DefaultValue("") String jwkSetUri,
      @DefaultValue("") String audience,
      @DefaultValue("azp") String clientClaim,
      @DefaultValue("tenant") String tenantClaim) {
    boolean isConfigured() {
      return !issuer.isBlank() || !jwkSetUri.isBlank();
    }
  }

  long limit(String name) {
    return Objects.requireNonNull(body.get(name), name).toBytes();
  }
}
