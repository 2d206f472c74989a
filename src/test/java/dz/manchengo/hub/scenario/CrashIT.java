package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;
import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.platform.Failpoint;
import org.junit.jupiter.api.Test;

/** A hub that is halted at every commit boundary in turn, with work left from all halts before. */
class CrashIT extends DyingHub {
  /** The system's word for a process that was killed. */
  private static final int KILLED = 137;

  @Test
  void haltedAnywhereEveryFileHasItsEffectOnce() {
    int round = 0;
    for (Failpoint failpoint : Failpoint.values()) {
      ledger.dropGood("bon-" + round, 2, 3);
      ledger.dropWithRefusal("mixte-" + round);
      ledger.dropAgain("encore-" + round, round / 2);
      haltAt(failpoint);
      round++;
    }
    checkAfterALastLife();
  }

  @Test
  void answersOwedByAKilledHubComeBeforeNewWork() {
    hub.drop("due.csv", file(invoice("DUE-1", 1)));
    haltAt(Failpoint.DOCUMENTS_COMMITTED);
    assertThat(hub.answer(HubFolder.INVOICES, "due.csv")).doesNotExist();
    hub.drop("neuf.csv", file(invoice("NEUF-1", 1)));
    haltAt(Failpoint.SUBMISSION_CLAIMED);
    assertThat(hub.answer(HubFolder.INVOICES, "due.csv")).exists();
    assertThat(hub.answer(HubFolder.INVOICES, "neuf.csv")).doesNotExist();
  }

  private void haltAt(Failpoint failpoint) {
    try (HubProcess halting = start("-Dhub.failpoint=" + failpoint.name())) {
      int exit = halting.awaitEnd();
      assertThat(exit).as("%s: %s", failpoint, halting.output()).isEqualTo(KILLED);
    }
  }
}
