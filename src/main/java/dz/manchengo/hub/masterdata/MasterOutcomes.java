package dz.manchengo.hub.masterdata;

import dz.manchengo.hub.catalog.Card;
import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Origins;
import dz.manchengo.hub.documents.Verdict.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a record that stands, and the sentence that says so. */
final class MasterOutcomes {
  private final DocumentPosting.Posting posting;
  private final MasterKind kind;
  private final Origins origins;

  MasterOutcomes(DocumentPosting.Posting posting, MasterKind kind, Origins origins) {
    this.posting = posting;
    this.kind = kind;
    this.origins = origins;
  }

  /** MDM-016 to MDM-018: made, changed, completed, or as it was. */
  void tell(MasterRow row, boolean fresh, Changes changes, Card after) {
    boolean completed = changes.before().provisional() && !after.provisional();
    boolean renamed = !fresh && !changes.before().code().equals(after.code());
    if (fresh) {
      row.outcome = Outcome.CREATED;
    } else if (changes.isEmpty() && !completed && !renamed) {
      row.outcome = Outcome.UNCHANGED;
      tell(row, "MDM-016", "", origin(changes.before()));
    } else {
      row.outcome = Outcome.REVISED;
      tell(
          row,
          completed ? "MDM-018" : "MDM-017",
          changes(row, changes, renamed, after),
          origin(changes.before()));
      if (completed) {
        kind.leftAsItWas(row, after).ifPresent(row::hintLast);
      }
    }
  }

  private String origin(Card before) {
    Card.Source source = before.source();
    return source == null
        ? "{reason.origin.none}"
        : origins.of(posting.submission(), new Listed(source));
  }

  private record Listed(Card.Source source) implements Origins.Stored {
    @Override
    public long submissionId() {
      return source.submission();
    }

    @Override
    public String sourceSheet() {
      return source.sheet();
    }

    @Override
    public int sourceRow() {
      return source.row();
    }
  }

  private String changes(MasterRow row, Changes changes, boolean renamed, Card after) {
    List<String> parts = new ArrayList<>();
    if (renamed) {
      parts.add(row.label(kind.codeField()) + " " + changes.before().code() + " → " + after.code());
    }
    if (!changes.isEmpty()) {
      parts.add(changes.text(row));
    }
    return parts.isEmpty() ? "reason.no-change" : String.join(" ; ", parts);
  }

  private void tell(MasterRow row, String rule, String changes, String origin) {
    row.tell(
        rule,
        kind.codeField(),
        row.code,
        "entity",
        kind.entity(),
        "code",
        row.code,
        "changes",
        changes,
        "origin",
        origin);
  }
}
