package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.MailScenario.attachment;
import static dz.manchengo.hub.scenario.MailScenario.deliver;
import static dz.manchengo.hub.scenario.MailScenario.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.proto.trace.v1.Span;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a collector receives of a hub: one trace a submission, whatever the door. */
class TracesIT extends TracedHub {
  @Test
  void aMailIsOneTraceFromItsDoorToTheLetterThatAnswersIt() {
    deliver(BOX, mail(WRITER, "Facture tracée", attachment("courrier.csv", invoice("TR-M", "2"))));

    List<Span> trace =
        trace(
            "courrier.csv",
            "intake-mail",
            "intake-receive",
            "intake-post-one",
            "intake-acknowledge",
            "notice-send-letter",
            "notice-send-webhook",
            "query");
    assertThat(MailServer.received(WRITER)).hasSize(1);
    assertThat(parents(trace, "notice-send-letters")).containsOnly("intake-acknowledge");
    assertThat(parents(trace, "intake-acknowledge")).containsOnly("intake-post-one");
    assertThat(parents(trace, "intake-post-one")).containsOnly("intake-receive");
  }

  @Test
  void aDroppedFileIsOneTrace() {
    home.drop("depot.csv", invoice("TR-D", "3"));

    trace(
        "depot.csv",
        "intake-receive",
        "intake-post-one",
        "intake-acknowledge",
        "notice-send-webhook",
        "query");
  }

  @Test
  void aCallIsOneTraceThatItsAnswerNamesWhateverTheCallerWants() throws Exception {
    String foreign = "0af7651916cd43dd8448eb211c80319c";
    HttpResponse<String> answer =
        send(
            call("/api/v1/orders")
                .header("Idempotency-Key", "traces-1")
                .header("traceparent", "00-" + foreign + "-b7ad6b7169203331-00")
                .header("tracestate", "evil=1")
                .header("baggage", "evil=1")
                .POST(
                    BodyPublishers.ofString(
                        """
                        {"number": "TR-API", "date": "2026-01-05", "customer": {"code": "TR-C", "name": "%s"},
                         "lines": [{"product": "TR-P", "description": "Lait", "quantity": "2",
                                    "unit": "KG", "unitPriceHt": "100", "vatRate": "19"}]}
                        """
                            .formatted(CUSTOMER))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.headers().map()).doesNotContainKeys("traceparent", "tracestate", "baggage");
    String id = answer.headers().firstValue("Trace-Id").orElseThrow();

    List<Span> trace =
        trace(
            "orders TR-API",
            "postOrder",
            "intake-post-direct",
            "intake-commit",
            "notice-send-webhook",
            "query");
    assertThat(trace).extracting(OtlpReceiver::traceId).containsOnly(id).doesNotContain(foreign);
    HttpResponse<String> refused = send(call("/api/v1/nowhere").GET());
    String named = JSON.readTree(refused.body()).path("traceId").asText();
    await()
        .atMost(PATIENCE)
        .until(() -> collector.all().stream().map(OtlpReceiver::traceId).toList().contains(named));
  }

  @Test
  void aFileThatIsSentByTheApiIsOneTrace() throws Exception {
    HttpResponse<String> answer =
        send(
            call("/api/v1/submissions?document=invoices", "text/csv")
                .header("Content-Disposition", "attachment; filename=televerse.csv")
                .header("Idempotency-Key", "traces-2")
                .POST(BodyPublishers.ofString(invoice("TR-U", "4"))));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);

    trace(
        "televerse.csv",
        "postSubmission",
        "intake-receive",
        "intake-post-one",
        "intake-acknowledge",
        "notice-send-webhook");
  }

  @Test
  void aRunOfAJobIsOneTrace() {
    HubProcess.command(folder, "job", "housekeeping", "--again", "--hub.home=" + home.home());

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(collector.trace("job", "housekeeping"))
                    .extracting(Span::getName)
                    .contains("jobs-run-one"));
  }
}
