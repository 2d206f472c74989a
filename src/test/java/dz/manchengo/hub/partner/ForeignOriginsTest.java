package dz.manchengo.hub.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.cors.CorsConfiguration;

class ForeignOriginsTest {
  private final ForeignOrigins origins =
      new ForeignOrigins(new Problems(new ObjectMapper(), new Calls(), Locale.FRENCH));
  private final MockHttpServletResponse answer = new MockHttpServletResponse();

  @Test
  void aListedOriginMayCall() throws IOException {
    assertThat(origins.processRequest(list(), preflight("https://erp.example"), answer)).isTrue();
    assertThat(answer.getHeader("Access-Control-Allow-Origin")).isEqualTo("https://erp.example");
  }

  @Test
  void anotherOneGetsAProblem() throws IOException {
    assertThat(origins.processRequest(list(), preflight("https://evil.example"), answer)).isFalse();
    assertThat(answer.getStatus()).isEqualTo(403);
    assertThat(answer.getContentType()).isEqualTo(Problem.MEDIA_TYPE);
    assertThat(answer.getContentAsString()).contains("forbidden-origin");
    assertThat(answer.getHeader("Access-Control-Allow-Origin")).isNull();
  }

  private static CorsConfiguration list() {
    CorsConfiguration cors = new CorsConfiguration();
    cors.setAllowedOrigins(List.of("https://erp.example"));
    cors.setAllowedMethods(List.of("POST"));
    return cors;
  }

  private static MockHttpServletRequest preflight(String origin) {
    MockHttpServletRequest request = new MockHttpServletRequest("OPTIONS", "/api/v1/keys");
    request.addHeader("Origin", origin);
    request.addHeader("Access-Control-Request-Method", "POST");
    return request;
  }
}
