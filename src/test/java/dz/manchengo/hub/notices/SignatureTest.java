package dz.manchengo.hub.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
  /** The example of the libraries at standardwebhooks.com. */
  @Test
  void isThatOfStandardWebhooks() {
    assertThat(
            Signature.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                .of("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "geheim",
        "whsec_",
        "whsec_c2hvcnQ=",
        "whsec_***",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
      })
  void aSecretThatCouldBeGuessedIsRefusedAndNotTold(String secret) {
    assertThatThrownBy(() -> Signature.of(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("whsec_")
        .hasMessageNotContaining("geheim");
  }
}
