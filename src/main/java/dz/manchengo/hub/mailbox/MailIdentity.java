package dz.manchengo.hub.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.mail.MailUidGenerator;
import org.springframework.stereotype.Component;

/**
 * The server's own name of a mail. The Message-ID is its sender's: whoever repeats one could
 * suppress a mail. Flags, sizes and names of the whole folder come in one question.
 */
@Component("mailIdentity")
class MailIdentity implements MailUidGenerator {
  /**
   * A mail in its folder.
   *
   * @param validity changes when the server has forgotten its numbers
   */
  record Uid(long validity, long uid) {
    static Uid of(Message message) throws MessagingException {
      UIDFolder folder = (UIDFolder) message.getFolder();
      return new Uid(folder.getUIDValidity(), folder.getUID(message));
    }
  }

  @Override
  public String generateUuid(MailEndpoint endpoint, Message message) {
    try {
      if (message.getMessageNumber() == 1) {
        askForAll(message.getFolder());
      }
      return Uid.of(message).toString();
    } catch (MessagingException e) {
      throw new RuntimeCamelException(e);
    }
  }

  private static void askForAll(Folder folder) throws MessagingException {
    FetchProfile profile = new FetchProfile();
    profile.add(UIDFolder.FetchProfileItem.UID);
    profile.add(FetchProfile.Item.FLAGS);
    profile.add(FetchProfile.Item.SIZE);
    folder.fetch(folder.getMessages(), profile);
  }
}
