package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mailbox of the shared hub, and people who write to it. */
final class MailScenario {
  static final String ADDRESS = "factures@manchengo.test";
  static final String SENDER = "lila@fournisseur.test";
  static final String PASSWORD = "secret-1";

  /** The header of a file of invoices; one line of it follows. */
  static final String INVOICES =
      "N° facture;Date facture;Code client;Client;Désignation;Qté;P.U. HT;TVA %\n";

  private MailScenario() {}

  /** A file with one good invoice of that number. */
  static String invoice(String number) {
    return INVOICES + number + ";05/10/2026;ML-1;Client ML;Brie ML;3;100,00;19\n";
  }

  /** States of the submissions that a mail of that subject brought. */
  static List<String> states(JdbcClient db, String subject) {
    return db.sql(
            "SELECT s.status FROM submission s JOIN mail_part p USING (delivery)"
                + " JOIN mail m ON m.id = p.mail_id WHERE m.subject = :subject ORDER BY p.delivery")
        .param("subject", subject)
        .query(String.class)
        .list();
  }

  /** What was found in a mail of that subject. */
  static List<String> sentences(JdbcClient db, String subject) {
    return db.sql(
            "SELECT rule_code || ' ' || message FROM finding JOIN submission s ON s.id = submission_id"
                + " JOIN mail_part p USING (delivery) JOIN mail m ON m.id = p.mail_id"
                + " WHERE m.subject = :subject ORDER BY 1")
        .param("subject", subject)
        .query(String.class)
        .list();
  }

  /** Reads everybody's mails, and leaves it to their headers what files are. */
  static final String ANYBODY = "anybody@manchengo.test";

  /** Logs in with what stands in {@link #PASSWORD_FILE}; its folders can be locked. */
  static final String CAREFUL = "careful@manchengo.test";

  static final Path PASSWORD_FILE = HubFolder.in(InProcessHub.HUB.home(), "mailbox-password");

  /** Is read over TLS, with a token instead of a password. */
  static final String GUARDED = "guarded@manchengo.test";

  /** The certificates that its server is known by. */
  static final Path TRUSTED = HubFolder.in(InProcessHub.HUB.home(), "mailbox-trusted.pem");

  static final String CLIENT = "hub-of-guarded";

  /** Logs in with what stands in {@link #LATER_FILE}, which is not there when the hub starts. */
  static final String LATER = "later@manchengo.test";

  static final Path LATER_FILE = HubFolder.in(InProcessHub.HUB.home(), "later-password");

  /** Logs in with a token of a server that is away when the hub starts. */
  static final String TOKENLESS = "tokenless@manchengo.test";

  static final int TOKEN_PORT = freePort();

  /** Its folder is not the inbox, and is made anew by its test. */
  static final String RENUMBERED = "renumbered@manchengo.test";

  static final String RENUMBERED_FOLDER = "Factures & Co";

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static WebhookWitness.Answer token(String token) {
    byte[] answer =
        "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": 3600}"
            .formatted(token)
            .getBytes(UTF_8);
    return call -> {
      call.sendResponseHeaders(200, answer.length);
      call.getResponseBody().write(answer);
    };
  }

  /** Delivers a mail as it stands, over SMTP. */
  static void deliver(String raw) {
    deliver(ADDRESS, raw);
  }

  static void deliver(String address, String raw) {
    byte[] bytes = raw.replace("\n", "\r\n").getBytes(UTF_8);
    Properties server = new Properties();
    server.put("mail.smtp.host", "127.0.0.1");
    server.put("mail.smtp.port", String.valueOf(MailServer.smtpPort()));
    Session session = Session.getInstance(server);
    try (Transport transport = session.getTransport("smtp")) {
      MimeMessage mail = new MimeMessage(session, new ByteArrayInputStream(bytes));
      transport.connect();
      transport.sendMessage(mail, new InternetAddress[] {new InternetAddress(address)});
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  /** Puts a mail into the mailbox as it stands: with the headers that only a mail server writes. */
  static void place(String raw) {
    place(ADDRESS, raw.replace("\n", "\r\n").getBytes(UTF_8));
  }

  static void place(String address, byte[] bytes) {
    place(address, "INBOX", bytes);
  }

  static void place(String address, String folder, byte[] bytes) {
    try (Store store = store(address)) {
      store
          .getFolder(folder)
          .appendMessages(
              new Message[] {
                new MimeMessage(
                    Session.getInstance(new Properties()), new ByteArrayInputStream(bytes))
              });
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  /** The mailbox of that address, as a mail program opens it. */
  static Store store(String address) throws MessagingException {
    Store store = Session.getInstance(new Properties()).getStore("imap");
    store.connect("127.0.0.1", MailServer.imapPort(), address, PASSWORD);
    return store;
  }

  /** The texts of a mail in their order, without the files. */
  static List<String> words(Part part) throws MessagingException, IOException {
    if (part.getContent() instanceof Multipart parts) {
      List<String> words = new ArrayList<>();
      for (int n = 0; n < parts.getCount(); n++) {
        words.addAll(words(parts.getBodyPart(n)));
      }
      return words;
    }
    return part.getFileName() == null
        ? List.of(String.valueOf(part.getContent()).replace("\r\n", "\n"))
        : List.of();
  }

  /** A mail of somebody with that subject and these parts. */
  static String mail(String from, String subject, String... parts) {
    StringBuilder mail =
        new StringBuilder("From: " + from + "\nTo: " + ADDRESS + "\nSubject: " + subject + "\n")
            .append("Message-ID: <" + subject.replaceAll("\\W", "") + "@test>\n")
            .append("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=LIMIT\n\n");
    for (String part : parts) {
      mail.append("--LIMIT\n").append(part).append("\n");
    }
    return mail.append("--LIMIT--\n").toString();
  }

  static String text(String words) {
    return "Content-Type: text/plain; charset=utf-8\n\n" + words;
  }

  static String attachment(String name, String contents) {
    return attachment(name, contents.getBytes(UTF_8));
  }

  static String attachment(String name, byte[] contents) {
    return "Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n"
        + "Content-Disposition: attachment; filename=\""
        + name
        + "\"\n\n"
        + Base64.getMimeEncoder().encodeToString(contents);
  }

  /** What the server calls a mail. */
  record Numbered(long validity, long uid) {}

  /** The latest mail in the inbox. */
  static Numbered latest(String address) throws MessagingException {
    try (Store store = store(address)) {
      Folder inbox = store.getFolder("INBOX");
      inbox.open(Folder.READ_ONLY);
      UIDFolder numbers = (UIDFolder) inbox;
      long uid = numbers.getUID(inbox.getMessage(inbox.getMessageCount()));
      return new Numbered(numbers.getUIDValidity(), uid);
    }
  }

  /** Mails in one folder of a mailbox. */
  static int count(String address, String folder) {
    try (Store store = store(address)) {
      return store.getFolder(folder).getMessageCount();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  /** Subjects of the mails in one folder of the mailbox. */
  static List<String> subjects(String folder) {
    return subjects(ADDRESS, folder);
  }

  /** Looked at once more where the hub moves a mail away while they are read. */
  static List<String> subjects(String address, String folder) {
    try {
      return looked(address, folder);
    } catch (MessagingException moved) {
      try {
        return looked(address, folder);
      } catch (MessagingException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static List<String> looked(String address, String folder) throws MessagingException {
    try (Store store = store(address)) {
      Folder opened = store.getFolder(folder);
      List<String> subjects = new ArrayList<>();
      if (opened.exists()) {
        opened.open(Folder.READ_ONLY);
        for (Message mail : opened.getMessages()) {
          subjects.add(String.valueOf(mail.getSubject()));
        }
        opened.close(false);
      }
      return subjects;
    }
  }

  /** Whether mail programs that show only chosen folders show that one. */
  static boolean isSubscribed(String folder) {
    try (Store store = store(ADDRESS)) {
      return store.getFolder(folder).isSubscribed();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }
}
