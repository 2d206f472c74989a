package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Enumerations;
import dz.manchengo.hub.documents.Order;
import dz.manchengo.hub.platform.Days;
import dz.manchengo.hub.platform.Money;
import dz.manchengo.hub.platform.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a new revision of an order changes, in short: field, old → new (ORD-003). From a file with
 * other columns it is the same where everything agrees that both say (decision 0019).
 */
@Component
class OrderChanges {
  private final JdbcClient db;

  OrderChanges(JdbcClient db) {
    this.db = db;
  }

  void tell(List<OrderCandidate> revised) {
    if (revised.isEmpty()) {
      return;
    }
    Map<Long, List<LineChanges.Sum>> before =
        db
            .sql(Sql.file("sales/find_order_lines.sql"))
            .param(
                "orders",
                revised.stream()
                    .map(c -> Objects.requireNonNull(c.former).orderId())
                    .toArray(Long[]::new))
            .query(LineChanges.Sum.class)
            .list()
            .stream()
            .collect(Collectors.groupingBy(LineChanges.Sum::documentId));
    Map<OrderCandidate, List<String>> told = new LinkedHashMap<>();
    for (OrderCandidate candidate : revised) {
      FormerOrder former = Objects.requireNonNull(candidate.former);
      told.put(
          candidate, changes(candidate, former, before.getOrDefault(former.orderId(), List.of())));
    }
    Map<Long, List<SaidLines>> said =
        saidOf(
            told.entrySet().stream()
                .filter(one -> one.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList());
    told.forEach((candidate, changes) -> tell(candidate, changes, said));
  }

  private static void tell(
      OrderCandidate candidate, List<String> changes, Map<Long, List<SaidLines>> said) {
    FormerOrder former = Objects.requireNonNull(candidate.former);
    if (changes.isEmpty() && agrees(candidate, said.getOrDefault(former.orderId(), List.of()))) {
      String number = candidate.order().number();
      candidate.unchanged = true;
      candidate.tell("ORD-002", "doc_no", number, "no", number, "origin", candidate.origin);
    } else {
      candidate.tell(
          "ORD-003",
          "doc_no",
          candidate.order().number(),
          "no",
          candidate.order().number(),
          "rev",
          candidate.revision(),
          "changes",
          LineChanges.told(changes, "reason.order-details"),
          "origin",
          candidate.origin);
    }
  }

  /** Whether the lines say nothing else, nor more, than those in force. */
  private static boolean agrees(OrderCandidate candidate, List<SaidLines> before) {
    Map<Long, SaidLines> then =
        before.stream().collect(Collectors.toMap(SaidLines::productId, Function.identity()));
    List<SaidLines> now = SaidLines.of(candidate, candidate.computed().lines());
    return now.size() == then.size()
        && now.stream()
            .allMatch(
                line -> {
                  SaidLines same = then.get(line.productId());
                  return same != null && line.agreesWith(same) && !line.tellsMoreThan(same);
                });
  }

  private Map<Long, List<SaidLines>> saidOf(List<OrderCandidate> same) {
    return same.isEmpty()
        ? Map.of()
        : db
            .sql(Sql.file("sales/find_said_order_lines.sql"))
            .param(
                "orders",
                same.stream()
                    .map(c -> Objects.requireNonNull(c.former).orderId())
                    .toArray(Long[]::new))
            .query(SaidLines.class)
            .list()
            .stream()
            .collect(Collectors.groupingBy(SaidLines::documentId));
  }

  static List<String> changes(
      OrderCandidate candidate, FormerOrder former, List<LineChanges.Sum> before) {
    List<String> changes = new ArrayList<>();
    Order order = candidate.order();
    add(
        changes,
        LineChanges.label(candidate, "status"),
        word(former.state()),
        word(candidate.status));
    add(changes, LineChanges.label(candidate, "doc_date"), former.orderDate(), order.date());
    add(
        changes,
        LineChanges.label(candidate, "requested_date"),
        former.requestedDate(),
        order.requestedDate());
    add(
        changes,
        LineChanges.label(candidate, "customer_ref"),
        former.customerRef(),
        order.customerRef());
    if (former.customerId() != candidate.party().id()) {
      changes.add(LineChanges.label(candidate, "party_code") + " → " + candidate.party().code());
    }
    changes.addAll(LineChanges.of(candidate, before));
    Money then = new Money(former.compTotalHt());
    Money now = candidate.computed().ht();
    if (then.compareTo(now) != 0) {
      changes.add("{reason.change.ht} " + then.text() + " → " + now.text());
    }
    return changes;
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
    if (value instanceof LocalDate day) {
      return Days.of(day);
    }
    return value == null ? "–" : value.toString();
  }
}
