package dz.manchengo.hub.scenario;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;

/**
 * A real mail server for all tests of this run: SMTP, behind an {@link SmtpGate}, and IMAP on ports
 * of their own.
 */
final class MailServer {
  private static final GreenMail SERVER = started();
  private static final SmtpGate SMTP = new SmtpGate(SERVER.getSmtp().getPort());

  private MailServer() {}

  static int smtpPort() {
    return SMTP.port();
  }

  /** Whether it takes letters; whoever closes it opens it again. */
  static void smtpOpen(boolean open) {
    SMTP.open(open);
  }

  static int imapPort() {
    return SERVER.getImap().getPort();
  }

  /** A mailbox of that address; its login is the address. */
  static void user(String address, String password) {
    SERVER.setUser(address, address, password);
  }

  /** What came for that address, in order; a mailbox is made for whoever gets a mail. */
  static List<MimeMessage> received(String address) {
    return SERVER
        .findReceivedMessages(user -> user.getEmail().equals(address), mail -> true)
        .toList();
  }

  private static GreenMail started() {
    ServerSetup[] doors = {ServerSetup.SMTP.dynamicPort(), ServerSetup.IMAP.dynamicPort()};
    GreenMail server = new GreenMail(doors);
    server.start();
    return server;
  }
}
