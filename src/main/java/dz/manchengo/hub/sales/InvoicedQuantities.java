package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.Order;
import dz.manchengo.hub.platform.Figures;
import dz.manchengo.hub.platform.Sql;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What invoices that name an order have taken from it: no revision may fall below that (ORD-004),
 * and what was invoiced is not cancelled (ORD-014).
 */
@Component
class InvoicedQuantities {
  private final JdbcClient db;

  InvoicedQuantities(JdbcClient db) {
    this.db = db;
  }

  /**
   * One product of one order.
   *
   * @param quantity in the product's base unit, credit notes taken off; null when not known
   */
  record Invoiced(
      int position,
      String orderNo,
      long productId,
      String invoiceNo,
      String product,
      @Nullable BigDecimal quantity) {}

  /** Judges orders that change or are cancelled. */
  void check(List<OrderCandidate> changed) {
    if (changed.isEmpty()) {
      return;
    }
    db.sql(Sql.file("sales/find_invoiced_quantities.sql"))
        .param("customers", changed.stream().map(c -> c.party().id()).toArray(Long[]::new))
        .param("numbers", changed.stream().map(c -> c.norm.replace("-", "")).toArray(String[]::new))
        .query(Invoiced.class)
        .list()
        .forEach(invoiced -> judge(changed.get(invoiced.position()), invoiced));
  }

  static void judge(OrderCandidate candidate, Invoiced invoiced) {
    BigDecimal done = invoiced.quantity();
    if (!DocumentNumber.norm(invoiced.orderNo()).equals(candidate.norm)
        || (done != null && done.signum() <= 0)) {
      return; // another order, or all of it credited
    }
    if (candidate.status == Order.Status.CANCELLED) {
      refuseCancelling(candidate, invoiced);
      return;
    }
    BigDecimal ordered = ordered(candidate).getOrDefault(invoiced.productId(), BigDecimal.ZERO);
    if (done != null && ordered != null && ordered.compareTo(done) < 0) {
      candidate.tell(
          "ORD-004",
          "qty",
          Figures.of(ordered),
          "no",
          candidate.order().number(),
          "line",
          invoiced.product(),
          "new",
          Figures.of(ordered),
          "done",
          Figures.of(done));
    }
  }

  /** Once, however many products were invoiced. */
  private static void refuseCancelling(OrderCandidate candidate, Invoiced invoiced) {
    if (candidate.stands()) {
      candidate.tell(
          "ORD-014",
          "status",
          candidate.order().number(),
          "no",
          candidate.order().number(),
          "why",
          "reason.order-invoiced-by",
          "invoice",
          invoiced.invoiceNo());
    }
  }

  /** Per product in its base unit; null where a line has none. */
  private static Map<Long, @Nullable BigDecimal> ordered(OrderCandidate candidate) {
    Map<Long, @Nullable BigDecimal> ordered = new HashMap<>();
    for (int i = 0; i < candidate.lines.size(); i++) {
      ResolvedLine line = candidate.lines.get(i);
      BigDecimal quantity = line.qtyBase();
      BigDecimal before = ordered.getOrDefault(line.productId(), BigDecimal.ZERO);
      ordered.put(
          line.productId(), quantity == null || before == null ? null : before.add(quantity));
    }
    return ordered;
  }
}
