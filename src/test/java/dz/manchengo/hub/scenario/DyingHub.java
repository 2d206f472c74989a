package dz.manchengo.hub.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A home whose hub dies at work again and again, and the ledger of what was dropped into it. */
abstract class DyingHub {
  private static final String[] QUICK = {
    "-Dhub.inbox.settle=200ms", "-Dhub.inbox.poll=50", "-Dhub.posting.poll=50"
  };

  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  Path folder;

  @SuppressWarnings("NullAway.Init")
  HubFolder hub;

  @SuppressWarnings("NullAway.Init")
  Ledger ledger;

  @BeforeEach
  void home() throws Exception {
    hub = new HubFolder(folder.toRealPath());
    Files.createDirectories(hub.inbox(HubFolder.INVOICES));
    ledger = new Ledger(hub);
  }

  @AfterEach
  void endServers() {
    hub.endServers();
  }

  /** One more life of the hub. */
  HubProcess start(String... settings) {
    return HubProcess.warm(
        hub, Stream.concat(Stream.of(QUICK), Stream.of(settings)).toArray(String[]::new));
  }

  /** One last life without a death; then everything is there, and once. */
  void checkAfterALastLife() {
    try (HubProcess last = start().awaitReady()) {
      JdbcClient db = last.database(hub);
      ledger.awaitDrained(db);
      ledger.check(db);
    }
  }
}
