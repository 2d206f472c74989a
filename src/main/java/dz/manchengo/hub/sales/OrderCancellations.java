package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.PartyMention;
import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.Enumerations;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Order;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.platform.Sql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Orders that a file cancels by their number, without saying their lines again: each is taken as
 * the tables have it, cancelled, and goes the way of any other revision.
 */
final class OrderCancellations {
  private final JdbcClient db;

  OrderCancellations(JdbcClient db) {
    this.db = db;
  }

  /** A line of a current order, with what its header says. */
  record Stored(
      String orderNo,
      String orderNoNorm,
      String contentHash,
      LocalDate orderDate,
      @Nullable LocalDate requestedDate,
      String partyCode,
      String partyName,
      @Nullable String customerRef,
      @Nullable String salesperson,
      @Nullable String note,
      @Nullable BigDecimal declHt,
      @Nullable BigDecimal declTtc,
      int lineNo,
      String productCode,
      @Nullable String description,
      BigDecimal qty,
      @Nullable String uomCode,
      BigDecimal price,
      @Nullable BigDecimal discountPct,
      @Nullable BigDecimal discountAmount,
      BigDecimal vatRate,
      @Nullable BigDecimal declLineHt,
      @Nullable LocalDate lineDate) {}

  /** ORD-001, ORD-014, ORD-019. */
  void assemble(List<OrderCandidate> shortForms) {
    List<OrderCandidate> cancelling =
        shortForms.stream().filter(OrderCancellations::cancels).toList();
    if (cancelling.isEmpty()) {
      return;
    }
    Map<String, List<Stored>> stored = stored(cancelling);
    for (OrderCandidate candidate : cancelling) {
      List<Stored> lines = stored.get(norm(candidate));
      if (lines == null) {
        String no = String.valueOf(candidate.raw.number());
        candidate.tell("ORD-014", "doc_no", no, "no", no, "why", "reason.order-unknown");
      } else {
        candidate.take(order(candidate.raw, lines));
        candidate.hash = lines.get(0).contentHash();
      }
    }
  }

  private static boolean cancels(OrderCandidate candidate) {
    RawDocument raw = candidate.raw;
    RawFindings findings = new RawFindings(raw);
    Object status = raw.header().get("status");
    String number = raw.number();
    if (number == null) {
      findings.numberMissing("ORD-001");
    } else if (status == null) {
      findings.required(raw.place(), "status");
    } else if (status != Order.Status.CANCELLED) {
      Enum<?> word = (Enum<?>) status;
      String text = raw.written("status", word);
      String shown = Enumerations.reason(word);
      findings.add("ORD-019", raw.place(), "status", text, "no", number, "status", shown);
    }
    candidate.findings.addAll(findings.all());
    return findings.all().isEmpty() && !raw.rejected();
  }

  private Map<String, List<Stored>> stored(List<OrderCandidate> cancelling) {
    Map<String, List<Stored>> stored = new LinkedHashMap<>();
    db.sql(Sql.file("sales/find_orders_to_cancel.sql"))
        .param("numbers", cancelling.stream().map(OrderCancellations::norm).toArray(String[]::new))
        .query(Stored.class)
        .list()
        .forEach(
            line -> stored.computeIfAbsent(line.orderNoNorm(), no -> new ArrayList<>()).add(line));
    return stored;
  }

  private static String norm(OrderCandidate candidate) {
    return DocumentNumber.norm(String.valueOf(candidate.raw.number()));
  }

  private static Order order(RawDocument raw, List<Stored> lines) {
    Stored head = lines.get(0);
    return new Order(
        head.orderNo(),
        head.orderDate(),
        head.requestedDate(),
        new PartyMention(head.partyCode(), head.partyName(), null, null, null, null, null),
        head.customerRef(),
        Order.Status.CANCELLED,
        RawDocument.text(raw.header(), "cancel_reason"),
        head.salesperson(),
        head.note(),
        new Invoice.Declared(head.declHt(), null, head.declTtc(), null, null),
        lines.stream().map(line -> line(line, raw.place())).toList(),
        raw.place());
  }

  private static Order.Line line(Stored line, Place place) {
    Invoice.Line content =
        new Invoice.Line(
            line.lineNo(),
            line.productCode(),
            line.description(),
            line.qty(),
            line.uomCode(),
            line.price(),
            line.discountPct(),
            line.discountAmount(),
            line.vatRate(),
            null,
            line.declLineHt(),
            null,
            place);
    return new Order.Line(content, true, line.lineDate());
  }
}
