package dz.manchengo.hub.watch;

/** What an incident is about. */
enum Reason {
  /** Nothing came by the time, or nothing that counts. */
  LATE,
  /** Fewer files or rows than expected by the time. */
  SMALL,
  /** A file with more rows than expected. */
  LARGE,
  /** More files than expected, or one too soon after another. */
  QUICK,
  /** A mailbox or server refuses us. */
  FAILING,
  /** Nobody has looked into a mailbox or server for too long. */
  SILENT,
  /** A file that says what is expected cannot be read. */
  UNREADABLE,
  /** The last run of a job. */
  FAILED,
  /** The last run of a job is done, and not as it usually is. */
  ODD,
  /** A hub took files and does nothing with them. */
  STUCK,
  /** No backup was restored and compared for too long. */
  UNPROVED,
  /** Letters with a report were given up. */
  REFUSED;

  /** Whether it ends because a file comes. */
  boolean isLack() {
    return this == LATE || this == SMALL;
  }
}
