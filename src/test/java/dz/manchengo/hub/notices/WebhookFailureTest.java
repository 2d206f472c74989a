package dz.manchengo.hub.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookFailureTest {
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

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
    Waiting.Failure failure = WebhookFailure.answered(503, asked, "", NOON);
    assertThat(failure.soonest()).isEqualTo(soonest);
    assertThat(failure.closed()).isEqualTo(soonest.compareTo(Duration.ofSeconds(1)) > 0);
    assertThat(failure.forGood()).isFalse();
  }

  @Test
  void onlyWhatIsGoneIsGivenUpAtOnce() {
    assertThat(WebhookFailure.answered(410, "120", "", NOON).forGood()).isTrue();
    assertThat(WebhookFailure.answered(410, "120", "", NOON).closed()).isFalse();
    assertThat(WebhookFailure.answered(404, "", "no such page", NOON))
        .matches(failure -> !failure.forGood() && !failure.closed())
        .extracting(Waiting.Failure::reason)
        .isEqualTo("answered 404 no such page");
    assertThat(WebhookFailure.unknown("erp").reason()).contains("hub.webhooks.erp");
  }
}
