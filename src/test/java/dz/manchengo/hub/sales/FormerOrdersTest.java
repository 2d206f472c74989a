package dz.manchengo.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.catalog.PartyMention;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Order;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same order again, without a database. */
class FormerOrdersTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 15);

  @Test
  void theOrderOfLinesZerosAndPunctuationMakeNoOtherOrder() {
    List<Invoice.Line> lines =
        Sample.sale().line("3", "10", "19").line("4.50", "12.5", "19").make().lines();
    List<Invoice.Line> same =
        Sample.sale().line("3.00", "10.0", "19").line("4.5", "12.50", "19.00").make().lines();
    List<Invoice.Line> turned = new ArrayList<>(same);
    Collections.reverse(turned);
    assertThat(OrderFingerprint.canonical(order("CO-1", null, turned)))
        .isEqualTo(OrderFingerprint.canonical(order("co 1", null, lines)));
    assertThat(OrderFingerprint.sha256(order("CO-1", null, lines)))
        .hasSize(64)
        .isNotEqualTo(OrderFingerprint.sha256(order("CO-1", null, lines.subList(0, 1))));
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFT, CONFIRMED, true",
    "DRAFT, DELIVERED, false",
    "CONFIRMED, DELIVERED, true",
    "CONFIRMED, DRAFT, false",
    "PARTIALLY_DELIVERED, DELIVERED, true",
    "PARTIALLY_DELIVERED, CANCELLED, false",
    "DELIVERED, INVOICED, true",
    "INVOICED, CANCELLED, false",
    "CANCELLED, CONFIRMED, false",
    "CANCELLED, CANCELLED, true"
  })
  void aStatusLeadsToSomeOthersOnly(Order.Status from, Order.Status to, boolean allowed) {
    assertThat(from.mayBecome(to)).isEqualTo(allowed);
  }

  @Test
  void whatWasReceivedBeforeTheCurrentRevisionIsIgnored() {
    OrderCandidate late = candidate(null);
    FormerOrders.judge(6, late, former(7, "other", "CONFIRMED"));
    assertThat(rules(late)).containsExactly("ORD-005");
    assertThat(late.unchanged).isTrue();
    OrderCandidate newer = candidate(null);
    FormerOrders.judge(8, newer, former(7, "other", "CONFIRMED"));
    assertThat(rules(newer)).isEmpty();
    assertThat(newer.revision()).isEqualTo(3);
  }

  @Test
  void aFileWithoutStatusLeavesItAsItWas() {
    OrderCandidate silent = candidate(null);
    FormerOrders.judge(8, silent, former(7, silent.hash, "DELIVERED"));
    assertThat(rules(silent)).containsExactly("ORD-002");
    OrderCandidate moved = candidate(Order.Status.INVOICED);
    FormerOrders.judge(8, moved, former(7, moved.hash, "DELIVERED"));
    assertThat(moved.unchanged).isFalse();
    assertThat(rules(moved)).isEmpty();
  }

  @Test
  void aStatusThatIsRefusedIsShownAsTheFileWritesIt() {
    OrderCandidate back = candidate(Order.Status.CONFIRMED);
    FormerOrders.judge(8, back, former(7, "other", "DELIVERED"));
    assertThat(rules(back)).containsExactly("ORD-013");
    assertThat(back.findings.get(0).value()).isEqualTo("En cours");
  }

  private static List<String> rules(OrderCandidate candidate) {
    return candidate.findings.stream().map(Finding::rule).toList();
  }

  private static OrderCandidate candidate(Order.@Nullable Status status) {
    RawDocument raw =
        new RawDocument(
            "CO-1",
            Map.of(),
            Map.of("status", "En cours"),
            List.of(),
            List.of(new RawDocument.Row(Place.row("", 2), List.of())),
            Map.of(),
            List.of());
    OrderCandidate candidate = new OrderCandidate(raw);
    candidate.take(order("CO-1", status, Sample.sale().line("3", "10", "19").make().lines()));
    return candidate;
  }

  private static FormerOrder former(long submission, String hash, String status) {
    return new FormerOrder(
        0, 1, 2, hash, status, 1, null, DAY, null, null, BigDecimal.ONE, submission, "", 2);
  }

  private static Order order(
      String number, Order.@Nullable Status status, List<Invoice.Line> lines) {
    return new Order(
        number,
        DAY,
        null,
        new PartyMention("C-1", "El Baraka", null, null, null, null, null),
        null,
        status,
        null,
        null,
        null,
        Invoice.Declared.NOTHING,
        lines.stream().map(line -> new Order.Line(line, true, null)).toList(),
        Place.row("", 2));
  }
}
