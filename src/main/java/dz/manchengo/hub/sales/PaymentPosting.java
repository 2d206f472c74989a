package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.StampSchedules;
import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Origins;
import java.util.List;
import org.springframework.stereotype.Component;

/** Payments into {@code payment}; each row stands or falls alone. */
@Component
class PaymentPosting implements DocumentPosting {
  private final StampSchedules stamps;
  private final PaidInvoices invoices;
  private final PaymentTables tables;
  private final Origins origins;

  PaymentPosting(
      StampSchedules stamps, PaidInvoices invoices, PaymentTables tables, Origins origins) {
    this.stamps = stamps;
    this.invoices = invoices;
    this.tables = tables;
    this.origins = origins;
  }

  @Override
  public String document() {
    return "payments";
  }

  @Override
  public List<String> scopes() {
    return List.of("PAYMENT");
  }

  @Override
  public List<List<String>> required() {
    return List.of(List.of("invoice_no"), List.of("paid_on"), List.of("amount"), List.of("method"));
  }

  @Override
  public String numberField() {
    return "invoice_no";
  }

  @Override
  public boolean isEachRowADocument() {
    return true;
  }

  @Override
  public Session open(Posting posting) {
    return new PaymentSession(posting, stamps.current(), invoices, tables, origins);
  }
}
