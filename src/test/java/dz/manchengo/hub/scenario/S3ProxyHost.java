package dz.manchengo.hub.scenario;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** S3Proxy as a program of its own: a bucket in a folder, and signatures that are checked. */
public final class S3ProxyHost implements AutoCloseable {
  public static final String ACCESS_KEY = "hub-backup";
  public static final String SECRET_KEY = "a secret of forty signs, as AWS has them";
  public static final String BUCKET = "backups";

  /** Where the build puts it before tests with servers run. */
  private static final Path JAR = Path.of("target", "s3", "s3proxy.jar").toAbsolutePath();

  private final Process process;
  private final String endpoint;
  private final Path bucket;

  /**
   * Starts it.
   *
   * @param folder where its objects are
   */
  public S3ProxyHost(Path folder) throws IOException {
    int port = freePort();
    endpoint = "http://127.0.0.1:" + port;
    bucket = Files.createDirectories(folder.resolve("objects").resolve(BUCKET));
    Path settings =
        Files.writeString(
            folder.resolve("s3proxy.conf"),
            """
            s3proxy.endpoint=%s
            s3proxy.authorization=aws-v2-or-v4
            s3proxy.identity=%s
            s3proxy.credential=%s
            jclouds.provider=filesystem-nio2
            jclouds.filesystem.basedir=%s
            """
                .formatted(endpoint, ACCESS_KEY, SECRET_KEY, folder.resolve("objects")));
    process =
        new ProcessBuilder(
                HubProcess.JAVA, "-Xmx256m", "-jar", JAR.toString(), "--properties", settings + "")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("s3proxy.log").toFile())
            .start();
    await("S3Proxy").atMost(Duration.ofMinutes(1)).until(() -> listens(port));
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  public String endpoint() {
    return endpoint;
  }

  /** Its objects as files. */
  public Path bucket() {
    return bucket;
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
