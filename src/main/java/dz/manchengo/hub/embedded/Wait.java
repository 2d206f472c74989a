package dz.manchengo.hub.embedded;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Looks again and again until something outside this process is so, or the patience is over. */
final class Wait {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Wait() {}

  static boolean until(Duration patience, BooleanSupplier met) {
    long start = System.nanoTime();
    while (!met.getAsBoolean()) {
      if (System.nanoTime() - start > patience.toNanos()) {
        return false;
      }
      pause();
    }
    return true;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedServerFailure("Démarrage interrompu. / The start was interrupted.", e);
    }
  }
}
