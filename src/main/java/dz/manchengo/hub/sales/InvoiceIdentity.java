package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Invoice;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What makes an invoice that invoice, but for its issuer (§3.3). The issuer is the company itself
 * for a sale and the other party for a purchase.
 */
record InvoiceIdentity(
    Invoice.Direction direction, Invoice.Kind kind, int fiscalYear, String numberNorm) {
  private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![0-9])0+(?=[0-9])");

  static InvoiceIdentity of(Invoice invoice) {
    return new InvoiceIdentity(
        invoice.direction(), invoice.kind(), fiscalYear(invoice), norm(invoice.number()));
  }

  /** The calendar year, as Algerian companies close it. */
  static int fiscalYear(Invoice invoice) {
    return invoice.date().getYear();
  }

  boolean isOwnNumber() {
    return direction == Invoice.Direction.SALE;
  }

  /** Upper case, no spaces or punctuation, leading zeros kept. */
  static String norm(String number) {
    return PUNCTUATION.matcher(number).replaceAll("").toUpperCase(Locale.ROOT);
  }

  /** As {@link #norm}, less the leading zeros of each part: 0042 and 42 look alike (INV-006). */
  static String loose(String number) {
    return norm(LEADING_ZEROS.matcher(number).replaceAll(""));
  }
}
