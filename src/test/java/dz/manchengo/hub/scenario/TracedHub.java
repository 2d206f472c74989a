package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dz.manchengo.hub.partner.KeyCommand;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hub that tells a collector what it does, and its log in JSON. */
abstract class TracedHub {
  static final Duration PATIENCE = Duration.ofMinutes(1);
  static final ObjectMapper JSON = new ObjectMapper();
  static final Pattern PORT = Pattern.compile("console http://localhost:(\\d+)");

  /** Nobody but the tables knows them. */
  static final String CUSTOMER = "Fromagerie Zitouni";

  static final String NIF = "000916098765432";
  static final String IBAN = "DZ5800200123456789012345";
  static final String BOX = "traces@manchengo.test";
  static final String WRITER = "salima.benali@fournisseur.test";
  static final String STRANGER = "personne@inconnu.test";

  static final String LINES =
      "N° facture;Date facture;Client;NIF client;IBAN;Désignation;Quantité;Prix unitaire HT;Taux TVA\n"
          + "%s;05/01/2026;"
          + CUSTOMER
          + ";"
          + NIF
          + ";"
          + IBAN
          + ";Lait;%s;100,00;19\n";

  @SuppressWarnings("NullAway.Init") // JUnit sets it
  @TempDir
  static Path folder;

  static OtlpReceiver collector;
  static HubFolder home;
  static HubProcess hub;
  static JdbcClient db;
  static String key;

  @BeforeAll
  static void start() {
    collector = new OtlpReceiver();
    home = new HubFolder(folder.resolve("home"));
    MailServer.user(BOX, MailScenario.PASSWORD);
    String box = "-Dhub.mail.mailboxes.traces.";
    hub =
        HubProcess.warm(
                home,
                "-Dmanagement.otlp.tracing.endpoint=" + collector.endpoint(),
                "-Dmanagement.tracing.opentelemetry.export.schedule-delay=100ms",
                "-Dlogging.structured.format.console=logstash",
                "-Dhub.inbox.settle=200ms",
                "-Dhub.mail.poll=200",
                "-Dhub.smtp.host=127.0.0.1",
                "-Dhub.smtp.port=" + MailServer.smtpPort(),
                "-Dhub.smtp.security=none",
                "-Dhub.smtp.from=hub@manchengo.test",
                "-Dhub.webhooks.traces.url=" + WebhookWitness.url("/traces"),
                "-Dhub.webhooks.traces.secret=" + WebhookWitness.SECRET,
                box + "host=127.0.0.1",
                box + "port=" + MailServer.imapPort(),
                box + "security=none",
                box + "username=" + BOX,
                box + "password=" + MailScenario.PASSWORD,
                box + "allowed-senders=@fournisseur.test",
                box + "into=invoices")
            .awaitReady();
    db = hub.database(home);
    key = key();
  }

  static String key() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<String> words =
        List.of(
            "create",
            "--client",
            "traces",
            "--scopes",
            "orders:write,submissions:write",
            "--hub.home=" + home.home());
    new KeyCommand().run(words, Map.of(), new PrintStream(bytes, true, StandardCharsets.UTF_8));
    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    return lines.get(lines.size() - 1);
  }

  @AfterAll
  static void stop() {
    hub.close();
    home.endServers();
    collector.close();
  }

  static String invoice(String number, String quantity) {
    return LINES.formatted(number, quantity);
  }

  /** The submission's one trace, once all of these are in it: each has its parent in it. */
  static List<Span> trace(String file, String... names) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(collector.trace("submission", submission(file)))
                    .as(file)
                    .extracting(Span::getName)
                    .contains(names));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(orphans(file)).isEmpty());
    return collector.trace("submission", submission(file));
  }

  /** A parent ends after its children, and comes later. */
  static List<String> orphans(String file) {
    List<Span> trace = collector.trace("submission", submission(file));
    Set<String> ids = trace.stream().map(OtlpReceiver::id).collect(Collectors.toSet());
    assertThat(trace)
        .extracting(OtlpReceiver::traceId)
        .containsOnly(OtlpReceiver.traceId(trace.get(0)));
    assertThat(trace).filteredOn(span -> OtlpReceiver.parent(span).isEmpty()).hasSize(1);
    return trace.stream()
        .filter(span -> !OtlpReceiver.parent(span).isEmpty())
        .filter(span -> !ids.contains(OtlpReceiver.parent(span)))
        .map(Span::getName)
        .toList();
  }

  static List<String> parents(List<Span> trace, String name) {
    return trace.stream()
        .filter(span -> span.getName().equals(name))
        .flatMap(
            span ->
                trace.stream().filter(p -> OtlpReceiver.id(p).equals(OtlpReceiver.parent(span))))
        .map(Span::getName)
        .toList();
  }

  static String submission(String file) {
    return db.sql("SELECT coalesce(max(id), 0)::text FROM submission WHERE original_name = :name")
        .param("name", file)
        .query(String.class)
        .single();
  }

  static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  static HttpRequest.Builder call(String path) {
    return call(path, "application/json");
  }

  static HttpRequest.Builder call(String path, String type) {
    return HttpRequest.newBuilder(address(path))
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", type);
  }

  static URI address(String path) {
    Matcher port = PORT.matcher(hub.output());
    assertThat(port.find()).isTrue();
    return URI.create("http://127.0.0.1:" + port.group(1) + path);
  }

  static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
