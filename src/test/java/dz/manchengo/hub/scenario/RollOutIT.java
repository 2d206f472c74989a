package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.partner.KeyCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a roll-out does, while a partner's program posts: the tables first, then one hub after the
 * other. The program goes to the other hub where one does not answer, as an Ingress does for it.
 */
class RollOutIT {
  private static final Pattern CONSOLE = Pattern.compile("console http://localhost:(\\d+)");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int ATTEMPTS = 600;
  private static final int AMID = 40;
  private static final int LEAST = 200;
  private static final String ORDER =
      """
      {"number": "%s", "date": "2026-03-31", "customer": {"code": "ROLL-C", "name": "SARL Relais"},
       "lines": [{"product": "ROLL-P", "description": "Brie", "quantity": "1", "unit": "KG",
                  "unitPriceHt": "100", "vatRate": "19"}]}
      """;

  private final List<HubProcess> hubs = new CopyOnWriteArrayList<>();
  private final AtomicInteger sent = new AtomicInteger();
  private volatile boolean over;

  @Test
  void noCallIsLost(@TempDir Path server, @TempDir Path first, @TempDir Path second)
      throws Exception {
    HubFolder home = new HubFolder(server.toRealPath());
    List<HubFolder> homes =
        List.of(new HubFolder(first.toRealPath()), new HubFolder(second.toRealPath()));
    try (HubProcess own = HubProcess.warm(home).awaitReady()) {
      FreshDatabase database = FreshDatabase.beside(own, home);
      assertThat(HubProcess.refusal(database.settings("migrate"))).endsWith("exit 0");
      homes.forEach(folder -> hubs.add(started(folder, database)));

      String key = key(database);
      CompletableFuture<Void> program = CompletableFuture.runAsync(() -> post(key));
      awaitCalls(AMID);
      expand(database);
      for (int i = 0; i < homes.size(); i++) {
        awaitCalls(sent.get() + AMID);
        assertThat(hubs.get(i).stop()).isIn(0, 143);
        hubs.set(i, started(homes.get(i), database));
      }
      awaitCalls(Math.max(LEAST, sent.get() + AMID));
      over = true;
      program.get();

      assertThat(
              database
                  .client()
                  .sql("SELECT count(*) || ' ' || max(revision) FROM hub.sales_order")
                  .query(String.class)
                  .single())
          .isEqualTo(sent.get() + " 1");
    } finally {
      over = true;
      hubs.forEach(HubProcess::close);
      home.endServers();
    }
  }

  private static HubProcess started(HubFolder home, FreshDatabase database) {
    return HubProcess.warm(home, database.properties("--hub.migrate=false")).awaitReady();
  }

  /** What a migration of the next version may do while hubs of this one work. */
  private static void expand(FreshDatabase database) {
    database.client().sql("ALTER TABLE hub.sales_order ADD COLUMN later text").update();
    MigrateIT.aVersionToCome(database.client());
  }

  private void awaitCalls(int count) {
    await().atMost(Duration.ofMinutes(2)).until(() -> sent.get() >= count);
  }

  private void post(String key) {
    while (!over) {
      String number = "ROLL-" + sent.get();
      int status = 0;
      for (int i = 0; i < ATTEMPTS && status / 100 != 2; i++) {
        status = status(hubs.get((sent.get() + i) % hubs.size()), key, number);
        assertThat(status).as(number).isIn(0, 200, 201, 503);
      }
      assertThat(status).as(number).isIn(200, 201);
      sent.incrementAndGet();
    }
  }

  /** 0 where nobody answered. */
  private static int status(HubProcess hub, String key, String number) {
    Matcher port = CONSOLE.matcher(hub.output());
    assertThat(port.find()).isTrue();
    try {
      return HTTP.send(
              HttpRequest.newBuilder(
                      URI.create("http://127.0.0.1:" + port.group(1) + "/api/v1/orders"))
                  .header("Authorization", "Bearer " + key)
                  .header("Content-Type", "application/json")
                  .header("Idempotency-Key", number)
                  .POST(HttpRequest.BodyPublishers.ofString(ORDER.formatted(number)))
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String key(FreshDatabase database) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String[] words = database.settings("create", "--client", "roll", "--scopes", "orders:write");
    new KeyCommand()
        .run(List.of(words), Map.of(), new PrintStream(bytes, true, StandardCharsets.UTF_8));
    List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    return lines.get(lines.size() - 1);
  }
}
