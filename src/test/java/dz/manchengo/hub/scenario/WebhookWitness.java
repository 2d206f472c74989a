package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Another program that is told of events: remembers each call, and answers 204 unless told. */
final class WebhookWitness {
  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final List<Call> CALLS = new CopyOnWriteArrayList<>();
  private static final Map<String, Queue<Answer>> ANSWERS = new ConcurrentHashMap<>();
  private static final HttpServer SERVER = started();

  private WebhookWitness() {}

  /** One call as it came. */
  record Call(String path, Headers headers, String body) {}

  /** How a call is answered. */
  interface Answer {
    void to(HttpExchange call) throws IOException;
  }

  static String url(String path) {
    return "http://127.0.0.1:" + SERVER.getAddress().getPort() + path;
  }

  static Answer status(int status, String... header) {
    return call -> {
      if (header.length > 0) {
        call.getResponseHeaders().add(header[0], header[1]);
      }
      call.sendResponseHeaders(status, -1);
    };
  }

  /** Calls to that path, or whose body holds that word, are answered so in turn; then by 204. */
  static void answer(String word, Answer... answers) {
    ANSWERS.put(word, new ConcurrentLinkedQueue<>(List.of(answers)));
  }

  static List<Call> calls(String word) {
    return CALLS.stream().filter(call -> call.body().contains(word)).toList();
  }

  private static HttpServer started() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newCachedThreadPool(WebhookWitness::daemon));
      server.createContext("/", WebhookWitness::take);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }

  private static void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      CALLS.add(new Call(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
      answerTo(exchange.getRequestURI().getPath(), body).to(exchange);
    }
  }

  private static Answer answerTo(String path, String body) {
    return ANSWERS.entrySet().stream()
        .filter(answers -> path.equals(answers.getKey()) || body.contains(answers.getKey()))
        .map(answers -> answers.getValue().poll())
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(status(204));
  }

  /** What of it is not as the contract says. */
  static List<String> breaches(Call call) throws Exception {
    JsonNode body = new ObjectMapper().readTree(call.body());
    JsonNode contract =
        new YAMLMapper().readTree(Path.of("routes/partner-api.openapi.yaml").toFile());
    String event = body.path("type").asText();
    JsonNode media =
        contract.at("/webhooks/" + event + "/post/requestBody/content/application~1json");
    ObjectNode schema = (ObjectNode) media.path("schema");
    assertThat(schema).as(event).isNotEmpty();
    schema.set("components", contract.path("components"));
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schema)
        .validate(body)
        .stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }
}
