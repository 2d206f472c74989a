package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The door of the partner API as HTTP sees it: addresses, methods, headers, bodies, languages. */
class ApiHttpIT extends ApiScenario {
  @Test
  void textsFollowTheCallersLanguage() throws Exception {
    assertThat(problem(get("/api/v1/x", admin()), 404, "unknown-address").path("title").asText())
        .isEqualTo("Il n'y a rien à cette adresse");
    HttpResponse<String> english =
        send(to("/api/v1/x", admin()).header("Accept-Language", "de, en;q=0.8, fr;q=0.2"));
    assertThat(problem(english, 404, "unknown-address").path("title").asText())
        .isEqualTo("There is nothing at this address");
  }

  @Test
  void methodsOfAnAddress() throws Exception {
    HttpResponse<String> put =
        send(to("/api/v1/keys", admin()).PUT(HttpRequest.BodyPublishers.noBody()));
    problem(put, 405, "method-not-allowed");
    assertThat(put.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS, POST");
    problem(
        send(to("/api/v1/keys", admin()).method("BREW", HttpRequest.BodyPublishers.noBody())),
        405,
        "method-not-allowed");
    HttpResponse<String> options =
        send(to("/api/v1/keys", admin()).method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(options.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS, POST");
    HttpResponse<String> head =
        send(to("/api/v1/keys", admin()).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(raw("TRACE /api/v1/keys HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 405")
        .doesNotContain("Host");
  }

  @Test
  void formsOfAnswersAndBodies() throws Exception {
    problem(send(to("/api/v1/keys", admin()).header("Accept", "text/html")), 406, "not-acceptable");
    problem(typed("application/x-www-form-urlencoded"), 415, "form-body");
    problem(typed("text/plain"), 415, "unsupported-media-type");
    problem(typed("nonsense"), 415, "unsupported-media-type");
    problem(typed("application/json; charset=windows-1252"), 415, "unsupported-media-type");
    problem(
        send(
            to("/api/v1/keys", admin())
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))),
        415,
        "unsupported-media-type");
  }

  private HttpResponse<String> typed(String type) throws Exception {
    return send(
        to("/api/v1/keys", admin())
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString("client=x&scopes=admin")));
  }

  /** Declared longer, and longer than declared. */
  @Test
  void aBodyThatIsTooLongIsRefused() throws Exception {
    byte[] long1 =
        ("{\"client\":\"" + "x".repeat(1_100_000) + "\"}").getBytes(StandardCharsets.UTF_8);
    problem(
        send(
            to("/api/v1/keys", admin())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(long1))),
        413,
        "body-too-large");
    problem(
        send(
            to("/api/v1/keys", admin())
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(long1)))),
        413,
        "body-too-large");
  }

  /** House §5: what Camel would obey, and what it would send back. */
  @Test
  void headersAndParametersFromOutsideHaveNoEffectAndDoNotComeBack() throws Exception {
    HttpResponse<String> answer =
        send(
            to("/api/v1/keys", admin())
                .header("CamelHttpResponseCode", "299")
                .header("CAmelFileName", "../../x")
                .header("moveTo", "elsewhere")
                .header("delete", "true")
                .header("x-foo", "bar")
                .header("id", "other"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().map().keySet())
        .isSubsetOf(
            "cache-control",
            "content-length",
            "content-security-policy",
            "content-type",
            "date",
            "expires",
            "keep-alive",
            "connection",
            "pragma",
            "ratelimit",
            "ratelimit-policy",
            "referrer-policy",
            "trace-id",
            "vary",
            "x-content-type-options",
            "x-frame-options",
            "x-xss-protection");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    problem(get("/api/v1/keys?CamelHttpResponseCode=299", admin()), 400, "unknown-parameter");
    problem(get("/api/v1/keys?delete=true", admin()), 400, "unknown-parameter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/keys/../keys",
        "/api/v1//keys",
        "/api/v1/keys;a=b",
        "/api/v1/%2e%2e/keys",
        "/api/v1/keys%00",
        "/%61pi/v1/keys",
        "/%61pi/v1/openapi.yaml",
        "//api/v1/keys",
        "/x/../api/v1/keys",
        "/API/v1/keys",
        "/api/v1/Keys",
        "/api/v1/keys/",
        "/api/v2/keys"
      })
  void noOtherSpellingOfAnAddressLeadsAnywhere(String path) throws IOException {
    String answer =
        raw(
            "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
                .formatted(path, admin()));

    assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*").contains("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({
    "'GET /api/v1/keys<> HTTP/1.1\r\nHost: x\r\n\r\n', 400",
    "'GET /api/v1/keys HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n', 400",
    "'rubbish\r\n\r\n', 400"
  })
  void whatIsNoHttpIsAProblemToo(String request, int status) throws IOException {
    String answer = raw(request);

    assertThat(answer)
        .startsWith("HTTP/1.1 " + status)
        .contains("application/problem+json")
        .doesNotContain("<html", "Tomcat", "Exception");
  }

  @Test
  void headersThatAreTooLongAreAProblem() throws IOException {
    String answer =
        raw("GET /api/v1/keys HTTP/1.1\r\nHost: x\r\nX-Long: " + "y".repeat(20_000) + "\r\n\r\n");

    assertThat(answer).matches("(?s)HTTP/1.1 4(00|31) .*").contains("application/problem+json");
  }

  @Test
  void pagesOfOtherOriginsGetNoPermission() throws Exception {
    String answer =
        raw(
            """
            OPTIONS /api/v1/keys HTTP/1.1\r
            Host: x\r
            Origin: https://evil.example\r
            Access-Control-Request-Method: POST\r
            Connection: close\r
            \r
            """);

    assertThat(answer.toLowerCase(java.util.Locale.ROOT)).doesNotContain("access-control-allow");
  }

  @Test
  void aBodyThatFallsSilentIsGivenUp() throws IOException {
    String answer =
        raw(
            """
            POST /api/v1/keys HTTP/1.1\r
            Host: x\r
            Authorization: Bearer %s\r
            Content-Type: application/json\r
            Content-Length: 100\r
            \r
            {"client":"""
                .formatted(admin()));

    assertThat(answer).startsWith("HTTP/1.1 408").contains("\"code\":\"request-timeout\"");
  }
}
