package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.MailScenario.attachment;
import static dz.manchengo.hub.scenario.MailScenario.deliver;
import static dz.manchengo.hub.scenario.MailScenario.mail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands in the log of a hub, and what must not. */
class DiscreetLogIT extends TracedHub {
  @Test
  void linesOfThePostingNameSubmissionAndTrace() throws Exception {
    home.drop("lignes.csv", invoice("TR-L", "5"));
    List<Span> trace = trace("lignes.csv", "intake-acknowledge");
    String submission = submission("lignes.csv");

    List<JsonNode> lines =
        hub.output().lines().filter(line -> line.startsWith("{")).map(TracedHub::json).toList();
    assertThat(lines)
        .filteredOn(line -> submission.equals(line.path("submission").asText()))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line.path("traceId").asText())
                    .isEqualTo(OtlpReceiver.traceId(trace.get(0))));
  }

  @Test
  void nobodyIsNamedAndNothingSecretIsSaidInTheLogOrInATrace() throws Exception {
    home.drop("refusee.csv", invoice("TR-X", "deux"));
    home.drop("double.csv", invoice("TR-Y", "6") + invoice("TR-Y", "7"));
    deliver(BOX, mail(STRANGER, "Inconnu", attachment("i.csv", invoice("TR-S", "2"))));
    String refused = "refused.karim@fournisseur.test";
    deliver(BOX, mail(refused, "Sans reponse", attachment("r.csv", invoice("TR-R", "2"))));
    send(
        call("/api/v1/orders")
            .header("Idempotency-Key", "x")
            .POST(BodyPublishers.ofString("{" + NIF)));
    String wrong = key.substring(0, key.length() - 8) + "00000000";
    send(
        HttpRequest.newBuilder(address("/api/v1/orders"))
            .header("Authorization", "Bearer " + wrong));
    home.awaitAcknowledgement("refusee.csv");
    home.awaitAcknowledgement("double.csv");
    trace("r.csv", "notice-send-letter");
    await().atMost(PATIENCE).until(() -> hub.output().contains("is parked"));
    await().atMost(PATIENCE).until(() -> hub.output().contains("is a stranger's"));

    String spans = collector.all().toString();
    assertThat(
            Stream.of(
                CUSTOMER,
                NIF,
                IBAN,
                WRITER,
                STRANGER,
                refused,
                key,
                wrong,
                MailScenario.PASSWORD,
                WebhookWitness.SECRET,
                home.databasePassword()))
        .allSatisfy(
            secret -> {
              assertThat(hub.output()).doesNotContain(secret);
              assertThat(spans).doesNotContain(secret);
            });
  }
}
