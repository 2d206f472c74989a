package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.platform.Money;
import java.util.List;

/**
 * An invoice after its rules.
 *
 * @param normalised amounts positive, stamp apart from TTC, due date not before the invoice
 * @param expectedStamp by law; zero where none is due
 * @param status to be posted with: as it came in, or on hold
 */
record Assessed(
    Invoice normalised,
    ComputedInvoice computed,
    TotalsStatus totalsStatus,
    StampStatus stampStatus,
    Money expectedStamp,
    Invoice.Status status,
    List<Finding> findings) {

  boolean rejected() {
    return findings.stream().anyMatch(finding -> finding.severity().rejects());
  }
}
