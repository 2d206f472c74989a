package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A payment on an invoice as it came in.
 *
 * @param invoiceNumber as the file has it
 * @param amount DA, always positive: on a credit note it is what was given back
 * @param reference of the cheque, the transfer or the receipt
 * @param declaredStamp stamp duty as the file gives it, DA
 * @param invoiceDate tells invoices of one number apart, as {@code partyCode} and {@code partyName}
 *     do
 */
public record Payment(
    String invoiceNumber,
    LocalDate date,
    BigDecimal amount,
    Invoice.PaymentMethod method,
    @Nullable String reference,
    @Nullable BigDecimal declaredStamp,
    @Nullable LocalDate invoiceDate,
    @Nullable String partyCode,
    @Nullable String partyName,
    Place place) {}
