package dz.manchengo.hub.mailbox;

import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.ListInfo;

/**
 * A folder that is open, or says why not. Camel's consumer only logs a folder that it cannot open
 * and goes on as if it were empty: a mailbox could be silent for weeks and look healthy.
 */
public final class OpenedFolder extends IMAPFolder {
  private boolean wasOpen;

  /** Called by the store ({@code mail.imap.folder.class}). */
  public OpenedFolder(String name, char separator, IMAPStore store, Boolean isNamespace) {
    super(name, separator, store, isNamespace);
  }

  /** Called by the store ({@code mail.imap.folder.class}). */
  public OpenedFolder(ListInfo info, IMAPStore store) {
    super(info, store);
  }

  /**
   * Opens it once. After a cut Camel would open it again for what is left of the look, when the
   * numbers of its mails may mean others.
   *
   * @throws MessagingException if the connection broke meanwhile
   * @throws IllegalStateException instead of what Camel takes for nothing
   */
  @Override
  public synchronized void open(int mode) throws MessagingException {
    if (wasOpen) {
      throw new FolderClosedException(this, "the connection was lost");
    }
    try {
      super.open(mode);
      wasOpen = true;
    } catch (MessagingException e) {
      throw new IllegalStateException("folder cannot be opened: " + e.getMessage(), e);
    }
  }

  /** Subscribed to as well, or mail programs that show only such folders would hide it. */
  @Override
  public synchronized boolean create(int type) throws MessagingException {
    boolean created = super.create(type);
    if (created) {
      setSubscribed(true);
    }
    return created;
  }
}
