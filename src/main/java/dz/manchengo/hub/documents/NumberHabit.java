package dz.manchengo.hub.documents;

/**
 * Whether a sheet writes the number of a document in each of its rows. Where it does, a row without
 * one was forgotten, and nobody knows whose line it is; where it does not, the row is the
 * document's above.
 */
final class NumberHabit {
  /** Of so many documents one may have such a row: with more of them it is how the file is made. */
  private static final int DOCUMENTS = 5;

  private int repeated;
  private int blank;

  /** A row says the number of the row above. */
  void repeats() {
    repeated++;
  }

  /** A row says nothing of its document. */
  void isSilent() {
    blank++;
  }

  /**
   * What the rows showed.
   *
   * @param documents so many
   */
  boolean isToRepeat(int documents) {
    return repeated > blank && blank <= Math.max(1, documents / DOCUMENTS);
  }
}
