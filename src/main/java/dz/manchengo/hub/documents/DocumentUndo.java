package dz.manchengo.hub.documents;

import java.util.List;
import java.util.Set;

/**
 * How a kind of record that submissions bring is taken back. It is offered beside the {@link
 * DocumentPosting} that writes it, one for each table that knows its submission, and consists of
 * statements alone, so that taking back costs neither memory nor a round trip for each record.
 * Their parameters are {@code :submission}, {@code :undo} (the submission that takes back), {@code
 * :kind} and {@code :zone}; no file is posted meanwhile. See {@code ops/decisions/0013-undo.md}.
 */
public interface DocumentUndo {
  /** When it is judged: what uses a record is judged before the record. */
  enum Stage {
    DOCUMENTS,
    LOTS,
    RECORDS
  }

  /**
   * The word for one of them in {@code undo_entry} and below {@code ack.undo.kind} of the texts.
   */
  String kind();

  /** Kinds of documents, named like their drop folders, whose own rows these are. */
  Set<String> documents();

  Stage stage();

  /**
   * A SELECT that writes nothing: of each record that the submission brought or changed, its id,
   * its document's number, sheet, row, what becomes of it ({@code WITHDRAWN}, {@code RESTORED},
   * {@code REVERSED} or {@code KEPT}), and of one that is kept a key below {@code ack.undo.reason},
   * the submission that built upon it and what that brought. What was judged before it stands in
   * {@code v_undo_entry}.
   */
  String judgement();

  /** The statements that do it, in their order, for what {@code v_undo_entry} says goes. */
  List<String> takingBack();
}
