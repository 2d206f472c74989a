package dz.manchengo.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.RuleBook;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EchoTest {
  private static final Place ROW = Place.row("", 2);

  @Test
  void aRefusedPaymentMethodIsNotMissingToo() {
    Finding missing = RuleBook.finding("INV-031", ROW, null, "field", "payment_method");
    assertThat(Echo.isIn(raw("FMT-014", "Mode de paiement"), missing)).isTrue();
    assertThat(Echo.isIn(raw("FMT-014", "Type"), missing)).isFalse();
  }

  @Test
  void whatWasOnlyWarnedOfIsNoReasonForSilence() {
    Finding missing = RuleBook.finding("INV-031", ROW, null, "field", "payment_method");
    assertThat(Echo.isIn(raw("FMT-019", "Mode de paiement"), missing)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"FMT-018, INV-010, true", "FMT-002, INV-010, false", "FMT-002, INV-013, true"})
  void amountsAreNotBlamedForWhatTheReaderRefused(String told, String rule, boolean echo) {
    assertThat(Echo.isIn(raw(told, "Remise"), RuleBook.finding(rule, ROW, null))).isEqualTo(echo);
  }

  private static RawDocument raw(String rule, String column) {
    Finding told = RuleBook.finding(rule, ROW.at(column), "x");
    return new RawDocument(
        "F-1",
        Map.of(),
        Map.of(),
        List.of(),
        List.of(new RawDocument.Row(ROW, List.of())),
        Map.of("payment_method", "Mode de paiement"),
        List.of(told));
  }
}
