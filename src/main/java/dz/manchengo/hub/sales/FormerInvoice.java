package dz.manchengo.hub.sales;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The current revision of an invoice that comes again.
 *
 * @param paid DA, on all its revisions
 */
record FormerInvoice(
    int position,
    long invoiceId,
    int revision,
    String contentHash,
    String status,
    LocalDate invoiceDate,
    BigDecimal compTtc,
    int lines,
    BigDecimal paid) {}
