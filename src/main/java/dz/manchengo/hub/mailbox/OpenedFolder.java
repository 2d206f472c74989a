package dz.manchengo.hub.mailbox;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.search.FlagTerm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.ListInfo;

/**
 * A folder that is open, or says why not. Camel's consumer only logs a folder that it cannot open
 * and goes on as if it were empty: a mailbox could be silent for weeks and look healthy.
 */
public final class OpenedFolder extends IMAPFolder {
  /** What we moved by a copy, on servers that cannot move; it lasts beyond a crash. */
  private static final Flags FILED = new Flags("$HubFiled");

  private static final FlagTerm DELETED = new FlagTerm(new Flags(Flags.Flag.DELETED), true);

  private final Set<Message> copied = new HashSet<>();
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

  /**
   * The name of a folder of this mailbox as its server wants it: on some, all lie below {@code
   * INBOX.} (RFC 2342).
   */
  String beside(String folder) {
    try {
      Folder[] spaces = getStore().getPersonalNamespaces();
      String prefix = spaces.length == 0 ? "" : spaces[0].getFullName();
      if (prefix.isEmpty()) {
        return folder;
      }
      String below = prefix + spaces[0].getSeparator();
      return folder.startsWith(below) ? folder : below + folder;
    } catch (MessagingException e) {
      return folder; // then the move will say what is wrong
    }
  }

  @Override
  protected IMAPMessage newIMAPMessage(int number) {
    return new FiledMessage(this, number);
  }

  /**
   * Moves them at once where the server can: Camel copies a mail and then marks it as deleted, and
   * who stops between the two has it twice.
   */
  @Override
  public synchronized void copyMessages(Message[] messages, Folder folder)
      throws MessagingException {
    if (((IMAPStore) getStore()).hasCapability("MOVE")) {
      moveMessages(messages, folder);
      for (Message message : messages) {
        ((FiledMessage) message).moved();
      }
      return;
    }
    super.copyMessages(messages, folder);
    copied.addAll(List.of(messages));
    if (getPermanentFlags().contains(Flags.Flag.USER)) {
      setFlags(messages, FILED, true);
    }
  }

  /**
   * Takes away what we moved, and nothing else: a mail that somebody else marked as deleted is his.
   */
  @Override
  public synchronized void close(boolean expunge) throws MessagingException {
    try {
      if (expunge && isOpen() && getMessageCount() > 0) {
        expungeOurs();
      }
    } finally {
      if (isOpen()) {
        super.close(false);
      }
    }
  }

  private void expungeOurs() throws MessagingException {
    Message[] deleted = search(DELETED);
    List<Message> ours = new ArrayList<>();
    for (Message message : deleted) {
      if (copied.contains(message) || message.getFlags().contains(FILED)) {
        ours.add(message);
      }
    }
    if (ours.isEmpty()) {
      return;
    }
    if (((IMAPStore) getStore()).hasCapability("UIDPLUS")) {
      expunge(ours.toArray(Message[]::new));
    } else if (ours.size() == deleted.length) {
      expunge();
    } // or they stay, marked: nobody can take away some of them here
  }
}
