package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import org.jspecify.annotations.Nullable;

/**
 * A submission that somebody wants taken back.
 *
 * @param undo whether it is an undo itself
 * @param kept how many of its records an earlier undo left standing
 * @param here whether it was received in this home
 */
record UndoableSubmission(
    long id,
    String originalName,
    boolean undo,
    boolean preview,
    String status,
    int kept,
    boolean here,
    @Nullable Long duplicateOf) {

  /** Why it cannot be taken back (UND-004, UND-005); null when it can. */
  @Nullable Finding refusal() {
    if (!here) {
      return RuleBook.finding("UND-004", Place.FILE, originalName, "id", id, "name", originalName);
    }
    String why = why();
    return why == null
        ? null
        : RuleBook.finding(
            "UND-005",
            Place.FILE,
            originalName,
            "id",
            id,
            "name",
            originalName,
            "why",
            why,
            "first",
            String.valueOf(duplicateOf));
  }

  private @Nullable String why() {
    if (undo) {
      return "reason.undo.is-undo";
    }
    if (preview) {
      return "reason.undo.is-preview";
    }
    return switch (status) {
      case "POSTED", "PARTIAL" -> null;
      case "UNDONE" -> kept > 0 ? null : "reason.undo.done";
      case "DUPLICATE" -> "reason.undo.is-duplicate";
      case "REJECTED" -> "reason.undo.is-rejected";
      default -> "reason.undo.is-pending";
    };
  }
}
