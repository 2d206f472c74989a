package dz.manchengo.hub.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * Connections to servers of a company's own authority, or that vouch for themselves: one of the
 * certificates in a PEM file has to vouch for the server, and those that Java knows do not count.
 * The file is read again when it has changed, so a new certificate needs no restart.
 */
public final class TrustedCertificates extends SSLSocketFactory {
  private final Path file;
  private @Nullable SSLSocketFactory current;
  private @Nullable FileTime read;

  /** The file cannot be read, or holds no certificate. */
  public static final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    private Unreadable(Path file, Exception cause) {
      super("no certificates in " + file, cause);
    }
  }

  private TrustedCertificates(Path file) {
    this.file = file;
  }

  /**
   * Connections by that file, which need not be there before the first of them.
   *
   * @param file PEM, one or more certificates
   */
  public static SSLSocketFactory only(String file) {
    return new TrustedCertificates(Path.of(file).toAbsolutePath());
  }

  private synchronized SSLSocketFactory current() throws Unreadable {
    try {
      FileTime modified = Files.getLastModifiedTime(file);
      SSLSocketFactory known = current;
      if (known == null || !modified.equals(read)) {
        PemSslStoreDetails trusted = PemSslStoreDetails.forCertificates(Files.readString(file));
        known =
            SslBundle.of(new PemSslStoreBundle(null, trusted))
                .createSslContext()
                .getSocketFactory();
        current = known;
        read = modified;
      }
      return known;
    } catch (IOException | RuntimeException e) {
      throw new Unreadable(file, e);
    }
  }

  @Override
  public Socket createSocket() throws IOException {
    return current().createSocket();
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    return current().createSocket(socket, host, port, autoClose);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return current().createSocket(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return current().createSocket(host, port, from, fromPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return current().createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return current().createSocket(host, port, from, fromPort);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return ((SSLSocketFactory) getDefault()).getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return ((SSLSocketFactory) getDefault()).getSupportedCipherSuites();
  }
}
