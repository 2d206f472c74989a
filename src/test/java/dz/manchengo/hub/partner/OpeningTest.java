package dz.manchengo.hub.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OpeningTest {
  private final MockHttpServletRequest request =
      new MockHttpServletRequest("POST", "/api/v1/orders");
  private final MockHttpServletResponse response = new MockHttpServletResponse();
  private final MockFilterChain chain = new MockFilterChain();

  @Test
  void whileTheRoutesStartACallerIsToldToComeBack() {
    assertThatThrownBy(() -> new Opening(() -> false).doFilter(request, response, chain))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.kind()).isEqualTo(ProblemKind.UNAVAILABLE);
              assertThat(problem.headers()).isEqualTo(Map.of("Retry-After", "2"));
            });
    assertThat(chain.getRequest()).isNull();
  }

  @Test
  void afterwardsTheCallGoesThrough() throws IOException, ServletException {
    new Opening(() -> true).doFilter(request, response, chain);

    assertThat(chain.getRequest()).isSameAs(request);
  }
}
