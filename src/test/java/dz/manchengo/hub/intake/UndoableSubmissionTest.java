package dz.manchengo.hub.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.Finding;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UndoableSubmissionTest {
  private static UndoableSubmission of(boolean undo, boolean preview, String status, int kept) {
    return new UndoableSubmission(7, "f.csv", undo, preview, status, kept, true, 3L);
  }

  @ParameterizedTest
  @CsvSource({"POSTED, 0", "PARTIAL, 0", "UNDONE, 2"})
  void whatIsInTheTablesCanBeTakenBack(String status, int kept) {
    assertThat(of(false, false, status, kept).refusal()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, UNDONE,    reason.undo.done",
    "false, false, REJECTED,  reason.undo.is-rejected",
    "false, false, DUPLICATE, reason.undo.is-duplicate",
    "false, false, RECEIVED,  reason.undo.is-pending",
    "false, false, POSTING,   reason.undo.is-pending",
    "false, false, FAILED,    reason.undo.is-pending",
    "true,  false, POSTED,    reason.undo.is-undo",
    "false, true,  POSTED,    reason.undo.is-preview"
  })
  void everythingElseIsRefusedForItsOwnReason(
      boolean undo, boolean preview, String status, String why) {
    Finding refusal = Objects.requireNonNull(of(undo, preview, status, 0).refusal());
    assertThat(refusal.rule()).isEqualTo("UND-005");
    assertThat(refusal.params()).containsEntry("why", why).containsEntry("first", "3");
  }

  @Test
  void whatAnotherHomeReceivedIsUndoneThere() {
    @Nullable Finding refusal =
        new UndoableSubmission(7, "f.csv", false, false, "POSTED", 0, false, null).refusal();
    assertThat(Objects.requireNonNull(refusal).rule()).isEqualTo("UND-004");
  }
}
