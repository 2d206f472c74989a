package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Invoice.Declared;
import dz.manchengo.hub.platform.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A declared total beside the computed one.
 *
 * @param field canonical name of the field
 */
record Gap(String field, BigDecimal declared, Money computed) {
  Money delta() {
    return new Money(declared).minus(computed);
  }

  TotalsStatus status(Money tolerance) {
    return TotalsStatus.of(delta(), tolerance);
  }

  boolean isWithin(Money tolerance) {
    return delta().abs().compareTo(tolerance) <= 0;
  }

  /** One per total that is declared; what is to be paid counts the stamp as it was asked. */
  static List<Gap> of(Declared declared, Money ht, Money vat) {
    Money ttc = ht.plus(vat);
    List<Gap> gaps = new ArrayList<>(4);
    add(gaps, "total_ht", declared.ht(), ht);
    add(gaps, "total_vat", declared.vat(), vat);
    add(gaps, "total_ttc", declared.ttc(), ttc);
    add(gaps, "net_to_pay", declared.net(), ttc.plus(Money.orZero(declared.stamp())));
    return gaps;
  }

  private static void add(
      List<Gap> gaps, String field, @Nullable BigDecimal declared, Money computed) {
    if (declared != null) {
      gaps.add(new Gap(field, declared, computed));
    }
  }
}
