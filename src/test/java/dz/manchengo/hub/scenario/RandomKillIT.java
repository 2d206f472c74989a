package dz.manchengo.hub.scenario;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Twenty files in the inbox, or a long one, kill -9 at a moment that nobody chose, and again. More
 * rounds with {@code -Dhub.kill.rounds=20}, a longer file with {@code -Dhub.kill.rows=300000}, the
 * same moments with {@code -Dhub.kill.seed=…}.
 */
class RandomKillIT extends DyingHub {
  private static final int FILES = 20;
  private static final int LONGEST_MILLIS = 3_000;

  private static final int LINES = 30;

  @Test
  void killedWithinALongFileNothingOfItIsHalfPosted() throws Exception {
    Random random = random();
    int rows = Integer.getInteger("hub.kill.rows", 30_000);
    int longest = Math.max(LONGEST_MILLIS, rows / 15);
    int dropped = 0;
    boolean answered = true;
    for (int round = 0; round < rounds(); round++) {
      if (answered) { // it came through before it was killed: another one
        ledger.dropGood(String.format("tres-long-%02d", ++dropped), rows / LINES, LINES);
      }
      try (HubProcess hubProcess = start().awaitReady()) {
        JdbcClient db = hubProcess.database(hub);
        ledger.checkNothingIsHalfPosted(db, rows / LINES);
        hubProcess.runFor(Duration.ofMillis(random.nextInt(longest)));
        answered = ledger.isAnswered(db);
        hubProcess.kill();
      }
    }
    System.out.println("long files killed " + rounds() + " times: " + dropped);
    checkAfterALastLife();
  }

  private static int rounds() {
    return Integer.getInteger("hub.kill.rounds", 2);
  }

  private static Random random() {
    long seed = Long.getLong("hub.kill.seed", System.nanoTime());
    System.out.println("hub.kill.seed=" + seed);
    return new Random(seed);
  }

  @Test
  void killedAtRandomEveryFileHasItsEffectOnce() throws Exception {
    Random random = random();
    for (int round = 0; round < rounds(); round++) {
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
