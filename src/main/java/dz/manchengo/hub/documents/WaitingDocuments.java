package dz.manchengo.hub.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents that wait for more of their rows. */
final class WaitingDocuments {
  /** Rows that wait: what a hub with little memory can hold. */
  private static final int MOST_ROWS = 200_000;

  private final Map<String, DocumentDraft> waiting = new LinkedHashMap<>();

  /** Of the number whose rows come right now, those of other parties. */
  private final List<String> namesakes = new ArrayList<>();

  private int rows;

  /**
   * Puts a document aside.
   *
   * @param namesake whether the next row is another party's under the same number
   * @throws UnreadableFile when too many rows wait: the sender is asked to sort the file
   */
  void add(DocumentDraft draft, boolean namesake) throws UnreadableFile {
    waiting.put(draft.key, draft);
    rows += draft.rows.size();
    if (rows > MOST_ROWS) {
      throw Refusal.tooLarge(draft.place(), "reason.what.scattered", rows, MOST_ROWS);
    }
    if (namesake) {
      namesakes.add(draft.key);
    } else {
      namesakes.clear(); // as this one, they may go on where their number comes again
    }
  }

  /** Takes the document back; null when none waits under that key. */
  @Nullable DocumentDraft resume(String key) {
    DocumentDraft draft = waiting.remove(key);
    rows -= draft == null ? 0 : draft.rows.size();
    return draft;
  }

  /** The one under that key, which goes on waiting; null when none does. */
  @Nullable DocumentDraft peek(String key) {
    return waiting.get(key);
  }

  /** The namesake whose supplier the header does not contradict; null when there is none. */
  @Nullable DocumentDraft namesake(String norm, Map<String, Object> header) {
    for (String key : namesakes) {
      DocumentDraft draft = waiting.get(key);
      if (draft != null && draft.norm.equals(norm) && !SameParty.contradict(draft.header, header)) {
        return draft;
      }
    }
    return null;
  }

  /** Takes all namesakes back: no more rows of their number come. */
  List<DocumentDraft> takeNamesakes() {
    if (namesakes.isEmpty()) {
      return List.of();
    }
    List<DocumentDraft> taken = new ArrayList<>(namesakes.size());
    for (String key : namesakes) {
      DocumentDraft draft = resume(key);
      if (draft != null) {
        taken.add(draft);
      }
    }
    namesakes.clear();
    return taken;
  }

  /** Takes all back. */
  List<DocumentDraft> takeAll() {
    List<DocumentDraft> all = List.copyOf(waiting.values());
    waiting.clear();
    return all;
  }
}
