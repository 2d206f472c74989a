package dz.manchengo.hub.sales;

import static dz.manchengo.hub.documents.RawDocument.number;

import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.KnownHeaders;
import dz.manchengo.hub.documents.RateColumns;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.platform.Figures;
import dz.manchengo.hub.platform.Money;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The totals that a document prints. */
final class DeclaredTotals {
  private DeclaredTotals() {}

  static Invoice.Declared of(RawDocument raw) {
    return of(raw, List.of(), BigDecimal.ZERO);
  }

  /**
   * Those of a journal's entry, which may print them by rate only.
   *
   * @param excess of its printed HT over what it is, DA ({@link JournalEntry#excess})
   */
  static Invoice.Declared of(RawDocument raw, List<Invoice.RateTotal> byRate, BigDecimal excess) {
    BigDecimal printed = number(raw.header(), "total_ht");
    UntaxedPart untaxed = UntaxedPart.of(raw, vat(raw));
    BigDecimal ht = printed == null || !untaxed.beside() ? printed : printed.add(untaxed.amount());
    BigDecimal whole = ht == null && !byRate.isEmpty() ? total(raw, "total_ht", "line_ht") : ht;
    return new Invoice.Declared(
        whole == null ? null : whole.subtract(excess),
        vat(raw),
        total(raw, "total_ttc", "line_ttc"),
        number(raw.header(), "stamp"),
        number(raw.header(), "net_to_pay"),
        number(raw.header(), "prepaid"),
        number(raw.header(), "retained"),
        byRate);
  }

  /**
   * « Total HT » before a discount on the whole: where the lines come to it and other totals can be
   * compared, it is what is left of it that counts.
   */
  static Invoice.Declared afterDiscount(
      Invoice.Declared of, List<Invoice.Line> lines, @Nullable BigDecimal discount) {
    BigDecimal ht = of.ht();
    boolean compared = of.ttc() != null || of.vat() != null || of.net() != null;
    if (ht == null || discount == null || discount.signum() == 0 || !compared) {
      return of;
    }
    BigDecimal gross = InvoiceTotals.of(lines, Money.ZERO).ht().amount();
    BigDecimal close = new BigDecimal("0.01").multiply(BigDecimal.valueOf(lines.size() + 1L));
    if (gross.subtract(ht).abs().compareTo(close) > 0) {
      return of;
    }
    return new Invoice.Declared(
        ht.subtract(discount),
        of.vat(),
        of.ttc(),
        of.stamp(),
        of.net(),
        of.prepaid(),
        of.retained(),
        of.byRate());
  }

  /** Beside columns of its rates the total is the one to compare them with. */
  private static @Nullable BigDecimal vat(RawDocument raw) {
    BigDecimal printed = number(raw.header(), "total_vat");
    Collection<BigDecimal> parts = RateColumns.vat(raw.header()).values();
    return parts.isEmpty() || printed != null
        ? total(raw, "total_vat", "line_vat")
        : parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * Says of totals that stand on some lines only, and so are those of neither the lines nor the
   * document, that nobody compares them (INV-052).
   */
  static void tellUncompared(RawDocument raw, RawFindings findings) {
    for (String what : List.of("vat", "ttc")) {
      String field = "line_" + what;
      List<RawDocument.Line> filled =
          raw.lines().stream().filter(line -> number(line.values(), field) != null).toList();
      boolean some = !filled.isEmpty() && filled.size() < raw.lines().size();
      if (some && number(raw.header(), "total_" + what) == null) {
        tell(raw, filled, field, findings);
      }
    }
  }

  private static void tell(
      RawDocument raw, List<RawDocument.Line> filled, String field, RawFindings findings) {
    RawDocument.Line first = filled.get(0);
    String shown = Figures.of(Objects.requireNonNull(number(first.values(), field)));
    findings.add(
        "INV-052",
        first.place(),
        field,
        shown,
        "no",
        String.valueOf(raw.number()),
        "field",
        raw.headers().getOrDefault(field, KnownHeaders.label(field)).strip(),
        "n",
        filled.size(),
        "of",
        raw.lines().size());
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
