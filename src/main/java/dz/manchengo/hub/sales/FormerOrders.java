package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Enumerations;
import dz.manchengo.hub.documents.Order;
import dz.manchengo.hub.documents.Origins;
import dz.manchengo.hub.platform.Sql;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The same order again (domain notes §3.3): unchanged, older, another status or content. */
@Component
class FormerOrders {
  private final JdbcClient db;
  private final OrderChanges changes;
  private final InvoicedQuantities invoiced;
  private final Origins origins;

  FormerOrders(JdbcClient db, OrderChanges changes, InvoicedQuantities invoiced, Origins origins) {
    this.db = db;
    this.changes = changes;
    this.invoiced = invoiced;
    this.origins = origins;
  }

  /** ORD-002 to ORD-005, ORD-013, ORD-014. */
  void recognise(DocumentPosting.Posting posting, List<OrderCandidate> standing) {
    if (standing.isEmpty()) {
      return;
    }
    for (FormerOrder former : lookUp(standing)) {
      OrderCandidate candidate = standing.get(former.position());
      long submission = posting.submissionOf(candidate.raw);
      candidate.origin = origins.of(submission, former);
      judge(submission, candidate, former);
    }
    List<OrderCandidate> open = standing.stream().filter(OrderCandidate::toBeWritten).toList();
    open.forEach(FormerOrders::checkReason);
    invoiced.check(
        open.stream().filter(c -> c.former != null || c.status == Order.Status.CANCELLED).toList());
    changes.tell(open.stream().filter(c -> c.former != null && c.toBeWritten()).toList());
  }

  private List<FormerOrder> lookUp(List<OrderCandidate> standing) {
    return db.sql(Sql.file("sales/find_former_orders.sql"))
        .param("numbers", standing.stream().map(c -> c.norm).toArray(String[]::new))
        .query(FormerOrder.class)
        .list();
  }

  static void judge(long submission, OrderCandidate candidate, FormerOrder former) {
    candidate.former = former;
    Order.Status before = former.state();
    candidate.status = Objects.requireNonNullElse(candidate.order().status(), before);
    candidate.keep(former);
    if (former.contentHash().equals(candidate.hash) && candidate.status == before) {
      candidate.unchanged = true;
      tell(candidate, "ORD-002");
    } else if (former.submissionId() > submission) {
      // received before the file that the tables follow, posted after it
      candidate.unchanged = true;
      tell(candidate, "ORD-005", "rev", former.revision());
    } else if (!before.mayBecome(candidate.status)) {
      refuse(candidate, before);
    }
  }

  private static void refuse(OrderCandidate candidate, Order.Status before) {
    if (candidate.status == Order.Status.CANCELLED && before.isUnderWay()) {
      boolean invoiced = before == Order.Status.INVOICED;
      String why = invoiced ? "reason.order-invoiced" : "reason.order-delivered";
      tell(candidate, "ORD-014", "why", why);
    } else {
      candidate.tell(
          "ORD-013",
          "status",
          candidate.raw.written("status", candidate.status),
          "from",
          Enumerations.reason(before),
          "to",
          Enumerations.reason(candidate.status));
    }
  }

  /** Nobody cancels for no reason; one given before still holds. */
  private static void checkReason(OrderCandidate candidate) {
    if (candidate.status == Order.Status.CANCELLED && candidate.cancelReason() == null) {
      candidate.tell(
          "ORD-014",
          candidate.oneOf("cancel_reason", "status"),
          null,
          "no",
          candidate.order().number(),
          "why",
          "reason.order-no-reason");
    }
  }

  private static void tell(OrderCandidate candidate, String rule, Object... params) {
    String number = candidate.order().number();
    Object[] all =
        Stream.concat(Stream.of("no", number, "origin", candidate.origin), Stream.of(params))
            .toArray();
    candidate.tell(rule, "doc_no", number, all);
  }
}
