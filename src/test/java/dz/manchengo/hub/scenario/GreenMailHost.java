package dz.manchengo.hub.scenario;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dz.manchengo.hub.platform.ServerCertificate;
import jakarta.mail.internet.MimeMessage;
import java.util.List;

/** A mail server in this JVM. */
final class GreenMailHost implements MailHost {
  private final GreenMail server;

  GreenMailHost() {
    System.setProperty("greenmail.tls.keystore.file", ServerCertificate.KEYS.toString());
    System.setProperty("greenmail.tls.keystore.password", ServerCertificate.PASSWORD);
    server =
        new GreenMail(
            patient(
                ServerSetup.SMTP.dynamicPort(),
                ServerSetup.IMAP.dynamicPort(),
                ServerSetup.IMAPS.dynamicPort()));
    server.start();
  }

  /** Two seconds are not enough on a machine that is busy. */
  private static ServerSetup[] patient(ServerSetup... doors) {
    for (ServerSetup door : doors) {
      door.setServerStartupTimeout(30_000);
    }
    return doors;
  }

  @Override
  public int smtpPort() {
    return server.getSmtp().getPort();
  }

  @Override
  public int imapPort() {
    return server.getImap().getPort();
  }

  @Override
  public int imapsPort() {
    return server.getImaps().getPort();
  }

  @Override
  public void user(String address, String password) {
    server.setUser(address, address, password);
  }

  /** A mailbox is made for whoever gets a mail. */
  @Override
  public List<MimeMessage> received(String address) {
    return server
        .findReceivedMessages(user -> user.getEmail().equals(address), mail -> true)
        .toList();
  }
}
