package dz.manchengo.hub.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.platform.Money;
import dz.manchengo.hub.sales.ComputedInvoice.VatLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class InvoiceTotalsPropertiesTest {
  @Property(tries = 300)
  void sharesOfTheDiscountMakeTheDiscount(
      @ForAll("lines") List<Invoice.Line> lines, @ForAll("percent") BigDecimal part) {
    Money discount = sum(lines).percent(part);
    ComputedInvoice computed = InvoiceTotals.of(lines, discount);
    assertThat(computed.vatLines().stream().map(VatLine::discount).reduce(Money.ZERO, Money::plus))
        .isEqualTo(discount);
    assertThat(computed.ht()).isEqualTo(sum(lines).minus(discount));
    assertThat(computed.vatLines()).allMatch(vat -> vat.base().signum() >= 0);
  }

  @Property(tries = 300)
  void ttcIsHtPlusVat(@ForAll("lines") List<Invoice.Line> lines) {
    ComputedInvoice computed = InvoiceTotals.of(lines, Money.ZERO);
    assertThat(computed.ttc()).isEqualTo(computed.ht().plus(computed.vat()));
  }

  @Property(tries = 300)
  void theOrderOfLinesDoesNotChangeTotals(
      @ForAll("lines") List<Invoice.Line> lines, @ForAll Random random) {
    List<Invoice.Line> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, random);
    Money discount = sum(lines).percent(BigDecimal.TEN);
    assertThat(InvoiceTotals.of(shuffled, discount).vatLines())
        .isEqualTo(InvoiceTotals.of(lines, discount).vatLines());
  }

  @Property(tries = 300)
  void vatPerLineIsWithinToleranceOfVatPerDocument(@ForAll("lines") List<Invoice.Line> lines) {
    ComputedInvoice computed = InvoiceTotals.of(lines, Money.ZERO);
    Money perLine =
        computed.lines().stream()
            .map(line -> line.ht().percent(line.vatRate()))
            .reduce(Money.ZERO, Money::plus);
    TotalsStatus status =
        TotalsStatus.of(perLine.minus(computed.vat()), TotalsStatus.tolerance(lines.size()));
    assertThat(status).isIn(TotalsStatus.EXACT, TotalsStatus.ROUNDING);
  }

  @Property(tries = 300)
  void comparisonIsSymmetrical(@ForAll("delta") BigDecimal delta, @ForAll("size") int lines) {
    Money tolerance = TotalsStatus.tolerance(lines);
    assertThat(TotalsStatus.of(new Money(delta), tolerance))
        .isEqualTo(TotalsStatus.of(new Money(delta.negate()), tolerance));
  }

  private static Money sum(List<Invoice.Line> lines) {
    return lines.stream()
        .map(line -> InvoiceTotals.line(line).ht())
        .reduce(Money.ZERO, Money::plus);
  }

  @Provide
  Arbitrary<List<Invoice.Line>> lines() {
    return Combinators.combine(
            decimal("0.0001", "5000", 4),
            decimal("0", "20000", 6),
            Arbitraries.of("0", "9", "19", "19.00"),
            percent().injectNull(0.5))
        .as(InvoiceTotalsPropertiesTest::line)
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  private static Invoice.Line line(
      BigDecimal qty, BigDecimal price, String vat, @Nullable BigDecimal percent) {
    String pct = percent == null ? null : percent.toPlainString();
    return Sample.sale()
        .line(qty.toPlainString(), price.toPlainString(), vat, pct, null, null)
        .make()
        .lines()
        .get(0);
  }

  @Provide
  Arbitrary<BigDecimal> percent() {
    return decimal("0", "100", 2);
  }

  @Provide
  Arbitrary<BigDecimal> delta() {
    return decimal("0", "3", 2);
  }

  @Provide
  Arbitrary<Integer> size() {
    return Arbitraries.integers().between(1, 200);
  }

  private static Arbitrary<BigDecimal> decimal(String from, String to, int scale) {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal(from), new BigDecimal(to))
        .ofScale(scale);
  }
}
