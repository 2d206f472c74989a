package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.Body;
import dz.manchengo.hub.documents.BodyContract;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.FeedCatalogue;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.Verdict;
import dz.manchengo.hub.documents.Verdict.Outcome;
import dz.manchengo.hub.intake.DirectAnswer;
import dz.manchengo.hub.intake.DirectOutcome;
import dz.manchengo.hub.intake.DirectPosting;
import dz.manchengo.hub.intake.DirectRequest;
import dz.manchengo.hub.intake.KeptReply;
import dz.manchengo.hub.intake.RequestKey;
import dz.manchengo.hub.intake.RequestKeys;
import dz.manchengo.hub.platform.ContentHash;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Documents whose senders wait, behind the API's door. */
class DirectPostingIT extends InProcessHub {
  private static final String ORDER =
      """
      {"number": "%s", "date": "2026-03-31", "customer": {"code": "DIR-C", "name": "SARL Directe"},
       "lines": [{"product": "DIR-P", "description": "Brie direct", "quantity": "%s", "unit": "KG",
                  "unitPriceHt": "100", "vatRate": "19"}]}
      """;

  @Autowired
  @SuppressWarnings("NullAway.Init")
  DirectPosting direct;

  @Autowired
  @SuppressWarnings("NullAway.Init")
  BodyContract contract;

  @Autowired
  @SuppressWarnings("NullAway.Init")
  FeedCatalogue feeds;

  @Autowired
  @SuppressWarnings("NullAway.Init")
  Clock clock;

  @Test
  void manyAtOnceGetTheirOwnVerdictsAndSubmissions() throws Exception {
    post("DIR-FIRST", "1"); // makes customer and article
    List<Callable<DirectOutcome>> calls = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String number = "DIR-M-" + i;
      String quantity = i % 10 == 3 ? "-1" : String.valueOf(i + 1);
      calls.add(() -> post(number, quantity));
    }
    List<DirectAnswer> answers = all(calls);
    assertThat(answers.stream().map(DirectAnswer::submission).distinct()).hasSize(60);
    for (int i = 0; i < 60; i++) {
      DirectAnswer.Item item = answers.get(i).items().get(0);
      assertThat(item.outcome()).isEqualTo(i % 10 == 3 ? Outcome.REJECTED : Outcome.CREATED);
      assertThat(item.number()).isEqualTo("DIR-M-" + i);
    }
    assertThat(
            db.sql(
                    "SELECT count(*) FROM sales_order o JOIN submission s ON s.id = o.submission_id"
                        + " WHERE o.order_no LIKE 'DIR-M-%' AND s.original_name LIKE '%' || o.order_no"
                        + " AND s.status = 'POSTED' AND s.documents_created = 1")
                .query(Integer.class)
                .single())
        .isEqualTo(54);
    assertThat(
            db.sql(
                    "SELECT count(*) FROM submission WHERE original_name LIKE '%DIR-M-%'"
                        + " AND status = 'REJECTED' AND EXISTS (SELECT 1 FROM finding f"
                        + " WHERE f.submission_id = submission.id AND f.sheet = 'lines')")
                .query(Integer.class)
                .single())
        .isEqualTo(6);
  }

  @Test
  void theSameOrderAgainIsUnchangedOrRevised() throws Exception {
    assertThat(item(post("DIR-R", "1")).identity())
        .extracting(Verdict.Identity::revision)
        .isEqualTo(1);
    assertThat(item(post("DIR-R", "1")).outcome()).isEqualTo(Outcome.UNCHANGED);
    DirectAnswer.Item revised = item(post("DIR-R", "2"));
    assertThat(revised.outcome()).isEqualTo(Outcome.REVISED);
    assertThat(revised.identity()).extracting(Verdict.Identity::revision).isEqualTo(2);
  }

  @Test
  void aKeyIsTakenOnceAndRemembersItsAnswer() throws Exception {
    DirectRequest request = request("orders", "whole", order("DIR-K", "1"), "k1");
    DirectOutcome.Posted first = (DirectOutcome.Posted) direct.post(request);
    List<Callable<DirectOutcome>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      calls.add(() -> direct.post(request("orders", "whole", order("DIR-K", "1"), "k1")));
    }
    try (Pool pool = new Pool()) {
      for (Future<DirectOutcome> outcome : pool.threads.invokeAll(calls)) {
        assertThat(((DirectOutcome.NotNew) outcome.get()).known())
            .matches(
                known ->
                    known instanceof RequestKeys.Known.InFlight
                        || (known instanceof RequestKeys.Known.Answered a
                            && a.reply().equals(first.reply())));
      }
    }
    DirectOutcome other = direct.post(request("orders", "whole", order("DIR-K", "2"), "k1"));
    assertThat(((DirectOutcome.NotNew) other).known())
        .isInstanceOf(RequestKeys.Known.OtherBody.class);
    assertThat(orders("DIR-K")).isEqualTo(1);
  }

  @Test
  void documentsThatFallTogetherLeaveNothingBehind() throws Exception {
    post("DIR-FIRST", "1");
    String both = order("DIR-W-1", "1") + "," + order("DIR-W-2", "-5");
    DirectAnswer whole =
        ((DirectOutcome.Posted) direct.post(request("orders", "whole", both, null))).answer();
    assertThat(whole.status()).isEqualTo("REJECTED");
    assertThat(whole.items()).extracting(DirectAnswer.Item::outcome).containsOnly(Outcome.REJECTED);
    assertThat(orders("DIR-W-%")).isZero();
    DirectAnswer each =
        ((DirectOutcome.Posted) direct.post(request("orders", "each", both, null))).answer();
    assertThat(each.items())
        .extracting(DirectAnswer.Item::outcome)
        .containsExactly(Outcome.CREATED, Outcome.REJECTED);
    assertThat(each.status()).isEqualTo("PARTIAL");
    assertThat(orders("DIR-W-%")).isEqualTo(1);
  }

  @Test
  void aDryRunSaysTheSameAndWritesNothing() throws Exception {
    post("DIR-FIRST", "1");
    DirectAnswer dry =
        ((DirectOutcome.Posted) direct.judge(request("orders", "whole", order("DIR-D", "1"), null)))
            .answer();
    assertThat(dry.items().get(0).outcome()).isEqualTo(Outcome.CREATED);
    assertThat(dry.submission()).isZero();
    assertThat(orders("DIR-D")).isZero();
  }

  private long orders(String numbers) {
    return db.sql("SELECT count(*) FROM sales_order WHERE order_no LIKE :numbers")
        .param("numbers", numbers)
        .query(Long.class)
        .single();
  }

  private static String order(String number, String quantity) {
    return ORDER.formatted(number, quantity);
  }

  private static DirectAnswer.Item item(DirectOutcome outcome) {
    return ((DirectOutcome.Posted) outcome).answer().items().get(0);
  }

  private DirectOutcome post(String number, String quantity) throws Exception {
    return direct.post(request("orders", "whole", order(number, quantity), null));
  }

  private DirectRequest request(String document, String mode, String bodies, @Nullable String key)
      throws Exception {
    byte[] bytes = ("[" + bodies + "]").getBytes(StandardCharsets.UTF_8);
    List<Body> all = contract.documents(document, bytes);
    Feed feed = feeds.ofApi("", document, all.get(0).direction());
    List<List<RawDocument>> items =
        all.stream().map(b -> b.documents(feed, LocalDate.now(clock), clock.getZone())).toList();
    return new DirectRequest(
        contract.posting(document),
        feed,
        "hub",
        "test",
        document + " " + items.get(0).get(0).number(),
        "[" + bodies + "]",
        items,
        mode.equals("whole"),
        items.size(),
        key == null ? null : new RequestKey("hub", "test", "/orders", key, ContentHash.of(bytes)),
        null,
        answer -> new KeptReply(201, Map.of("a", "b"), "{\"id\":" + answer.submission() + "}"));
  }

  private List<DirectAnswer> all(List<Callable<DirectOutcome>> calls) throws Exception {
    List<DirectAnswer> answers = new ArrayList<>();
    try (Pool pool = new Pool()) {
      for (Future<DirectOutcome> outcome : pool.threads.invokeAll(calls)) {
        answers.add(((DirectOutcome.Posted) outcome.get()).answer());
      }
    }
    return answers;
  }

  private static final class Pool implements AutoCloseable {
    final ExecutorService threads = Executors.newFixedThreadPool(20);

    @Override
    public void close() {
      threads.shutdownNow();
    }
  }
}
