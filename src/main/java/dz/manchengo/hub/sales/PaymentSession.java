package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.StampSchedule;
import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Origins;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.platform.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The payments of one file on their way to the table. */
final class PaymentSession implements DocumentPosting.Session {
  private final DocumentPosting.Posting posting;
  private final StampSchedule stamps;
  private final PaidInvoices invoices;
  private final PaymentTables tables;
  private final Origins origins;
  private final Map<Long, Balance> balances = new HashMap<>();
  private final Map<String, Place> rows = new HashMap<>();

  PaymentSession(
      DocumentPosting.Posting posting,
      StampSchedule stamps,
      PaidInvoices invoices,
      PaymentTables tables,
      Origins origins) {
    this.posting = posting;
    this.stamps = stamps;
    this.invoices = invoices;
    this.tables = tables;
    this.origins = origins;
  }

  @Override
  public void post(List<RawDocument> documents, DocumentPosting.Answers answers) {
    List<Receipt> receipts = documents.stream().map(Receipt::new).toList();
    receipts.forEach(PaymentAssembly::assemble);
    invoices.find(
        receipts.stream().filter(receipt -> receipt.assembled != null).toList(),
        posting.feed().direction().name(),
        posting.writes());
    receipts.stream().filter(receipt -> receipt.meant != null).forEach(this::judge);
    receipts.forEach(this::applySeverities);
    compareWithFormer(receipts.stream().filter(Receipt::stands).toList());
    if (posting.writes()) {
      tables.write(posting.submission(), receipts.stream().filter(Receipt::toBeWritten).toList());
      balances.clear(); // the tables know by now
      rows.clear();
    }
    receipts.forEach(receipt -> answers.verdict(receipt.verdict()));
  }

  @Override
  public void end(DocumentPosting.Answers answers) {
    // each portion was written whole
  }

  private void judge(Receipt receipt) {
    if (receipt.payment().amount().signum() > 0) {
      receipt.stamp = new PaymentStamp(receipt, stamps).legal();
    }
  }

  private void compareWithFormer(List<Receipt> standing) {
    Map<String, PaymentTables.Former> former =
        tables.former(standing.stream().map(Receipt::key).toList());
    for (Receipt receipt : standing) {
      PaymentTables.Former before = former.get(receipt.key());
      Place row = rows.putIfAbsent(receipt.key(), receipt.raw.place());
      if (before != null) {
        boolean here = before.submissionId() == posting.submission();
        String origin = origins.of(posting.submission(), before);
        tellAgain(receipt, here ? "PAY-007" : "PAY-003", origin);
      } else if (row != null) {
        tellAgain(receipt, "PAY-007", Origins.here(row));
      } else {
        add(receipt);
      }
      applySeverities(receipt);
    }
  }

  private static void tellAgain(Receipt receipt, String rule, String origin) {
    receipt.unchanged = true;
    String no = receipt.invoice().invoiceNo();
    receipt.tell(
        rule,
        "amount",
        receipt.amount().text(),
        "amount",
        receipt.amount().text(),
        "date",
        receipt.payment().date(),
        "no",
        no,
        "origin",
        origin);
  }

  /** PAY-002, at the payment that goes beyond. */
  private void add(Receipt receipt) {
    PaidInvoice invoice = receipt.invoice();
    Balance balance = balances.computeIfAbsent(invoice.invoiceId(), id -> new Balance(invoice));
    balance.add(receipt);
    Money over = balance.over();
    if (over.signum() > 0) {
      receipt.tell(
          "PAY-002",
          "amount",
          receipt.amount().text(),
          "over",
          over.text(),
          "no",
          invoice.invoiceNo());
    }
  }

  private void applySeverities(Receipt receipt) {
    Feed feed = posting.feed();
    List<Finding> applied = feed.applied(receipt.findings);
    if (applied != receipt.findings) {
      receipt.findings.clear();
      receipt.findings.addAll(applied);
    }
  }
}
