package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.Test;

/** A hub that is stopped by order while files wait: a service manager does not wait long. */
class BusyStopIT extends DyingHub {
  private static final int FILES = 24;
  private static final String POSTED = ": POSTED,";

  @Test
  void whatItHasBegunIsEndedAndWhatWaitsIsForTheNextRun() {
    for (int i = 0; i < FILES; i++) {
      ledger.dropGood("arret-%02d".formatted(i), 30, 3);
    }
    try (HubProcess hubProcess = start().awaitReady()) {
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> StringUtils.countMatches(hubProcess.output(), POSTED) > 1);
      hubProcess.stop();

      assertThat(hubProcess.output()).doesNotContain("Timeout occurred", "Error processing");
      assertThat(StringUtils.countMatches(hubProcess.output(), POSTED)).isLessThan(FILES);
    }
    checkAfterALastLife();
  }
}
