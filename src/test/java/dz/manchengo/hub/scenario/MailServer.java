package dz.manchengo.hub.scenario;

import jakarta.mail.internet.MimeMessage;
import java.util.List;

/**
 * A real mail server for all tests of this run, its SMTP behind a {@link MailGate}: GreenMail in
 * this JVM, or Dovecot and Postfix with {@code -Dhub.test.mail=dovecot}.
 */
final class MailServer {
  private static final MailHost HOST =
      "dovecot".equals(System.getProperty("hub.test.mail"))
          ? new DovecotHost()
          : new GreenMailHost();
  private static final MailGate SMTP = new MailGate(HOST.smtpPort(), MailServer::refusal);
  private static final MailGate IMAP = new MailGate(HOST.imapPort(), MailServer::lock);
  private static volatile String refused = "";

  private MailServer() {}

  static int smtpPort() {
    return SMTP.port();
  }

  /** Whether it takes letters; whoever closes it opens it again. */
  static void smtpOpen(boolean open) {
    SMTP.open(open);
  }

  /** {@code refused…@…} does not exist, {@code busy…@…} is to be tried later. */
  private static String refusal(String line) {
    if (line.startsWith("RCPT TO:<refused")) {
      return "550 5.1.1 no such user";
    }
    return line.startsWith("RCPT TO:<busy") ? "451 4.7.1 try later" : "";
  }

  /** The same as {@link #imapPort}, for clients that are {@link #refuse refused} something. */
  static int refusingImapPort() {
    return IMAP.port();
  }

  /** IMAP commands that match it fail from now on; none does for the empty pattern. */
  static void refuse(String command) {
    refused = command;
  }

  /** The same, when it lets everybody in and tells nobody anything. */
  static void imapSilent(boolean silent) {
    IMAP.silent(silent);
  }

  /** The same, when it keeps everybody waiting for ever; {@link #releaseImap} ends it. */
  static void holdImap() {
    IMAP.hold();
  }

  static void releaseImap() {
    IMAP.release();
  }

  static boolean imapHoldsSomebody() {
    return IMAP.holdsSomebody();
  }

  /** The same, where it breaks off once, when it has said that many bytes. */
  static void cutImapAfter(int bytes) {
    IMAP.cutAfter(bytes);
  }

  static boolean isImapCutAhead() {
    return IMAP.isCutAhead();
  }

  private static String lock(String line) {
    String[] words = line.split(" ", 3);
    return words.length > 2 && words[1].matches(refused)
        ? words[0] + " NO [INUSE] mailbox is locked"
        : "";
  }

  static int imapPort() {
    return HOST.imapPort();
  }

  static int imapsPort() {
    return HOST.imapsPort();
  }

  /** A mailbox of that address; its login is the address. Again: another password or token. */
  static void user(String address, String password) {
    HOST.user(address, password);
  }

  /** What came for that address, in order. */
  static List<MimeMessage> received(String address) {
    return HOST.received(address);
  }
}
