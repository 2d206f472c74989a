package dz.manchengo.hub.documents;

/** How far a finding reaches, gravest first (domain notes §8.3). */
public enum Severity {
  /** Nothing of the file is posted. */
  REJECT_FILE,
  /** The document is refused whole; its neighbours are not touched. */
  REJECT_DOC,
  /** The row is refused and, inside an invoice or order, its document with it. */
  REJECT_ROW,
  /** Posted, but somebody should look. */
  WARN,
  /** Posted; said for the record. */
  INFO;

  public boolean rejects() {
    return this == REJECT_FILE || this == REJECT_DOC || this == REJECT_ROW;
  }
}
