package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Order;
import dz.manchengo.hub.platform.CopyIn;
import dz.manchengo.hub.platform.NewIds;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes orders and their lines by COPY, in the calling transaction. */
@Component
class OrderTables {
  private final JdbcClient db;
  private final DataSource source;

  OrderTables(JdbcClient db, DataSource source) {
    this.db = db;
    this.source = source;
  }

  void write(DocumentPosting.Posting posting, List<OrderCandidate> orders) {
    if (orders.isEmpty()) {
      return;
    }
    supersede(orders);
    writeOrders(posting, orders);
    writeLines(orders);
  }

  /** Gives each its identity; that of an order which is not written after all is lost. */
  void number(List<OrderCandidate> orders) {
    List<Long> ids = NewIds.take(db, "sales_order", "order_id", orders.size());
    for (int i = 0; i < ids.size(); i++) {
      orders.get(i).id = ids.get(i);
    }
  }

  private void supersede(List<OrderCandidate> orders) {
    Long[] former =
        orders.stream()
            .map(order -> order.former)
            .filter(Objects::nonNull)
            .map(FormerOrder::orderId)
            .toArray(Long[]::new);
    if (former.length > 0) {
      db.sql("UPDATE sales_order SET is_current = false WHERE order_id = ANY (:ids)")
          .param("ids", former)
          .update();
    }
  }

  private void writeOrders(DocumentPosting.Posting posting, List<OrderCandidate> orders) {
    try (CopyIn copy =
        CopyIn.into(
            source,
            "sales_order",
            "order_id",
            "order_no",
            "order_no_norm",
            "revision",
            "supersedes_id",
            "content_hash",
            "customer_id",
            "customer_ref",
            "order_date",
            "requested_date",
            "status",
            "cancel_reason",
            "salesperson",
            "note",
            "decl_total_ht",
            "decl_total_ttc",
            "comp_total_ht",
            "comp_total_ttc",
            "totals_status",
            "line_fingerprint",
            "submission_id",
            "source_sheet",
            "source_row")) {
      orders.forEach(order -> writeOrder(copy, posting.submissionOf(order.raw), order));
      copy.end();
    }
  }

  private static void writeOrder(CopyIn copy, long submission, OrderCandidate candidate) {
    Order order = candidate.order();
    copy.row(
        candidate.id,
        order.number(),
        candidate.norm,
        candidate.revision(),
        candidate.former == null ? null : candidate.former.orderId(),
        candidate.hash,
        candidate.party().id(),
        order.customerRef(),
        order.date(),
        order.requestedDate(),
        candidate.status,
        candidate.cancelReason(),
        order.salesperson(),
        order.note(),
        order.declared().ht(),
        order.declared().ttc(),
        candidate.computed().ht().amount(),
        candidate.computed().ttc().amount(),
        candidate.totals,
        candidate.fingerprint,
        submission,
        order.place().sheet(),
        order.place().row());
  }

  private void writeLines(List<OrderCandidate> orders) {
    try (CopyIn copy =
        CopyIn.into(
            source,
            "sales_order_line",
            "order_id",
            "line_no",
            "product_id",
            "raw_product_code",
            "description",
            "qty",
            "uom_code",
            "qty_base",
            "unit_price_ht",
            "discount_pct",
            "discount_amount",
            "vat_rate",
            "decl_line_ht",
            "line_ht",
            "requested_date",
            "source_sheet",
            "source_row")) {
      for (OrderCandidate order : orders) {
        for (int i = 0; i < order.content.size(); i++) {
          writeLine(copy, order, i);
        }
      }
      copy.end();
    }
  }

  private static void writeLine(CopyIn copy, OrderCandidate order, int index) {
    Invoice.Line line = order.content.get(index);
    ResolvedLine resolved = order.lines.get(index);
    ComputedInvoice.ComputedLine computed = order.computed().lines().get(index);
    copy.row(
        order.id,
        line.number(),
        resolved.productId(),
        line.productCode(),
        line.description(),
        line.quantity(),
        resolved.uom(),
        resolved.qtyBase(),
        line.unitPriceHt(),
        Objects.requireNonNullElse(line.discountPct(), BigDecimal.ZERO),
        computed.discount().amount(),
        line.vatRate(),
        line.declaredHt(),
        computed.ht().amount(),
        order.order().lines().get(index).requestedDate(),
        line.place().sheet(),
        line.place().row());
  }
}
