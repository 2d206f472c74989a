package dz.manchengo.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StillnessTest {
  @Test
  void whatChangesBetweenLooksHasNotSettled() {
    Stillness<String, Integer> stillness = new Stillness<>(Duration.ofNanos(1));
    assertThat(look(stillness, 1)).isFalse();
    assertThat(look(stillness, 2)).isFalse();
    assertThat(look(stillness, 2)).isTrue();
    assertThat(look(stillness, 3)).isFalse();
  }

  @Test
  void itIsNotSettledBeforeItsTime() {
    Stillness<String, Integer> stillness = new Stillness<>(Duration.ofDays(1));
    assertThat(look(stillness, 1)).isFalse();
    assertThat(look(stillness, 1)).isFalse();
  }

  @Test
  void whatWasMissedInALookIsNew() {
    Stillness<String, Integer> stillness = new Stillness<>(Duration.ofNanos(1));
    look(stillness, 1);
    stillness.begin();
    stillness.end();
    assertThat(stillness.remembers("a")).isFalse();
    assertThat(look(stillness, 1)).isFalse();
    assertThat(look(stillness, 1)).isTrue();
  }

  @Test
  void aLookThatBreaksOffForgetsNothing() {
    Stillness<String, Integer> stillness = new Stillness<>(Duration.ofNanos(1));
    look(stillness, 1);
    stillness.begin();
    assertThat(look(stillness, 1)).isTrue();
  }

  @Test
  void whatFailedRestsUnlessItChanges() {
    Stillness<String, Integer> stillness = new Stillness<>(Duration.ofNanos(1));
    look(stillness, 1);
    look(stillness, 1);
    assertThat(stillness.rest("a")).isTrue();
    assertThat(stillness.rest("a")).isFalse();
    assertThat(look(stillness, 1)).isFalse();
    look(stillness, 2);
    assertThat(look(stillness, 2)).isTrue();
  }

  private static boolean look(Stillness<String, Integer> stillness, int seen) {
    stillness.begin();
    boolean settled = stillness.settled("a", seen).isPresent();
    stillness.end();
    return settled;
  }
}
