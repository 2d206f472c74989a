package dz.manchengo.hub.sales;

import static dz.manchengo.hub.documents.Invoice.Kind.CREDIT_NOTE;

import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Invoice.Declared;
import dz.manchengo.hub.documents.Invoice.RateTotal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes amounts positive and lets the kind carry the sign. Dolibarr writes credit notes with
 * negative amounts, Odoo with positive ones, people either way (§1.6).
 *
 * @param mixedSigns a credit note with lines of both signs; those against the balance stay negative
 */
record InvoiceNormalisation(Invoice invoice, boolean becameCreditNote, boolean mixedSigns) {

  static InvoiceNormalisation of(Invoice raw) {
    boolean turns = raw.kind() != CREDIT_NOTE && isCreditNoteInDisguise(raw);
    if (raw.kind() != CREDIT_NOTE && !turns) {
      return new InvoiceNormalisation(raw, false, false);
    }
    boolean mixed = hasLine(raw, 1) && hasLine(raw, -1);
    boolean negative = mixed ? balance(raw).signum() < 0 : hasLine(raw, -1);
    return new InvoiceNormalisation(positive(raw, negative), turns, mixed);
  }

  /**
   * INV-027: everything that has a sign is negative. Negative lines under positive totals are no
   * credit note but a mistake, and so are lines that come to nothing, such as write-offs at price
   * zero; they stay what they are.
   */
  private static boolean isCreditNoteInDisguise(Invoice raw) {
    boolean positiveTotals = totals(raw).anyMatch(total -> total.signum() > 0);
    boolean negativeTotals = totals(raw).anyMatch(total -> total.signum() < 0);
    boolean positiveLines = hasLine(raw, 1);
    boolean negativeLines = hasLine(raw, -1);
    if (raw.isJournalEntry()) {
      return negativeTotals && !positiveTotals;
    }
    return negativeLines
        ? !positiveLines && !positiveTotals && (negativeTotals || balance(raw).signum() < 0)
        : positiveLines && negativeTotals && !positiveTotals;
  }

  private static Stream<BigDecimal> totals(Invoice raw) {
    Declared declared = raw.declared();
    return Stream.of(declared.ht(), declared.vat(), declared.ttc(), declared.net())
        .filter(Objects::nonNull);
  }

  private static boolean hasLine(Invoice raw, int sign) {
    return raw.lines().stream().anyMatch(line -> sign(line) == sign);
  }

  /** Of the line's amount; a free line has the sign of its quantity. */
  private static int sign(Invoice.Line line) {
    int price = line.unitPriceHt().signum();
    return line.quantity().signum() * (price == 0 ? 1 : price);
  }

  private static BigDecimal balance(Invoice raw) {
    return raw.lines().stream()
        .map(line -> line.quantity().multiply(line.unitPriceHt()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Invoice positive(Invoice raw, boolean negativeLines) {
    Declared declared = raw.declared();
    Declared positive =
        new Declared(
            abs(declared.ht()),
            abs(declared.vat()),
            abs(declared.ttc()),
            abs(declared.stamp()),
            abs(declared.net()),
            abs(declared.prepaid()),
            abs(declared.retained()),
            declared.byRate().stream()
                .map(t -> new RateTotal(t.rate(), t.base().abs(), t.vat().abs()))
                .toList());
    List<Invoice.Line> lines =
        raw.lines().stream().map(line -> positive(line, negativeLines)).toList();
    return InvoiceCopy.with(
        raw, CREDIT_NOTE, raw.dueDate(), abs(raw.globalDiscount()), positive, lines);
  }

  private static Invoice.Line positive(Invoice.Line line, boolean negativeLines) {
    boolean turned = negativeLines && sign(line) < 0;
    boolean against = negativeLines && sign(line) > 0;
    return InvoiceCopy.line(
        line,
        turned ? line.quantity().abs() : against ? line.quantity().negate() : line.quantity(),
        turned ? line.unitPriceHt().abs() : line.unitPriceHt(),
        line.discountPct(),
        abs(line.discountAmount()),
        abs(line.declaredHt()));
  }

  private static @Nullable BigDecimal abs(@Nullable BigDecimal amount) {
    return amount == null ? null : amount.abs();
  }
}
