package dz.manchengo.hub.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
  @Test
  void aKeyIsReadBackFromItsText() {
    ApiKey key = ApiKey.create("live");

    assertThat(key.text()).matches("hub_live_[0-9A-Za-z]{12}_[0-9A-Za-z]{30}_[0-9A-Za-z]{6}");
    assertThat(ApiKey.parse(key.text())).contains(key);
    assertThat(ApiKey.create("live").text()).isNotEqualTo(key.text());
  }

  /** Computed once by hand: what partners' scanners rely upon does not change. */
  @Test
  void theChecksumIsCrc32InBase62() {
    assertThat(new ApiKey("test", "000000000000", "0".repeat(30)).text())
        .isEqualTo("hub_test_000000000000_000000000000000000000000000000_1Vj3dJ");
  }

  @Test
  void everyChangedSignIsNoticed() {
    String text = ApiKey.create("test").text();
    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == 'a' ? 'b' : 'a';
      assertThat(ApiKey.parse(text.substring(0, i) + other + text.substring(i + 1))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hub_", "hub_live_x_y_z", "Bearer", "hub_live_é", "hub_LIVE_000000000000"})
  void anythingElseIsNoKey(String text) {
    assertThat(ApiKey.parse(text)).isEmpty();
  }

  @Test
  void theSecretIsInNoLog() {
    ApiKey key = ApiKey.create("live");

    assertThat(key.toString()).contains(key.id()).doesNotContain(key.secret());
  }
}
