package dz.manchengo.hub.platform;

/**
 * The commit boundaries at which the crash tests halt a real hub. Without the system property
 * {@code hub.failpoint} (the production case) reaching one does nothing.
 */
public enum Failpoint {
  CONTENT_WRITTEN,
  CONTENT_STORED,
  SUBMISSION_RECEIVED,
  ORIGINAL_REMOVED,
  REMOTE_MOVED,
  SUBMISSION_CLAIMED,
  DOCUMENTS_WRITTEN,
  DOCUMENTS_COMMITTED,
  UNDO_WRITTEN,
  UNDO_COMMITTED,
  ACKNOWLEDGEMENT_WRITTEN,
  ACKNOWLEDGEMENT_IN_PLACE,
  ACKNOWLEDGEMENT_RECORDED,
  NOTICE_SENT,
  MAIL_STORED,
  MAIL_KEPT,
  ATTACHMENT_RECEIVED,
  MAIL_TAKEN,
  MAIL_RECEIVED,
  ANSWER_BROUGHT,
  BACKUP_PREFLIGHT,
  BACKUP_DUMP,
  BACKUP_SEAL,
  BACKUP_SHIP,
  BACKUP_FETCH,
  BACKUP_RESTORE,
  BACKUP_COMPARE,
  BACKUP_RETENTION;

  private static final String ARMED = System.getProperty("hub.failpoint", "");

  /** Ends the process at once, as kill -9 would, if this failpoint is the armed one. */
  public void reach() {
    if (name().equals(ARMED)) {
      Runtime.getRuntime().halt(137);
    }
  }
}
