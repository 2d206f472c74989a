package dz.manchengo.hub.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookFailureTest {
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

  private final WebhookFailure failures = new WebhookFailure(Locale.FRENCH);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          120                            | PT2M
          ' 30 '                         | PT30S
          86400                          | PT1H
          999999999                      | PT1H
          Thu, 26 Nov 2026 12:10:00 GMT  | PT10M
          Thu, 26 Nov 2099 12:10:00 GMT  | PT1H
          Thu, 26 Nov 2026 11:10:00 GMT  | PT1S
          0                              | PT1S
          -5                             | PT1S
          soon                           | PT1S
          """)
  void aReceiverMayAskForTimeWithinBounds(String asked, Duration soonest) {
    Waiting.Failure failure = failures.answered(503, asked, "", NOON);
    assertThat(failure.soonest()).isEqualTo(soonest);
    assertThat(failure.closed()).isEqualTo(soonest.compareTo(Duration.ofSeconds(1)) > 0);
    assertThat(failure.forGood()).isFalse();
  }

  @Test
  void onlyWhatIsGoneIsGivenUpAtOnce() {
    assertThat(failures.answered(410, "120", "", NOON).forGood()).isTrue();
    assertThat(failures.answered(410, "120", "", NOON).closed()).isFalse();
    assertThat(failures.answered(404, "", "no such page", NOON))
        .matches(failure -> !failure.forGood() && !failure.closed())
        .extracting(Waiting.Failure::reason)
        .isEqualTo("le destinataire a répondu 404 : no such page");
    assertThat(failures.unknown("erp").reason()).contains("hub.webhooks.erp");
  }

  /** Whoever reads it runs the hub; only the words of the other side stay in their language. */
  @Test
  void aFailureIsToldInTheHubsLanguage() {
    assertThat(failures.answered(410, "", "", NOON).reason())
        .isEqualTo("le destinataire a répondu 410");
    assertThat(failures.answered(301, "", "", NOON).reason()).contains("n'est pas suivi");
    assertThat(failures.silent(Duration.ofSeconds(10)).reason())
        .isEqualTo("le destinataire n'a pas répondu en 10 s");
    assertThat(failures.secret(new NoSuchFileException("/run/secrets/erp")).reason())
        .startsWith("le secret du webhook ne peut pas être lu (")
        .contains("/run/secrets/erp");
    assertThat(failures.away(new IOException("Connection refused")).reason())
        .isEqualTo("le destinataire n'a pas pu être joint (IOException: Connection refused)");
    assertThat(failures.disabled().reason()).isEqualTo("le webhook est désactivé");
    assertThat(new WebhookFailure(Locale.ENGLISH).answered(410, "", "", NOON).reason())
        .isEqualTo("the receiver answered 410");
  }
}
