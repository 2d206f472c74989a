package dz.manchengo.hub.backup;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two clocks by which backups are told apart. */
class PreflightTest {
  private static final Instant NOW = Instant.parse("2026-11-28T01:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"PT1H", "PT-1H", "P60D", "P-60D", "PT5M1S"})
  void clocksThatDifferStopABackup(Duration by) {
    assertThatThrownBy(() -> Preflight.checkClocks(NOW.plus(by), NOW))
        .isInstanceOf(BackupFailure.class)
        .hasMessageContaining("clocks");
  }

  @Test
  void someMinutesDoNot() {
    assertThatNoException().isThrownBy(() -> Preflight.checkClocks(NOW.plusSeconds(240), NOW));
  }
}
