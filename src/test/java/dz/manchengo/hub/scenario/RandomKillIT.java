package dz.manchengo.hub.scenario;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Twenty files in the inbox, kill -9 at a moment that nobody chose, and again. More rounds with
 * {@code -Dhub.kill.rounds=20}, the same moments with {@code -Dhub.kill.seed=…}.
 */
class RandomKillIT extends DyingHub {
  private static final int FILES = 20;
  private static final int LONGEST_MILLIS = 3_000;

  @Test
  void killedAtRandomEveryFileHasItsEffectOnce() throws Exception {
    long seed = Long.getLong("hub.kill.seed", System.nanoTime());
    System.out.println("hub.kill.seed=" + seed);
    Random random = new Random(seed);
    for (int round = 0; round < Integer.getInteger("hub.kill.rounds", 3); round++) {
      drop(round);
      killOnce(random);
    }
    checkAfterALastLife();
  }

  /**
   * Of every kind; some large enough that their posting takes a while. Names are of one width:
   * punctuation does not tell document numbers apart.
   */
  private void drop(int round) {
    for (int i = 0; i < FILES; i++) {
      String name = String.format("%03d-%02d", round, i);
      switch (i % 4) {
        case 0 -> ledger.dropGood("long-" + name, 150, 10);
        case 1 -> ledger.dropWithRefusal("mixte-" + name);
        case 2 -> ledger.dropAgain("encore-" + name, (round * FILES + i) / 4);
        default -> ledger.dropGood("bon-" + name, 2, 3);
      }
    }
  }

  /** Most often at work; one time in five while it starts. */
  private void killOnce(Random random) throws InterruptedException {
    try (HubProcess hubProcess = start()) {
      if (random.nextInt(5) > 0) {
        hubProcess.awaitReady();
      }
      hubProcess.runFor(Duration.ofMillis(random.nextInt(LONGEST_MILLIS)));
      hubProcess.kill();
    }
  }
}
