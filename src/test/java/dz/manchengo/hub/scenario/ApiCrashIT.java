package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dz.manchengo.hub.partner.KeyCommand;
import dz.manchengo.hub.platform.Failpoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A hub that is halted while a partner's program waits; the program sends its order again. */
class ApiCrashIT extends DyingHub {
  private static final Pattern CONSOLE = Pattern.compile("console http://localhost:(\\d+)");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int KILLED = 137;
  private static final String ORDER =
      """
      {"number": "%s", "date": "2026-03-31", "customer": {"code": "CRASH-C", "name": "SARL Crash"},
       "lines": [{"product": "CRASH-P", "description": "Brie", "quantity": "1", "unit": "KG",
                  "unitPriceHt": "100", "vatRate": "19"}]}
      """;

  @Test
  void whatWasSentAgainIsThereOnce() throws Exception {
    String key = "";
    for (Failpoint failpoint :
        List.of(Failpoint.DOCUMENTS_WRITTEN, Failpoint.DOCUMENTS_COMMITTED)) {
      try (HubProcess dying = start("-Dhub.failpoint=" + failpoint).awaitReady()) {
        key = key.isEmpty() ? key() : key;
        String mine = key;
        assertThatThrownBy(() -> send(dying, mine, failpoint.name()))
            .isInstanceOf(IOException.class);
        assertThat(dying.awaitEnd()).isEqualTo(KILLED);
      }
    }
    try (HubProcess last = start().awaitReady()) {
      HttpResponse<String> lost = send(last, key, Failpoint.DOCUMENTS_WRITTEN.name());
      assertThat(lost.statusCode()).as(lost.body()).isEqualTo(201);
      HttpResponse<String> kept = send(last, key, Failpoint.DOCUMENTS_COMMITTED.name());
      assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
      assertThat(kept.headers().firstValue("Idempotent-Replayed")).contains("true");
      assertThat(
              last.database(hub)
                  .sql("SELECT count(*) || ' ' || max(revision) FROM sales_order")
                  .query(String.class)
                  .single())
          .isEqualTo("2 1");
    }
  }

  private String key() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<String> words =
        List.of(
            "create", "--client", "crash", "--scopes", "orders:write", "--hub.home=" + hub.home());
    new KeyCommand().run(words, Map.of(), new PrintStream(bytes, true, StandardCharsets.UTF_8));
    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    return lines.get(lines.size() - 1);
  }

  private static HttpResponse<String> send(HubProcess hub, String key, String number)
      throws IOException, InterruptedException {
    Matcher port = CONSOLE.matcher(hub.output());
    assertThat(port.find()).isTrue();
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.group(1) + "/api/v1/orders"))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", number)
            .POST(HttpRequest.BodyPublishers.ofString(ORDER.formatted(number)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
