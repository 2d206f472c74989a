package dz.manchengo.hub.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.intake.RequestedUndo;
import dz.manchengo.hub.platform.Texts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code DELETE /submissions/{id}}: takes a submission back, or says what that would do. */
@Component("undoCalls")
class UndoCalls {
  private final SubmissionReading submissions;
  private final RequestedUndo undo;

  UndoCalls(SubmissionReading submissions, RequestedUndo undo) {
    this.submissions = submissions;
    this.undo = undo;
  }

  /** One record; {@code reason} says why it is kept. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Told(
      String kind, @Nullable String document, String outcome, @Nullable String reason) {}

  /**
   * The answer.
   *
   * @param submissionId of the undo itself; null in a preview
   * @param takenBack records that are withdrawn, reversed, or gave way to their former revision
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Undone(
      @Nullable String submissionId,
      String undoes,
      boolean dryRun,
      int takenBack,
      int kept,
      List<Told> records) {}

  Reply undo(Call call) {
    boolean dry = Asked.flag(call, "dryRun");
    long id = submissions.seen(call).id();
    RequestedUndo.Outcome outcome = undo.take(id, call.caller().clientName(), dry);
    if (outcome.isRefused()) {
      throw refused(outcome, call);
    }
    Undone undone =
        new Undone(
            outcome.undo() == 0 ? null : String.valueOf(outcome.undo()),
            String.valueOf(id),
            dry,
            outcome.taken().back(),
            outcome.taken().kept(),
            outcome.entries().stream().map(entry -> told(entry, call)).toList());
    return new Reply(
        200,
        Reply.JSON,
        outcome.again() ? Map.of("Idempotent-Replayed", "true") : Map.of(),
        undone);
  }

  private static Told told(RequestedUndo.Entry entry, Call call) {
    return new Told(entry.kind(), entry.document(), entry.outcome(), reason(entry, call));
  }

  private static @Nullable String reason(RequestedUndo.Entry entry, Call call) {
    return entry.reason() == null
        ? null
        : new Texts(call.language()).get("ack.undo.reason." + entry.reason(), entry.because());
  }

  /** For a reason that concerns all of it (UND-004, UND-005), or one of each record. */
  private static ProblemException refused(RequestedUndo.Outcome outcome, Call call) {
    Finding refusal = outcome.taken().refusal();
    List<Problem.Fault> faults =
        refusal != null
            ? List.of(fault(refusal.rule(), null, Hints.sentence(refusal, call.language())))
            : outcome.entries().stream()
                .filter(entry -> entry.reason() != null)
                .map(entry -> fault(null, entry.document(), String.valueOf(reason(entry, call))))
                .toList();
    return new ProblemException(ProblemKind.NOT_UNDONE).faults(faults);
  }

  private static Problem.Fault fault(
      @Nullable String rule, @Nullable String document, String message) {
    return new Problem.Fault(null, null, rule, null, document, message);
  }
}
