package dz.manchengo.hub.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://erp.example.com/hub",
        "http://127.0.0.1.example.com/hub",
        "ftp://erp.example.com/hub",
        "erp.example.com",
        "https:/hub"
      })
  void whatOthersCouldReadIsRefused(String url) {
    assertThat(webhook(url, "*").isPrivate()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://erp.example.com/hub",
        "http://127.0.0.1:9/hub",
        "http://localhost/",
        "http://[::1]:9/"
      })
  void httpsAndThisMachineAreTaken(String url) {
    assertThat(webhook(url, "*").isPrivate()).isTrue();
  }

  @Test
  void eachIsToldOfWhatItWants() {
    Subscriptions subscriptions =
        new Subscriptions(
            Map.of(
                "all", webhook("https://a.example.com", "*"),
                "one", webhook("https://b.example.com", "incident.opened"),
                "two", webhook("https://c.example.com", "submission.finished", "incident.opened")));
    assertThat(subscriptions.to("incident.opened")).containsExactly("all", "one", "two");
    assertThat(subscriptions.to("submission.finished")).containsExactly("all", "two");
    assertThat(subscriptions.to("submission")).containsExactly("all");
  }

  @Test
  void secretsMayOverlapAndChangeInTheirFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), SECRET + " " + SECRET + "\n");
    Webhook webhook =
        new Webhook(URI.create("https://a.example.com"), "", file.toString(), List.of("*"));
    assertThat(webhook.signatures()).hasSize(2);
    Files.writeString(file, SECRET);
    assertThat(webhook.signatures()).hasSize(1);
  }

  @Test
  void theSecretIsInNoLog() {
    assertThat(webhook("https://a.example.com", "*").toString()).doesNotContain("whsec_");
  }

  private static Webhook webhook(String url, String... events) {
    return new Webhook(URI.create(url), SECRET, "", List.of(events));
  }
}
