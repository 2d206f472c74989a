package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Origins;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The current revision of an invoice that comes again.
 *
 * @param partyId the other party's: customer of a sale, supplier of a purchase
 * @param linesStatus {@link #UNDECLARED} when only a journal gave it
 * @param paid DA, on all its revisions
 */
record FormerInvoice(
    int position,
    long invoiceId,
    int revision,
    String contentHash,
    String status,
    LocalDate invoiceDate,
    BigDecimal compHt,
    BigDecimal compVat,
    BigDecimal compTtc,
    @Nullable BigDecimal declHt,
    @Nullable BigDecimal declVat,
    @Nullable BigDecimal declTtc,
    @Nullable BigDecimal declStamp,
    @Nullable String paymentMethod,
    @Nullable LocalDate dueDate,
    @Nullable String originalNo,
    @Nullable Long originalInvoiceId,
    @Nullable String orderNo,
    @Nullable String deliveryNo,
    long partyId,
    String linesStatus,
    int lines,
    BigDecimal paid,
    long submissionId,
    String sourceSheet,
    int sourceRow)
    implements Origins.Stored {
  static final String DECLARED = "DECLARED";
  static final String UNDECLARED = "UNDECLARED";

  /** What it gave back of an invoice itself: that is free again for what comes in its place. */
  BigDecimal credited(long invoice) {
    boolean counts =
        originalInvoiceId != null && originalInvoiceId == invoice && !status.equals("CANCELLED");
    return counts ? compTtc : BigDecimal.ZERO;
  }

  boolean isJournalEntry() {
    return linesStatus.equals(UNDECLARED);
  }
}
