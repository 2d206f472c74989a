package dz.manchengo.hub.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A key and a certificate for 127.0.0.1 that nobody vouches for but itself. */
public final class ServerCertificate {
  public static final String PASSWORD = "changeit";
  private static final Path FOLDER = folder();

  /** PKCS #12, as keytool writes it; the entry's name is {@link #ALIAS}. */
  public static final Path KEYS = FOLDER.resolve("keys.p12");

  public static final String ALIAS = "server";

  /** The certificate alone. */
  public static final Path PEM = FOLDER.resolve("server.pem");

  static {
    keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1");
    keytool("-exportcert", "-rfc", "-file", PEM.toString());
    KEYS.toFile().deleteOnExit();
    PEM.toFile().deleteOnExit();
  }

  private ServerCertificate() {}

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("hub-certificate");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void keytool(String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words));
    command.addAll(List.of("-alias", ALIAS, "-keystore", KEYS.toString(), "-storepass", PASSWORD));
    try {
      Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(keytool.getInputStream().readAllBytes(), UTF_8);
      assertThat(keytool.waitFor()).as(output).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
