package dz.manchengo.hub.platform;

import java.nio.file.Path;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Servers of a company's own authority, or that vouch for themselves. */
public final class TrustedCertificates {
  private TrustedCertificates() {}

  /**
   * Connections to servers that one of these certificates vouches for; those that Java knows do not
   * count.
   *
   * @param file PEM, one or more certificates; read once
   * @throws IllegalStateException if the file cannot be read or holds none
   */
  public static SSLSocketFactory only(String file) {
    PemSslStoreDetails trusted =
        PemSslStoreDetails.forCertificates(Path.of(file).toAbsolutePath().toUri().toString());
    return SslBundle.of(new PemSslStoreBundle(null, trusted)).createSslContext().getSocketFactory();
  }
}
