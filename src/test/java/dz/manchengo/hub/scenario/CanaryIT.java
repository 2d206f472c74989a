package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A file with known figures is judged again and again, and its result is told. */
class CanaryIT extends ApiScenario {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private double checks(String outcome) throws IOException, InterruptedException {
    Matcher count =
        Pattern.compile("hub_canary_checks_total\\{outcome=\"" + outcome + "\"} (\\S+)")
            .matcher(metrics());
    return count.find() ? Double.parseDouble(count.group(1)) : -1;
  }

  @Test
  void itIsRightUntilSomethingIsNotAsItShouldBe() throws Exception {
    await().atMost(PATIENCE).until(() -> checks("right") > 0);
    assertThat(checks("failed")).isZero();
    assertThat(number("SELECT count(*) FROM invoice WHERE invoice_no LIKE 'CANARI%'")).isZero();

    double wrong = checks("wrong");
    LocalDate today = LocalDate.now(java.time.ZoneId.of("Africa/Algiers"));
    dropInvoices(
        "canari-d-un-autre.csv",
        """
        N° facture;Date facture;Code client;Désignation;Quantité;Prix unitaire HT;Taux TVA
        CANARI-%s-1;%s;CANARI-AUTRE;Autre chose;1;100,00;19
        """
            .formatted(
                today.format(DateTimeFormatter.BASIC_ISO_DATE),
                today.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"))));
    await().atMost(PATIENCE).until(() -> checks("wrong") > wrong);
  }
}
