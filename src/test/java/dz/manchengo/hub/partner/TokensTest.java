package dz.manchengo.hub.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static final String ISSUER = "https://login.example.dz";

  @SuppressWarnings("NullAway.Init") // made before all tests
  private static RSAKey key;

  @SuppressWarnings("NullAway.Init")
  private static HttpServer server;

  @BeforeAll
  static void serveKeys() throws JOSEException, IOException {
    key = new RSAKeyGenerator(2048).keyID("one").generate();
    byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/keys",
        exchange -> {
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void end() {
    server.stop(0);
  }

  @Test
  void claimsBecomeTheCaller() throws JOSEException {
    Caller caller = tokens().caller(signed(claims -> claims)).orElseThrow();

    assertThat(caller)
        .isEqualTo(
            new Caller(
                null, "erp", "acme", "t-1", java.util.Set.of("orders:write", "orders:read")));
    assertThat(caller.isHouse()).isFalse();
  }

  @Test
  void noOtherTokenIsAccepted() throws JOSEException {
    Tokens tokens = tokens();
    assertThat(tokens.caller("rubbish")).isEmpty();
    assertThat(tokens.caller(new PlainJWT(claims().build()).serialize())).isEmpty();
    assertThat(tokens.caller(signed(c -> c.audience("other")))).isEmpty();
    assertThat(tokens.caller(signed(c -> c.issuer("https://evil.example")))).isEmpty();
    assertThat(tokens.caller(signed(c -> c.expirationTime(null)))).isEmpty();
    assertThat(tokens.caller(signed(c -> c.expirationTime(Date.from(Instant.EPOCH))))).isEmpty();
    assertThat(tokens.caller(signed(c -> c.claim("tenant", null)))).isEmpty();
    RSAKey stranger = new RSAKeyGenerator(2048).keyID("one").generate();
    assertThat(tokens.caller(signed(stranger, claims()))).isEmpty();
  }

  @Test
  void withoutSettingsNoTokenIsAccepted() throws JOSEException {
    Tokens none = new Tokens(new ApiSettings.Jwt("", "", "", "azp", "tenant"));

    assertThat(none.caller(signed(claims -> claims))).isEmpty();
  }

  /** A token for any other service of the issuer would do. */
  @Test
  void anAudienceMustBeSet() {
    assertThatThrownBy(() -> new Tokens(new ApiSettings.Jwt(ISSUER, "", "", "azp", "tenant")))
        .hasMessageContaining("hub.api.jwt.audience");
  }

  private static Tokens tokens() {
    String keys = "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
    return new Tokens(new ApiSettings.Jwt(ISSUER, keys, "hub", "azp", "tenant"));
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience("hub")
        .jwtID("t-1")
        .claim("azp", "erp")
        .claim("tenant", "acme")
        .claim("scope", "orders:write orders:read")
        .expirationTime(Date.from(Instant.now().plusSeconds(60)));
  }

  private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
    return signed(key, change.apply(claims()));
  }

  private static String signed(RSAKey by, JWTClaimsSet.Builder claims) throws JOSEException {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build();
    SignedJWT token = new SignedJWT(header, claims.build());
    token.sign(new RSASSASigner(by));
    return token.serialize();
  }
}
