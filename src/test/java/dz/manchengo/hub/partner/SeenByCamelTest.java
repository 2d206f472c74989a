package dz.manchengo.hub.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class SeenByCamelTest {
  /** House §5: whatever Camel could read it would keep in memory. */
  @Test
  void thereIsNoBodyForCamelAndTheWholeForTheBean() throws IOException {
    MockHttpServletRequest request = new MockHttpServletRequest("HEAD", "/api/v1/orders");
    request.setContent("{}".getBytes(StandardCharsets.UTF_8));
    request.setContentType("application/json");
    SeenByCamel seen = new SeenByCamel(request, "GET", Address.of("/keys", java.util.Map.of()));

    assertThat(seen.getMethod()).isEqualTo("GET");
    assertThat(seen.getInputStream().readAllBytes()).isEmpty();
    assertThat(seen.getContentLengthLong()).isZero();
    assertThat(seen.getContentType()).isNull();
    assertThat(request.getInputStream().readAllBytes()).hasSize(2);
  }
}
