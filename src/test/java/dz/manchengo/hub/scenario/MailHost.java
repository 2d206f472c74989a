package dz.manchengo.hub.scenario;

import jakarta.mail.internet.MimeMessage;
import java.util.List;

/** What the tests need of a mail server; it listens on loopback, on ports of its own. */
interface MailHost {
  int smtpPort();

  /** Without TLS. */
  int imapPort();

  /** With {@link ServerCertificate}. */
  int imapsPort();

  /** A mailbox of that address; its login is the address. Again: another password or token. */
  void user(String address, String password);

  /** What came for that address by SMTP, in order. */
  List<MimeMessage> received(String address);
}
