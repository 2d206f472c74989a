package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Aliases;
import dz.manchengo.hub.documents.Enumerations;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Order;
import dz.manchengo.hub.platform.Figures;
import dz.manchengo.hub.platform.Sql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a new revision of an order changes, in short: field, old → new (ORD-003). */
@Component
class OrderChanges {
  /** As many as a bookkeeper reads. */
  private static final int MOST = 6;

  private final JdbcClient db;

  OrderChanges(JdbcClient db) {
    this.db = db;
  }

  /** All lines of one product in one order. */
  record Ordered(
      long orderId,
      long productId,
      String product,
      BigDecimal quantity,
      BigDecimal lowestPrice,
      BigDecimal highestPrice) {

    Ordered plus(Ordered other) {
      return new Ordered(
          orderId,
          productId,
          product,
          quantity.add(other.quantity),
          lowestPrice.min(other.lowestPrice),
          highestPrice.max(other.highestPrice));
    }

    String price() {
      String lowest = Figures.of(lowestPrice);
      return lowestPrice.compareTo(highestPrice) == 0
          ? lowest
          : lowest + "–" + Figures.of(highestPrice);
    }
  }

  void tell(List<OrderCandidate> revised) {
    if (revised.isEmpty()) {
      return;
    }
    Map<Long, List<Ordered>> before =
        db
            .sql(Sql.file("sales/find_order_lines.sql"))
            .param(
                "orders",
                revised.stream()
                    .map(c -> Objects.requireNonNull(c.former).orderId())
                    .toArray(Long[]::new))
            .query(Ordered.class)
            .list()
            .stream()
            .collect(Collectors.groupingBy(Ordered::orderId));
    for (OrderCandidate candidate : revised) {
      FormerOrder former = Objects.requireNonNull(candidate.former);
      List<String> changes =
          changes(candidate, former, before.getOrDefault(former.orderId(), List.of()));
      candidate.tell(
          "ORD-003",
          "doc_no",
          candidate.order().number(),
          "no",
          candidate.order().number(),
          "rev",
          candidate.revision(),
          "changes",
          shortened(changes),
          "origin",
          candidate.origin);
    }
  }

  private static String shortened(List<String> changes) {
    if (changes.isEmpty()) {
      return "reason.order-details";
    }
    String told = String.join(" ; ", changes.subList(0, Math.min(MOST, changes.size())));
    return changes.size() > MOST ? told + " ; … (+" + (changes.size() - MOST) + ")" : told;
  }

  static List<String> changes(OrderCandidate candidate, FormerOrder former, List<Ordered> before) {
    List<String> changes = new ArrayList<>();
    Order order = candidate.order();
    add(changes, label(candidate, "status"), word(former.state()), word(candidate.status));
    add(changes, label(candidate, "doc_date"), former.orderDate(), order.date());
    add(changes, label(candidate, "requested_date"), former.requestedDate(), order.requestedDate());
    add(changes, label(candidate, "customer_ref"), former.customerRef(), order.customerRef());
    if (former.customerId() != candidate.party().id()) {
      changes.add(label(candidate, "party_code") + " → " + candidate.party().code());
    }
    addLines(changes, candidate, before);
    return changes;
  }

  private static void addLines(
      List<String> changes, OrderCandidate candidate, List<Ordered> before) {
    Map<Long, Ordered> now = ordered(candidate);
    Map<Long, Ordered> then = new LinkedHashMap<>();
    before.forEach(ordered -> then.put(ordered.productId(), ordered));
    now.forEach(
        (product, ordered) -> {
          Ordered former = then.remove(product);
          if (former == null) {
            changes.add("+ " + ordered.product() + " × " + Figures.of(ordered.quantity()));
          } else {
            String qty = ordered.product() + " " + label(candidate, "qty");
            add(changes, qty, Figures.of(former.quantity()), Figures.of(ordered.quantity()));
            String price = ordered.product() + " " + label(candidate, "unit_price_ht");
            add(changes, price, former.price(), ordered.price());
          }
        });
    then.values()
        .forEach(gone -> changes.add("− " + gone.product() + " × " + Figures.of(gone.quantity())));
  }

  private static Map<Long, Ordered> ordered(OrderCandidate candidate) {
    Map<Long, Ordered> ordered = new LinkedHashMap<>();
    for (int i = 0; i < candidate.lines.size(); i++) {
      Invoice.Line line = candidate.content.get(i);
      String shown =
          Objects.requireNonNullElse(line.productCode(), String.valueOf(line.description()));
      BigDecimal price = line.unitPriceHt();
      long product = candidate.lines.get(i).productId();
      ordered.merge(
          product, new Ordered(0, product, shown, line.quantity(), price, price), Ordered::plus);
    }
    return ordered;
  }

  private static void add(
      List<String> changes, String label, @Nullable Object before, @Nullable Object now) {
    if (!Objects.equals(before, now)) {
      changes.add(label + " " + shown(before) + " → " + shown(now));
    }
  }

  private static String word(Order.Status status) {
    return "{" + Enumerations.reason(status) + "}";
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "∅" : value.toString();
  }

  /** The sender's own word for a field. */
  private static String label(OrderCandidate candidate, String field) {
    String header = candidate.raw.headers().get(field);
    return header == null ? Aliases.label(field) : header.strip();
  }
}
