package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.OpenTelemetry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A hub that knows no collector. */
class UntracedIT extends InProcessHub {
  @SuppressWarnings("NullAway.Init") // Spring sets it
  @Autowired
  ApplicationContext context;

  @Test
  void nothingOfTracingIsThereAndNothingOfItIsKept() throws Exception {
    dropInvoices("sans-trace.csv", invoice("ST-1"));

    assertThat(context.getBeanNamesForType(Tracer.class)).isEmpty();
    assertThat(context.getBeanNamesForType(OpenTelemetry.class)).isEmpty();
    assertThat(context.containsBean("dataSourceObservationListener")).isFalse();
    assertThat(submission("sans-trace.csv").get("traceparent")).isNull();
  }

  /** The log of a submission is found by its number without traces too. */
  @Test
  void itsLinesNameTheSubmission() throws Exception {
    try (HubLog log = HubLog.open()) {
      dropInvoices("sans-trace-2.csv", invoice("ST-2"));
      String id = Long.toString(idOf("sans-trace-2.csv"));
      await().untilAsserted(() -> assertThat(log.marks("submission")).contains(id));
    }
  }

  private static String invoice(String number) {
    return """
        N° facture;Date facture;Client;Désignation;Quantité;Prix unitaire HT;Taux TVA
        %s;05/01/2026;SARL Sans Trace;Lait ST;2;100,00;19
        """
        .formatted(number);
  }
}
