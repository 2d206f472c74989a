package dz.manchengo.hub.partner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/**
 * JWTs of the configured issuer, the alternative to keys. Signature, issuer, audience and times are
 * checked; a token that names no tenant is refused: nobody becomes the house by leaving a claim
 * out.
 */
final class Tokens {
  private static final Logger log = LoggerFactory.getLogger(Tokens.class);

  private static final String RETRY_SECONDS = "10";

  private final ApiSettings.Jwt settings;
  private final @Nullable JwtDecoder decoder;

  Tokens(ApiSettings.Jwt settings) {
    if (settings.isConfigured() && settings.audience().isBlank()) {
      throw new IllegalStateException(
          "hub.api.jwt.audience: without it a token for any other service of the issuer would do");
    }
    this.settings = settings;
    this.decoder = settings.isConfigured() ? decoder(settings) : null;
  }

  /** Who it names; empty when it is refused, or none is accepted here. */
  Optional<Caller> caller(String token) {
    if (decoder == null) {
      return Optional.empty();
    }
    try {
      return caller(decoder.decode(token));
    } catch (BadJwtException e) {
      log.debug("a token is refused: {}", e.getMessage());
      return Optional.empty();
    } catch (JwtException | JwtDecoderInitializationException e) {
      log.warn("the issuer's keys cannot be read: {}", e.getMessage());
      throw new ProblemException(ProblemKind.UNAVAILABLE).header("Retry-After", RETRY_SECONDS);
    }
  }

  private Optional<Caller> caller(Jwt token) {
    String client = token.getClaimAsString(settings.clientClaim());
    String tenant = token.getClaimAsString(settings.tenantClaim());
    if (tenant == null || tenant.isBlank()) {
      return Optional.empty();
    }
    String name = client == null ? token.getSubject() : client;
    String id = token.getId() == null ? "jwt" : token.getId();
    return name == null
        ? Optional.empty()
        : Optional.of(new Caller(null, name, tenant, id, scopes(token)));
  }

  /** {@code scope} (RFC 8693) or {@code scp}, a text or a list. */
  private static Set<String> scopes(Jwt token) {
    Set<String> scopes = new HashSet<>();
    for (String claim : List.of("scope", "scp")) {
      Object value = token.getClaim(claim);
      if (value instanceof String text) {
        scopes.addAll(Arrays.asList(text.split(" ")));
      } else if (value instanceof Collection<?> many) {
        many.forEach(one -> scopes.add(String.valueOf(one)));
      }
    }
    scopes.remove("");
    return scopes;
  }

  /** An issuer that is away at start must not keep the hub from starting. */
  private static JwtDecoder decoder(ApiSettings.Jwt settings) {
    return new SupplierJwtDecoder(
        () -> {
          NimbusJwtDecoder decoder =
              settings.jwkSetUri().isBlank()
                  ? algorithms(NimbusJwtDecoder.withIssuerLocation(settings.issuer()))
                  : algorithms(NimbusJwtDecoder.withJwkSetUri(settings.jwkSetUri()));
          decoder.setJwtValidator(validator(settings));
          return decoder;
        });
  }

  private static NimbusJwtDecoder algorithms(NimbusJwtDecoder.JwkSetUriJwtDecoderBuilder builder) {
    return builder
        .jwsAlgorithm(SignatureAlgorithm.RS256)
        .jwsAlgorithm(SignatureAlgorithm.ES256)
        .build();
  }

  private static OAuth2TokenValidator<Jwt> validator(ApiSettings.Jwt settings) {
    List<OAuth2TokenValidator<Jwt>> all = new ArrayList<>();
    all.add(new JwtTimestampValidator());
    all.add(new JwtClaimValidator<Object>(JwtClaimNames.EXP, exp -> exp != null));
    if (!settings.issuer().isBlank()) {
      all.add(
          new JwtClaimValidator<Object>(
              JwtClaimNames.ISS, iss -> iss != null && iss.toString().equals(settings.issuer())));
    }
    all.add(
        new JwtClaimValidator<Collection<String>>(
            JwtClaimNames.AUD, aud -> aud != null && aud.contains(settings.audience())));
    return new DelegatingOAuth2TokenValidator<>(all);
  }
}
