package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Invoice.Direction;
import dz.manchengo.hub.platform.CopyIn;
import dz.manchengo.hub.platform.Money;
import dz.manchengo.hub.platform.NewIds;
import dz.manchengo.hub.platform.Sql;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes invoices, their lines and their VAT by COPY, in the calling transaction. */
@Component
class InvoiceTables {
  private final JdbcClient db;
  private final DataSource source;
  private final PaymentTables payments;

  InvoiceTables(JdbcClient db, DataSource source, PaymentTables payments) {
    this.db = db;
    this.source = source;
    this.payments = payments;
  }

  void write(long submission, long own, List<Candidate> candidates) {
    if (candidates.isEmpty()) {
      return;
    }
    assignIds(candidates);
    supersede(candidates);
    writeInvoices(submission, own, candidates);
    List<Candidate> whole = candidates.stream().filter(c -> !c.statusOnly).toList();
    writeLines(whole);
    writeVat(whole);
    takeOver(candidates.stream().filter(c -> c.statusOnly).map(c -> c.id).toArray(Long[]::new));
    payments.settle(candidates.stream().filter(c -> c.former != null).map(c -> c.id).toList());
  }

  private void takeOver(Long[] ids) {
    if (ids.length > 0) {
      db.sql(Sql.file("sales/take_over_invoices.sql")).param("ids", ids).update();
      db.sql(Sql.file("sales/take_over_lines.sql")).param("ids", ids).update();
      db.sql(Sql.file("sales/take_over_vat.sql")).param("ids", ids).update();
    }
  }

  private void assignIds(List<Candidate> candidates) {
    List<Long> ids = NewIds.take(db, "invoice", "invoice_id", candidates.size());
    for (int i = 0; i < ids.size(); i++) {
      candidates.get(i).id = ids.get(i);
    }
  }

  private void supersede(List<Candidate> candidates) {
    Long[] former =
        candidates.stream()
            .map(c -> c.former)
            .filter(Objects::nonNull)
            .map(FormerInvoice::invoiceId)
            .toArray(Long[]::new);
    if (former.length > 0) {
      db.sql("UPDATE invoice SET is_current = false WHERE invoice_id = ANY (:ids)")
          .param("ids", former)
          .update();
    }
  }

  private void writeInvoices(long submission, long own, List<Candidate> candidates) {
    try (CopyIn copy =
        CopyIn.into(
            source,
            "invoice",
            "invoice_id",
            "direction",
            "kind",
            "issuer_id",
            "receiver_id",
            "invoice_no",
            "invoice_no_norm",
            "invoice_no_loose",
            "fiscal_year",
            "series",
            "seq_no",
            "revision",
            "supersedes_id",
            "content_hash",
            "invoice_date",
            "due_date",
            "payment_method",
            "original_invoice_no",
            "original_no_norm",
            "original_invoice_id",
            "order_no",
            "delivery_no",
            "decl_ht",
            "decl_vat",
            "decl_ttc",
            "decl_stamp",
            "decl_net",
            "global_discount",
            "comp_ht",
            "comp_vat",
            "comp_ttc",
            "comp_stamp",
            "comp_net",
            "totals_status",
            "stamp_status",
            "status",
            "lines_status",
            "submission_id",
            "source_sheet",
            "source_row")) {
      for (Candidate candidate : candidates) {
        writeInvoice(copy, submission, own, candidate);
      }
      copy.end();
    }
  }

  private static void writeInvoice(CopyIn copy, long submission, long own, Candidate candidate) {
    Invoice invoice = candidate.invoice();
    Assessed assessed = candidate.assessed();
    ComputedInvoice computed = assessed.computed();
    boolean sale = invoice.direction() == Direction.SALE;
    int year = InvoiceIdentity.fiscalYear(invoice);
    DocumentNumber number = DocumentNumber.split(invoice.number(), year);
    Money net = computed.ttc().plus(assessed.expectedStamp());
    copy.row(
        candidate.id,
        invoice.direction(),
        invoice.kind(),
        sale ? own : candidate.party().id(),
        sale ? candidate.party().id() : own,
        invoice.number(),
        DocumentNumber.norm(invoice.number()),
        DocumentNumber.loose(invoice.number()),
        year,
        number == null ? null : number.series(),
        number == null ? null : number.sequence(),
        candidate.revision(),
        candidate.former == null ? null : candidate.former.invoiceId(),
        InvoiceFingerprint.sha256(candidate.asReceived()),
        invoice.date(),
        invoice.dueDate(),
        invoice.paymentMethod(),
        invoice.originalNumber(),
        invoice.originalNumber() == null ? null : DocumentNumber.norm(invoice.originalNumber()),
        candidate.originalId,
        invoice.orderNumber(),
        invoice.deliveryNumber(),
        invoice.declared().ht(),
        invoice.declared().vat(),
        invoice.declared().ttc(),
        invoice.declared().stamp(),
        invoice.declared().net(),
        Objects.requireNonNullElse(invoice.globalDiscount(), BigDecimal.ZERO),
        computed.ht().amount(),
        computed.vat().amount(),
        computed.ttc().amount(),
        assessed.expectedStamp().amount(),
        net.amount(),
        assessed.totalsStatus(),
        assessed.stampStatus(),
        assessed.status(),
        invoice.isJournalEntry() ? FormerInvoice.UNDECLARED : FormerInvoice.DECLARED,
        submission,
        invoice.place().sheet(),
        invoice.place().row());
  }

  private void writeLines(List<Candidate> candidates) {
    try (CopyIn copy =
        CopyIn.into(
            source,
            "invoice_line",
            "invoice_id",
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
            "vat_exempt_reason",
            "decl_line_ht",
            "line_ht",
            "lot_code",
            "source_sheet",
            "source_row")) {
      for (Candidate candidate : candidates) {
        for (int i = 0; i < candidate.lines.size(); i++) {
          writeLine(copy, candidate, i);
        }
      }
      copy.end();
    }
  }

  private static void writeLine(CopyIn copy, Candidate candidate, int index) {
    Invoice.Line line = candidate.invoice().lines().get(index);
    ResolvedLine resolved = candidate.lines.get(index);
    ComputedInvoice.ComputedLine computed = candidate.assessed().computed().lines().get(index);
    copy.row(
        candidate.id,
        line.number(),
        resolved.productId(),
        line.productCode(),
        Objects.requireNonNullElse(line.description(), resolved.productName()),
        line.quantity(),
        resolved.uom(),
        resolved.qtyBase(),
        line.unitPriceHt(),
        Objects.requireNonNullElse(line.discountPct(), BigDecimal.ZERO),
        computed.discount().amount(),
        line.vatRate(),
        line.vatExemptReason(),
        line.declaredHt(),
        computed.ht().amount(),
        line.lotCode(),
        line.place().sheet(),
        line.place().row());
  }

  /** As printed: by rate in a journal, else known of an invoice with one rate only. */
  private static @Nullable BigDecimal declaredVat(
      Invoice.Declared declared, BigDecimal rate, int rates) {
    for (Invoice.RateTotal total : declared.byRate()) {
      if (total.rate().compareTo(rate) == 0) {
        return total.vat();
      }
    }
    return rates == 1 ? declared.vat() : null;
  }

  private void writeVat(List<Candidate> candidates) {
    try (CopyIn copy =
        CopyIn.into(source, "invoice_vat", "invoice_id", "vat_rate", "base", "vat", "decl_vat")) {
      for (Candidate candidate : candidates) {
        List<ComputedInvoice.VatLine> rates = candidate.assessed().computed().vatLines();
        for (ComputedInvoice.VatLine rate : rates) {
          copy.row(
              candidate.id,
              rate.rate(),
              rate.base().amount(),
              rate.vat().amount(),
              declaredVat(candidate.invoice().declared(), rate.rate(), rates.size()));
        }
      }
      copy.end();
    }
  }
}
