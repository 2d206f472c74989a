package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings of {@code ops/kubernetes}, mounted as a cluster mounts them: they make a hub. */
class ClusterSettingsIT {
  private static final Path KUBERNETES = Path.of("ops/kubernetes");
  private static final Pattern CONSOLE = Pattern.compile("console (http://localhost:\\d+)");
  private static final String SECRETS = "/etc/hub-secrets";
  private static final String CONFIG = "/etc/hub";

  @TempDir Path cluster;

  @Test
  void makeAHub(@TempDir Path server) throws Exception {
    HubFolder home = new HubFolder(server.toRealPath());
    HubFolder pod = new HubFolder(Files.createDirectories(cluster.resolve("home")).toRealPath());
    try (HubProcess hub = HubProcess.warm(home).awaitReady()) {
      FreshDatabase database = FreshDatabase.beside(hub, home);
      String settings = mounted(database);

      assertThat(HubProcess.refusal("migrate", "--" + settings)).endsWith("exit 0");
      try (HubProcess started =
          HubProcess.warm(
                  pod,
                  "-D" + settings,
                  "-Dserver.address=127.0.0.1",
                  "-Dmanagement.server.address=127.0.0.1")
              .awaitReady()) {
        assertAnswersAsBehindAnIngress(started);
        assertThat(HubProcess.refusal("job", "--" + settings))
            .contains("backup-nightly")
            .endsWith("exit 0");
      }
    } finally {
      home.endServers();
    }
  }

  private static void assertAnswersAsBehindAnIngress(HubProcess hub) throws Exception {
    Matcher console = CONSOLE.matcher(hub.output());
    assertThat(console.find()).isTrue();
    HttpResponse<String> health = get(console.group(1) + "/api/health");
    assertThat(health.body()).contains("UP");
    assertThat(health.headers().firstValue("Strict-Transport-Security")).isPresent();
    HttpResponse<String> stranger = get(console.group(1) + "/api/v1/orders");
    assertThat(stranger.statusCode()).isEqualTo(401);
    assertThat(stranger.headers().firstValue("Strict-Transport-Security")).isPresent();
    assertThat(get(console.group(1) + "/api/v1/openapi.yaml").statusCode()).isEqualTo(404);
  }

  private static HttpResponse<String> get(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address))
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-For", "192.0.2.7")
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  /** The ConfigMap and the Secret as folders; the setting that names them. */
  private String mounted(FreshDatabase database) throws Exception {
    Path config = Files.createDirectories(cluster.resolve("config"));
    Path secrets = Files.createDirectories(cluster.resolve("secrets"));
    Files.writeString(
        config.resolve("application.yaml"),
        Files.readString(KUBERNETES.resolve("base/shared/application.yaml"))
            .replace(SECRETS, secrets.toString())
            .replace(CONFIG, config.toString()));
    Files.writeString(
        config.resolve("site.yaml"),
        Files.readString(KUBERNETES.resolve("overlays/production/site.yaml"))
            .replaceFirst("jdbc:postgresql:\\S+", database.url())
            .replace("redis.example.com", "127.0.0.1"));
    secret(
        secrets,
        Map.of(
            "spring.datasource.username", "hub",
            "spring.datasource.password", database.password(),
            "hub.smtp.password", "secret",
            "hub.backup.buckets.offsite.secret-key", "secret"));
    return "spring.config.additional-location=file:" + config + "/";
  }

  /** As the kubelet does it: links to links, so that all files change at once. */
  private static void secret(Path folder, Map<String, String> files) throws Exception {
    Path now = Files.createDirectories(folder.resolve("..2026_11_29"));
    Files.createSymbolicLink(folder.resolve("..data"), now.getFileName());
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(now.resolve(file.getKey()), file.getValue());
      Files.createSymbolicLink(folder.resolve(file.getKey()), Path.of("..data", file.getKey()));
    }
  }
}
