package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.headers;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;
import static dz.manchengo.hub.scenario.InvoiceText.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.platform.Failpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** A hub that is halted at every commit boundary in turn, with work left from all halts before. */
class CrashIT extends DyingHub {
  /** The system's word for a process that was killed. */
  private static final int KILLED = 137;

  private static final EnumSet<Failpoint> OF_UNDOS =
      EnumSet.of(Failpoint.UNDO_WRITTEN, Failpoint.UNDO_COMMITTED);

  /** What a dropped file passes. */
  private static final EnumSet<Failpoint> OF_FILES =
      EnumSet.of(
          Failpoint.CONTENT_WRITTEN,
          Failpoint.CONTENT_STORED,
          Failpoint.SUBMISSION_RECEIVED,
          Failpoint.ORIGINAL_REMOVED,
          Failpoint.SUBMISSION_CLAIMED,
          Failpoint.DOCUMENTS_WRITTEN,
          Failpoint.DOCUMENTS_COMMITTED,
          Failpoint.ACKNOWLEDGEMENT_WRITTEN,
          Failpoint.ACKNOWLEDGEMENT_IN_PLACE,
          Failpoint.ACKNOWLEDGEMENT_RECORDED);

  @Test
  void haltedAnywhereEveryFileHasItsEffectOnce() {
    int round = 0;
    for (Failpoint failpoint : OF_FILES) {
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

  @Test
  void haltedAtAnUndoItTakesBackOnce() throws IOException {
    try (HubProcess first = start().awaitReady()) {
      // customer and products belong to a file that stays: the undos may be posted at once
      hub.drop("reste.csv", file(invoice("RESTE-1", 2)));
      hub.awaitAcknowledgement("reste.csv");
      for (Failpoint failpoint : OF_UNDOS) {
        hub.drop(failpoint + ".csv", file(invoice(failpoint + "-1", 2)));
        hub.awaitAcknowledgement(failpoint + ".csv");
      }
      assertThat(first.stop()).isNotEqualTo(KILLED);
    }
    for (Failpoint failpoint : OF_UNDOS) {
      Files.copy(
          hub.answer(HubFolder.INVOICES, failpoint + ".csv"),
          hub.home().resolve("undo").resolve(failpoint + ".xlsx"));
      haltAt(failpoint);
    }
    try (HubProcess last = start().awaitReady()) {
      for (Failpoint failpoint : OF_UNDOS) {
        assertThat(hub.awaitAcknowledgement("undo", failpoint + ".xlsx").status())
            .isEqualTo("POSTED");
      }
      assertThat(
              last.database(hub)
                  .sql(
                      "SELECT (SELECT count(*) FROM invoice WHERE is_current) || ' '"
                          + " || (SELECT count(*) FROM invoice WHERE withdrawn_by IS NOT NULL) || ' '"
                          + " || (SELECT count(*) FROM submission WHERE status = 'UNDONE') || ' '"
                          + " || (SELECT count(*) FROM submission WHERE undoes IS NOT NULL)")
                  .query(String.class)
                  .single())
          .isEqualTo("1 2 2 2");
      assertThat(hub.files("undo")).isEmpty();
    }
  }

  @Test
  void aFileThatIsLeftOfAPairHasNoEffectOfItsOwn() {
    hub.drop("p_lignes.csv", lines("PAIRE-1"));
    hub.drop("p_entete.csv", headers("PAIRE-1"));
    haltAt(Failpoint.ORIGINAL_REMOVED);
    assertThat(hub.files("inbox")).hasSize(1);
    try (HubProcess last = start().awaitReady()) {
      await().until(() -> hub.files("inbox").isEmpty());
      assertThat(hub.awaitAcknowledgement("p_entete.csv + p_lignes.csv").status())
          .isEqualTo("POSTED");
      assertThat(
              last.database(hub)
                  .sql("SELECT count(*) FROM submission")
                  .query(Integer.class)
                  .single())
          .isEqualTo(1);
    }
  }

  private void haltAt(Failpoint failpoint) {
    try (HubProcess halting = start("-Dhub.failpoint=" + failpoint.name())) {
      int exit = halting.awaitEnd();
      assertThat(exit).as("%s: %s", failpoint, halting.output()).isEqualTo(KILLED);
    }
  }
}
