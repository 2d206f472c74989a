package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.platform.ServerCertificate;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Dovecot behind Postfix, as Debian packages them ({@code dovecot-imapd}, {@code dovecot-lmtpd},
 * {@code postfix}), in a folder of their own. They have to be started by root.
 */
final class DovecotHost implements MailHost {
  private static final Path SETTINGS = Path.of("src/test/resources/mail");
  private static final String PASSWORDS = "passwords";

  private final Path folder;
  private final int smtp;
  private final int imap;
  private final int imaps;
  private final List<Process> servers = new ArrayList<>();
  private final List<String> passwords = new ArrayList<>();

  DovecotHost() {
    try {
      folder = Files.createTempDirectory(Path.of("/var/tmp"), "hub-mail").toRealPath();
      run("chmod", "755", folder.toString());
      run("install", "--directory", folder.resolve("queue").toString());
      run("install", "--directory", "--owner=postfix", folder.resolve("data").toString());
      run("install", "--directory", "--owner=mail", folder.resolve("mails").toString());
      List<Integer> ports = freePorts(4);
      smtp = ports.get(0);
      imap = ports.get(1);
      imaps = ports.get(2);
      int lmtp = ports.get(3);
      key();
      Files.createFile(folder.resolve(PASSWORDS));
      for (String name : List.of("dovecot.conf", "main.cf", "master.cf")) {
        Path target = folder.resolve(name.endsWith(".cf") ? "postfix" : ".").resolve(name);
        Files.createDirectories(target.getParent());
        Files.writeString(
            target,
            Files.readString(SETTINGS.resolve(name))
                .replace("@FOLDER@", folder.toString())
                .replace("@CERTIFICATE@", ServerCertificate.PEM.toString())
                .replace("@SMTP@", String.valueOf(smtp))
                .replace("@IMAP@", String.valueOf(imap))
                .replace("@IMAPS@", String.valueOf(imaps))
                .replace("@LMTP@", String.valueOf(lmtp)));
      }
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
      start("/usr/sbin/dovecot", "-F", "-c", folder.resolve("dovecot.conf").toString());
      start("/usr/sbin/postfix", "-c", folder.resolve("postfix").toString(), "start-fg");
      ports.forEach(port -> await("port " + port).until(() -> listens(port)));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public int smtpPort() {
    return smtp;
  }

  @Override
  public int imapPort() {
    return imap;
  }

  @Override
  public int imapsPort() {
    return imaps;
  }

  /** The file grows each time: Dovecot reads it again when its size or its time differs. */
  @Override
  public synchronized void user(String address, String password) {
    passwords.removeIf(line -> line.startsWith(address + ":"));
    passwords.add(address + ":{PLAIN}" + password);
    passwords.add("# " + address);
    try {
      Path written = Files.write(folder.resolve(PASSWORDS + ".new"), passwords);
      Files.move(written, folder.resolve(PASSWORDS), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await(address).until(() -> letsIn(address, password)); // it looks at the file once a second
  }

  /** Of the inbox only; a mail's file is named after the moment that it came. */
  @Override
  public List<MimeMessage> received(String address) {
    List<MimeMessage> mails = new ArrayList<>();
    for (String state : List.of("cur", "new")) {
      Path inbox = folder.resolve("mails").resolve(address).resolve("Maildir").resolve(state);
      if (Files.isDirectory(inbox)) {
        try (Stream<Path> files = Files.list(inbox)) {
          files
              .sorted(Comparator.comparing(Path::toString))
              .map(DovecotHost::mail)
              .forEach(mails::add);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return mails;
  }

  private static MimeMessage mail(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new MimeMessage(Session.getInstance(new Properties()), in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private void key() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance(ServerCertificate.KEYS.toFile(), password());
    byte[] key = keys.getKey(ServerCertificate.ALIAS, password()).getEncoded();
    Files.writeString(
        folder.resolve("key.pem"),
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(key)
            + "\n-----END PRIVATE KEY-----\n");
  }

  private static char[] password() {
    return ServerCertificate.PASSWORD.toCharArray();
  }

  private static void run(String... command) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  private void start(String... command) throws IOException {
    assertThat(Path.of(command[0])).exists();
    servers.add(
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(Path.of(command[0]).getFileName() + ".out").toFile())
            .start());
  }

  private void stop() {
    try {
      run("/usr/sbin/postfix", "-c", folder.resolve("postfix").toString(), "stop");
      servers.forEach(Process::destroy);
      for (Process server : servers) {
        server.waitFor();
      }
      run("rm", "-rf", folder.toString());
    } catch (IOException | InterruptedException e) {
      System.err.println(folder + " is left: " + e);
    }
  }

  private static List<Integer> freePorts(int count) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    }
    List<Integer> ports = new ArrayList<>();
    for (ServerSocket socket : sockets) {
      ports.add(socket.getLocalPort());
      socket.close();
    }
    return ports;
  }

  private boolean letsIn(String address, String password) {
    try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect("127.0.0.1", imap, address, password);
      return true;
    } catch (MessagingException e) {
      return false;
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
