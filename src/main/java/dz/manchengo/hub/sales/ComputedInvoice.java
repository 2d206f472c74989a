package dz.manchengo.hub.sales;

import dz.manchengo.hub.platform.Money;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an invoice comes to by its own lines.
 *
 * @param lines in the order of the document
 * @param vatLines by ascending rate
 */
record ComputedInvoice(
    List<ComputedLine> lines, List<VatLine> vatLines, Money ht, Money vat, Money ttc) {

  record ComputedLine(int number, Money gross, Money discount, Money ht, BigDecimal vatRate) {}

  /**
   * @param discount this rate's share of the document discount
   * @param base what is taxed: the lines of this rate less that share
   */
  record VatLine(BigDecimal rate, Money discount, Money base, Money vat) {}

  static ComputedInvoice of(List<ComputedLine> lines, List<VatLine> vatLines) {
    Money ht = vatLines.stream().map(VatLine::base).reduce(Money.ZERO, Money::plus);
    Money vat = vatLines.stream().map(VatLine::vat).reduce(Money.ZERO, Money::plus);
    return new ComputedInvoice(lines, vatLines, ht, vat, ht.plus(vat));
  }
}
