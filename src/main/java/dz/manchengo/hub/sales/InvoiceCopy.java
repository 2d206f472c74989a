package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Invoice.Declared;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same invoice but for what a normalisation or a hypothesis changes. */
final class InvoiceCopy {
  private InvoiceCopy() {}

  static Invoice with(
      Invoice old,
      Invoice.Kind kind,
      @Nullable LocalDate dueDate,
      @Nullable BigDecimal globalDiscount,
      Declared declared,
      List<Invoice.Line> lines) {
    return new Invoice(
        old.direction(),
        kind,
        old.number(),
        old.date(),
        dueDate,
        old.party(),
        old.paymentMethod(),
        old.status(),
        old.originalNumber(),
        old.orderNumber(),
        old.deliveryNumber(),
        globalDiscount,
        declared,
        lines,
        old.place());
  }

  static Invoice due(Invoice old, @Nullable LocalDate dueDate) {
    return with(old, old.kind(), dueDate, old.globalDiscount(), old.declared(), old.lines());
  }

  static Invoice declaring(Invoice old, Declared declared) {
    return with(old, old.kind(), old.dueDate(), old.globalDiscount(), declared, old.lines());
  }

  static Invoice.Line line(
      Invoice.Line old,
      BigDecimal quantity,
      BigDecimal unitPriceHt,
      @Nullable BigDecimal discountPct,
      @Nullable BigDecimal discountAmount,
      @Nullable BigDecimal declaredHt) {
    return new Invoice.Line(
        old.number(),
        old.productCode(),
        old.description(),
        quantity,
        old.uom(),
        unitPriceHt,
        discountPct,
        discountAmount,
        old.vatRate(),
        old.vatExemptReason(),
        declaredHt,
        old.lotCode(),
        old.place());
  }

  /** The same line with its discount told the other way. */
  static Invoice.Line discounted(
      Invoice.Line old, @Nullable BigDecimal pct, @Nullable BigDecimal amount) {
    return line(old, old.quantity(), old.unitPriceHt(), pct, amount, old.declaredHt());
  }

  /** The same line at another rate. */
  static Invoice.Line rated(Invoice.Line old, BigDecimal rate) {
    return new Invoice.Line(
        old.number(),
        old.productCode(),
        old.description(),
        old.quantity(),
        old.uom(),
        old.unitPriceHt(),
        old.discountPct(),
        old.discountAmount(),
        rate,
        old.vatExemptReason(),
        old.declaredHt(),
        old.lotCode(),
        old.place());
  }
}
