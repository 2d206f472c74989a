package dz.manchengo.hub.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Collections;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedCertificatesTest {
  @TempDir Path folder;

  @Test
  void aFileThatChangesHoldsFromTheNextConnectionOn() throws Exception {
    Path pem = folder.resolve("trusted.pem");
    SSLSocketFactory factory = TrustedCertificates.only(pem.toString());
    try (SSLServerSocket server = server()) {
      assertThatThrownBy(() -> greet(factory, server))
          .isInstanceOf(TrustedCertificates.Unreadable.class);
      Files.writeString(pem, someOther());
      assertThatThrownBy(() -> greet(factory, server)).isInstanceOf(SSLHandshakeException.class);
      Files.copy(ServerCertificate.PEM, pem, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      Files.setLastModifiedTime(pem, FileTime.fromMillis(1));
      greet(factory, server);
      Files.writeString(pem, "no certificate");
      assertThatThrownBy(() -> greet(factory, server))
          .isInstanceOf(TrustedCertificates.Unreadable.class);
    }
  }

  /** Connects and shakes hands. */
  private static void greet(SSLSocketFactory factory, SSLServerSocket server) throws IOException {
    try (SSLSocket socket =
        (SSLSocket) factory.createSocket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
      socket.startHandshake();
      assertThat(socket.getSession().isValid()).isTrue();
    }
  }

  private static SSLServerSocket server() throws GeneralSecurityException, IOException {
    char[] password = ServerCertificate.PASSWORD.toCharArray();
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(KeyStore.getInstance(ServerCertificate.KEYS.toFile(), password), password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    SSLServerSocket server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(() -> shakeHands(server));
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  private static void shakeHands(SSLServerSocket server) {
    while (!server.isClosed()) {
      try (SSLSocket socket = (SSLSocket) server.accept();
          InputStream in = socket.getInputStream()) {
        in.read();
      } catch (IOException e) {
        // the client does not trust us, or the test is over
      }
    }
  }

  /** Some authority that Java knows; it has not made our certificate. */
  private static String someOther() throws GeneralSecurityException, IOException {
    Path known = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
    KeyStore authorities = KeyStore.getInstance(known.toFile(), (char[]) null);
    String first = Collections.list(authorities.aliases()).get(0);
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(authorities.getCertificate(first).getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }
}
