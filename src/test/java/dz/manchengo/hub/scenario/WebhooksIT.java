package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.InvoiceText.file;
import static dz.manchengo.hub.scenario.InvoiceText.invoice;
import static dz.manchengo.hub.scenario.WebhookWitness.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import dz.manchengo.hub.notices.Outbox;
import dz.manchengo.hub.scenario.WebhookWitness.Answer;
import dz.manchengo.hub.scenario.WebhookWitness.Call;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Events as another program receives them. */
class WebhooksIT extends InProcessHub {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @SuppressWarnings("NullAway.Init")
  @Autowired
  Outbox outbox;

  @SuppressWarnings("NullAway.Init")
  @Autowired
  TransactionTemplate transaction;

  @Test
  void aFinishedSubmissionIsToldOnceAndSigned() throws Exception {
    HUB.drop("crochet.csv", file(invoice("CROCHET-1", 2)));
    HUB.awaitAcknowledgement("crochet.csv");
    await().atMost(PATIENCE).until(() -> !WebhookWitness.calls("crochet.csv").isEmpty());
    Call call = WebhookWitness.calls("crochet.csv").get(0);
    assertThat(call.path()).isEqualTo("/witness");
    assertThat(call.headers().getFirst("content-type")).isEqualTo("application/json");
    assertThat(call.headers().getFirst("webhook-signature")).isEqualTo(signed(call));
    assertThat(Instant.ofEpochSecond(Long.parseLong(call.headers().getFirst("webhook-timestamp"))))
        .isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now());
    JsonNode told = new ObjectMapper().readTree(call.body());
    assertThat(told.path("type").asText()).isEqualTo("submission.finished");
    assertThat(Instant.parse(told.path("timestamp").asText())).isBeforeOrEqualTo(Instant.now());
    JsonNode data = told.path("data");
    assertThat(data.path("id").asLong()).isEqualTo(idOf("crochet.csv"));
    assertThat(data.path("channel").asText()).isEqualTo("DROP");
    assertThat(data.path("status").asText()).isEqualTo("POSTED");
    assertThat(data.path("created").asInt()).isEqualTo(1);
    assertThat(data.path("totalTtc").isTextual()).isTrue();
    assertThat(data.path("totalTtc").asText())
        .isEqualTo(submission("crochet.csv").get("total_ttc") + "");
    assertThat(data.path("acknowledgement").asText())
        .isEqualTo("acknowledgements/invoices/crochet.csv.ack.xlsx");
    HUB.preview(HubFolder.INVOICES, "crochet-apercu.csv", file(invoice("CROCHET-2", 2)));
    HUB.awaitAcknowledgement("preview/invoices", "crochet-apercu.csv");
    assertThat(
            number("SELECT count(*) FROM notice WHERE payload::text LIKE '%crochet-apercu.csv%'"))
        .isZero();
  }

  @Test
  void aFailureIsTriedAgainUnderTheSameId() {
    CountDownLatch test = new CountDownLatch(1);
    WebhookWitness.answer("mot-encore", WebhooksIT::endless, call -> silent(test));
    publish("mot-encore", "test.done");
    publish("mot-encore", "test.done");
    await().atMost(PATIENCE).until(() -> notice("mot-encore").get("sent_at") != null);
    List<Call> calls = WebhookWitness.calls("mot-encore");
    assertThat(calls).hasSize(3);
    Set<String> ids = new HashSet<>();
    for (Call call : calls) {
      ids.add(call.headers().getFirst("webhook-id"));
      assertThat(call.headers().getFirst("webhook-signature")).isEqualTo(signed(call));
    }
    assertThat(ids).hasSize(1);
    assertThat(notice("mot-encore")).containsEntry("attempt", 2).containsEntry("failure", null);
    test.countDown();
  }

  @Test
  void whatIsGoneIsParkedAndARedirectIsNotFollowed() {
    WebhookWitness.answer("mot-parti", status(410));
    WebhookWitness.answer("mot-ailleurs", status(302, "Location", WebhookWitness.url("/piege")));
    publish("mot-parti", "test.done");
    publish("mot-ailleurs", "test.done");
    await().atMost(PATIENCE).until(() -> notice("mot-parti").get("parked_at") != null);
    assertThat(notice("mot-parti").get("failure")).asString().contains("410");
    await().atMost(PATIENCE).until(() -> notice("mot-ailleurs").get("sent_at") != null);
    assertThat(WebhookWitness.calls("mot-ailleurs"))
        .extracting(Call::path)
        .containsOnly("/witness");
    assertThat(WebhookWitness.calls("mot-ailleurs")).hasSize(2);
  }

  @Test
  void aReceiverThatAsksForTimeGetsItAndHoldsUpNobodyElse() {
    WebhookWitness.answer("mot-lent", status(503, "Retry-After", "1800"));
    transaction.executeWithoutResult(
        status -> {
          outbox.publish("mot-lent", "test.slow", "hub", Map.of("word", "mot-lent"));
          outbox.publish("mot-lent2", "test.slow", "hub", Map.of("word", "mot-derriere"));
        });
    await().atMost(PATIENCE).until(() -> notice("mot-lent").get("failure") != null);
    await().atMost(PATIENCE).until(() -> notice("mot-lent2").get("failure") != null);
    assertThat(LettersIT.command("notices"))
        .contains("webhook à slow : écrit le ")
        .containsPattern(
            "1 essai\\(s\\) en vain, le prochain le .* : le destinataire a répondu 503");
    publish("vite", "test.done");
    await().atMost(PATIENCE).until(() -> notice("vite").get("sent_at") != null);
    assertThat(WebhookWitness.calls("mot-derriere")).isEmpty();
    assertThat(
            number(
                "SELECT count(*) FROM notice WHERE dedupe_key LIKE 'webhook:mot-lent%'"
                    + " AND due_at > now() + interval '25 min'"
                    + " AND due_at < now() + interval '35 min'"))
        .isEqualTo(2);
  }

  @Test
  void afterThreeDaysOfFailuresACallIsParkedAndSentAgainWhenSomebodySaysSo() {
    AtomicBoolean broken = new AtomicBoolean(true);
    Answer answer = call -> status(broken.get() ? 500 : 204).to(call);
    WebhookWitness.answer(
        "mot-trois-jours", Collections.nCopies(50, answer).toArray(Answer[]::new));
    publish("mot-trois-jours", "test.done");
    await().atMost(PATIENCE).until(() -> notice("mot-trois-jours").get("trying_since") != null);
    int before = age("mot-trois-jours", "71 hours");
    await().atMost(PATIENCE).until(() -> attempts("mot-trois-jours") > before);
    assertThat(notice("mot-trois-jours").get("parked_at")).isNull();
    age("mot-trois-jours", "73 hours");
    await().atMost(PATIENCE).until(() -> notice("mot-trois-jours").get("parked_at") != null);
    Object id = notice("mot-trois-jours").get("id");
    assertThat(number("SELECT count(*) FROM v_parked_notice WHERE id = " + id)).isOne();
    assertThat(notice("mot-trois-jours").get("failure")).asString().contains("500");

    broken.set(false);
    int calls = WebhookWitness.calls("mot-trois-jours").size();
    assertThat(db.sql("SELECT replay_notice(" + id + ")").query(Boolean.class).single()).isTrue();
    await().atMost(PATIENCE).until(() -> notice("mot-trois-jours").get("sent_at") != null);
    assertThat(WebhookWitness.calls("mot-trois-jours")).hasSize(calls + 1);
    assertThat(number("SELECT count(*) FROM v_parked_notice WHERE id = " + id)).isZero();
  }

  /** It has been tried for so long, and is due; how often until then. */
  private int age(String key, String interval) {
    int attempts = attempts(key);
    db.sql(
            "UPDATE notice SET due_at = now(), trying_since = now() - cast(:age AS interval)"
                + " WHERE dedupe_key LIKE :key")
        .param("age", interval)
        .param("key", "webhook:" + key + ":%")
        .update();
    return attempts;
  }

  private int attempts(String key) {
    return (Integer) Objects.requireNonNull(notice(key).get("attempt"));
  }

  @Test
  void anEventThatNobodyWantsIsNoNotice() {
    publish("rien", "test.unheard");
    assertThat(number("SELECT count(*) FROM notice WHERE dedupe_key LIKE 'webhook:rien%'"))
        .isZero();
  }

  private void publish(String key, String event) {
    transaction.executeWithoutResult(
        status ->
            outbox.publish(
                key, event, "hub", Map.of("word", key, "stranger", "a\0b\\u0000\ud800")));
  }

  private Map<String, @Nullable Object> notice(String key) {
    return db.sql("SELECT * FROM notice WHERE dedupe_key LIKE :key")
        .param("key", "webhook:" + key + ":%")
        .query()
        .singleRow();
  }

  private static void endless(HttpExchange call) throws IOException {
    call.sendResponseHeaders(500, 0);
    while (true) {
      call.getResponseBody().write(new byte[1000]);
    }
  }

  private static void silent(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** By the specification, without any class of the hub. */
  private static String signed(Call call) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(WebhookWitness.SECRET.replace("whsec_", ""));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      String signed =
          call.headers().getFirst("webhook-id")
              + "."
              + call.headers().getFirst("webhook-timestamp")
              + "."
              + call.body();
      return "v1,"
          + Base64.getEncoder()
              .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
