package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.platform.Failpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hub that is halted at every commit boundary in turn, with work left from all halts before. */
class CrashIT {
  /** The system's word for a process that was killed. */
  private static final int KILLED = 137;

  static final String[] QUICK = {
    "-Dhub.inbox.settle=200ms", "-Dhub.inbox.poll=50", "-Dhub.posting.poll=50"
  };

  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  Path folder;

  @SuppressWarnings("NullAway.Init")
  HubFolder hub;

  @BeforeEach
  void home() throws Exception {
    hub = new HubFolder(folder.toRealPath());
    Files.createDirectories(hub.inbox(HubFolder.INVOICES));
  }

  @AfterEach
  void endServers() {
    hub.endServers();
  }

  @Test
  void haltedAnywhereEveryFileHasItsEffectOnce() {
    Ledger ledger = new Ledger(hub);
    int round = 0;
    for (Failpoint failpoint : Failpoint.values()) {
      ledger.dropGood("bon-" + round, 2, 3);
      ledger.dropWithRefusal("mixte-" + round);
      ledger.dropAgain("encore-" + round, round / 2);
      haltAt(failpoint);
      round++;
    }
    try (HubProcess last = HubProcess.warm(hub, QUICK).awaitReady()) {
      JdbcClient db = last.database(hub);
      ledger.awaitDrained(db);
      ledger.check(db);
    }
  }

  private void haltAt(Failpoint failpoint) {
    try (HubProcess halting =
        HubProcess.warm(hub, QUICK[0], QUICK[1], QUICK[2], "-Dhub.failpoint=" + failpoint.name())) {
      int exit = halting.awaitEnd();
      assertThat(exit).as("%s: %s", failpoint, halting.output()).isEqualTo(KILLED);
    }
  }
}
