package dz.manchengo.hub.mailbox;

import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** A mail that may lie in another folder already; then there is nothing to mark here. */
final class FiledMessage extends IMAPMessage {
  private boolean moved;

  FiledMessage(IMAPFolder folder, int number) {
    super(folder, number);
  }

  synchronized void moved() {
    moved = true;
  }

  @Override
  public synchronized void setFlags(Flags flags, boolean set) throws MessagingException {
    if (!moved) {
      super.setFlags(flags, set);
    }
  }
}
