package dz.manchengo.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LoopbackPortTest {
  @Test
  void givesTheWantedPortWhileItIsFree() throws IOException {
    int free = LoopbackPort.choose("test", 0);
    assertThat(LoopbackPort.choose("test", free)).isEqualTo(free);
  }

  @Test
  void givesAnotherWhenItIsTakenHereOrOnAllAddresses() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThat(LoopbackPort.choose("test", taken.getLocalPort()))
          .isPositive()
          .isNotEqualTo(taken.getLocalPort());
    }
  }
}
