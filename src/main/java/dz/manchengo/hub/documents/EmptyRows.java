package dz.manchengo.hub.documents;

/**
 * Whether empty rows lie between the rows of a table. Where a page ends among them its rows go on
 * behind.
 */
final class EmptyRows {
  private int before;
  private int passed;
  private boolean paged;

  /** A row that is none of a document. */
  void pass(RowChoice.Kind kind) {
    passed += kind == RowChoice.Kind.BLANK ? 0 : 1;
    paged |= kind == RowChoice.Kind.HEADER || kind == RowChoice.Kind.PAGE;
  }

  /** Whether the next row of a document stands below an empty one. */
  boolean above(int row) {
    boolean empty = before > 0 && !paged && row - before - 1 > passed;
    before = row;
    passed = 0;
    paged = false;
    return empty;
  }
}
