package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dz.manchengo.hub.platform.Failpoint;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A hub that dies amid a submission: the next life goes on with the trace that its door began. */
class TracedCrashIT extends DyingHub {
  /** Long enough for the door's spans to be with the collector before the hub dies. */
  private static final int INVOICES = 5_000;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Test
  void aKilledSubmissionIsOneTraceStill() {
    try (OtlpReceiver collector = new OtlpReceiver()) {
      String endpoint = "-Dmanagement.otlp.tracing.endpoint=" + collector.endpoint();
      String soon = "-Dmanagement.tracing.opentelemetry.export.schedule-delay=50ms";
      hub.drop("tuee.csv", longFile());
      try (HubProcess dying =
          start(endpoint, soon, "-Dhub.failpoint=" + Failpoint.DOCUMENTS_WRITTEN)) {
        assertThat(dying.awaitEnd()).as(dying.output()).isEqualTo(137);
      }
      assertThat(names(collector)).contains("intake-receive").doesNotContain("intake-acknowledge");
      try (HubProcess last = start(endpoint, soon).awaitReady()) {
        assertThat(hub.awaitAcknowledgement("tuee.csv").status()).isEqualTo("POSTED");
        String kept =
            last.database(hub)
                .sql("SELECT split_part(traceparent, '-', 2) FROM submission")
                .query(String.class)
                .single();
        await()
            .atMost(PATIENCE)
            .untilAsserted(
                () ->
                    assertThat(of(kept, collector))
                        .extracting(Span::getName)
                        .contains("intake-receive", "intake-post-one", "intake-acknowledge"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(cutOff(kept, collector)).isEmpty());
      }
    }
  }

  private static List<String> names(OtlpReceiver collector) {
    return collector.all().stream().map(Span::getName).toList();
  }

  private static List<Span> of(String trace, OtlpReceiver collector) {
    return collector.all().stream()
        .filter(span -> OtlpReceiver.traceId(span).equals(trace))
        .toList();
  }

  /** Spans of the second life without their parent; what was begun in the first is lost with it. */
  private static List<String> cutOff(String trace, OtlpReceiver collector) {
    List<Span> spans = of(trace, collector);
    Set<String> ids = spans.stream().map(OtlpReceiver::id).collect(Collectors.toSet());
    assertThat(spans).filteredOn(span -> OtlpReceiver.parent(span).isEmpty()).hasSize(1);
    long revived =
        spans.stream()
            .filter(span -> span.getName().equals("intake-post-one"))
            .mapToLong(Span::getStartTimeUnixNano)
            .min()
            .orElseThrow();
    return spans.stream()
        .filter(span -> span.getStartTimeUnixNano() >= revived)
        .filter(span -> !ids.contains(OtlpReceiver.parent(span)))
        .map(Span::getName)
        .toList();
  }

  private static String longFile() {
    return IntStream.rangeClosed(1, INVOICES)
        .mapToObj(n -> "TC-" + n + ";05/01/2026;SARL Trace Coupée;Lait;2;100,00;19\n")
        .collect(
            Collectors.joining(
                "",
                "N° facture;Date facture;Client;Désignation;Quantité;Prix unitaire HT;Taux TVA\n",
                ""));
  }
}
