package dz.manchengo.hub.embedded;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the server again when it ended by itself: a full disk or a lack of memory ends it, and
 * nobody else would bring it back once there is room.
 */
final class PostgresWatch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PostgresWatch.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final PostgresCluster cluster;
  private final int port;
  private final Thread thread = new Thread(this::watch, "PostgreSQL watch");
  private boolean down;

  PostgresWatch(PostgresCluster cluster, int port) {
    this.cluster = cluster;
    this.port = port;
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(PAUSE.toMillis());
        if (!cluster.isRunning()) {
          startAgain();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  /** Says once that it is down, and once that it is back. */
  private void startAgain() {
    try {
      cluster.takeOver();
      cluster.start(port);
      down = false;
      log.warn(
          "PostgreSQL embarqué s'était arrêté, il tourne à nouveau. / The embedded PostgreSQL had stopped, it runs again.");
    } catch (IOException | EmbeddedServerFailure e) {
      if (!down) {
        log.error(
            "PostgreSQL embarqué s'est arrêté (disque plein ?) ; le hub essaie de le relancer. / The embedded PostgreSQL has stopped (disk full?); the hub tries to start it again. {}",
            e.getMessage());
      }
      down = true;
    }
  }

  /** Afterwards nobody starts it any more. */
  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
