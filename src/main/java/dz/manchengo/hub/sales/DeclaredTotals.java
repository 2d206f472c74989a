package dz.manchengo.hub.sales;

import static dz.manchengo.hub.documents.RawDocument.number;

import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.RateColumns;
import dz.manchengo.hub.documents.RawDocument;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The totals that a document prints. */
final class DeclaredTotals {
  private DeclaredTotals() {}

  static Invoice.Declared of(RawDocument raw) {
    return of(raw, List.of());
  }

  /** Those of a journal's entry, which may print them by rate only. */
  static Invoice.Declared of(RawDocument raw, List<Invoice.RateTotal> byRate) {
    BigDecimal ht = number(raw.header(), "total_ht");
    return new Invoice.Declared(
        ht == null && !byRate.isEmpty() ? total(raw, "total_ht", "line_ht") : ht,
        vat(raw),
        total(raw, "total_ttc", "line_ttc"),
        number(raw.header(), "stamp"),
        number(raw.header(), "net_to_pay"),
        byRate);
  }

  private static @Nullable BigDecimal vat(RawDocument raw) {
    Collection<BigDecimal> parts = RateColumns.vat(raw.header()).values();
    return parts.isEmpty()
        ? total(raw, "total_vat", "line_vat")
        : parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
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
