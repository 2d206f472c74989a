package dz.manchengo.hub.sales;

import static dz.manchengo.hub.documents.RawDocument.number;

import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.RawDocument;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The totals that a document prints. */
final class DeclaredTotals {
  private DeclaredTotals() {}

  static Invoice.Declared of(RawDocument raw) {
    return new Invoice.Declared(
        number(raw.header(), "total_ht"),
        total(raw, "total_vat", "line_vat"),
        total(raw, "total_ttc", "line_ttc"),
        number(raw.header(), "stamp"),
        number(raw.header(), "net_to_pay"));
  }

  /** A total as printed; where it is printed line by line, their sum. */
  private static @Nullable BigDecimal total(RawDocument raw, String ofDocument, String ofLine) {
    BigDecimal total = number(raw.header(), ofDocument);
    if (total != null) {
      return total;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (RawDocument.Line line : raw.lines()) {
      BigDecimal part = number(line.values(), ofLine);
      if (part == null) {
        return null;
      }
      sum = sum.add(part);
    }
    return sum;
  }
}
