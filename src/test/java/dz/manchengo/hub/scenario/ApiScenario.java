package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dz.manchengo.hub.jobs.JobCommand;
import dz.manchengo.hub.partner.KeyCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The shared hub as a partner's program meets it: by HTTP, and by bytes where HTTP is broken. */
abstract class ApiScenario extends InProcessHub {
  static final ObjectMapper JSON = new ObjectMapper();
  static final HttpClient HTTP;

  static {
    // less than the server keeps a connection: one that it is about to close is never used again
    System.setProperty("jdk.httpclient.keepalive.timeout", "10");
    HTTP = HttpClient.newHttpClient();
  }

  @LocalServerPort int port;
  @LocalManagementPort int managementPort;

  private static final AtomicReference<String> ADMIN = new AtomicReference<>();

  /** One for all tests of the API: a client has two keys at most. */
  static String admin() {
    return ADMIN.updateAndGet(known -> known == null ? key("door admin", "admin") : known);
  }

  /** A new key by the command, as an administrator makes it beside the running hub. */
  static String key(String client, String scopes, String... more) {
    List<String> lines = command("create", "--client", client, "--scopes", scopes, more);
    return lines.get(lines.size() - 1);
  }

  /** What Prometheus gets. */
  String metrics() throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + managementPort + "/actuator/prometheus");
    return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
  }

  /** The public part. */
  static String id(String key) {
    return List.of(key.split("_", -1)).get(2);
  }

  private static List<String> command(
      String verb, String o1, String v1, String o2, String v2, String... more) {
    List<String> words = new ArrayList<>(List.of(verb, o1, v1, o2, v2));
    words.addAll(List.of(more));
    return command(words);
  }

  static List<String> command(List<String> words) {
    List<String> all = new ArrayList<>(words);
    all.add("--hub.home=" + HUB.home());
    all.add("--logging.threshold.console=INFO"); // the hub in this JVM goes on speaking
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int code =
        new KeyCommand().run(all, Map.of(), new PrintStream(bytes, true, StandardCharsets.UTF_8));
    String said = bytes.toString(StandardCharsets.UTF_8);
    assertThat(code).as(said).isZero();
    return said.lines().toList();
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  HttpRequest.Builder to(String path, String key) {
    return to(path).header("Authorization", "Bearer " + key);
  }

  static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    // a body of two lengths: this client picks one, others lose it (RFC 9112 §6.3)
    assertThat(answer.headers().map())
        .satisfiesAnyOf(
            headers -> assertThat(headers).doesNotContainKey("transfer-encoding"),
            headers -> assertThat(headers).doesNotContainKey("content-length"));
    return answer;
  }

  HttpResponse<String> get(String path, String key) throws IOException, InterruptedException {
    return send(to(path, key));
  }

  HttpResponse<String> post(String path, String key, String json)
      throws IOException, InterruptedException {
    return send(
        to(path, key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  /** Fails unless the answer is that problem, whole, and gives nothing of our inside away. */
  static JsonNode problem(HttpResponse<String> answer, int status, String code) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    JsonNode problem = json(answer);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(problem.path("type").asText()).isEqualTo("urn:manchengo-hub:problem:" + code);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(problem.path("traceId").asText()).matches("[0-9a-f]{32}");
    assertThat(answer.body())
        .doesNotContain("Exception", "dz.manchengo", "org.", "SELECT", "at java");
    return problem;
  }

  /** What comes back for these bytes, to the end of the connection. */
  String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** What the command {@code job} says, which ends with that code. */
  static String commanded(int code, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--hub.home=" + HUB.home());
    all.add("--logging.threshold.console=INFO"); // the hub in this JVM goes on speaking
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    assertThat(new JobCommand().run(all, Map.of(), out))
        .as(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo(code);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
