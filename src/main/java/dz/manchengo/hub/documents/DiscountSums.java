package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which unit of its discounts a file's own amounts prove: those of the lines, else the total HT or
 * TTC of their document.
 */
final class DiscountSums {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final List<BigDecimal> TOLERANCES =
      List.of(new BigDecimal("0.02"), BigDecimal.ONE);

  private final LineAmounts amounts;
  private final @Nullable BigDecimal[] discounts;
  private final Map<Integer, DiscountUnit> proved = new HashMap<>();

  /**
   * @param discounts of each row; null where there is none
   * @param named the units that the cells themselves name
   */
  DiscountSums(
      LineAmounts amounts, @Nullable BigDecimal[] discounts, @Nullable DiscountUnit[] named) {
    this.amounts = amounts;
    this.discounts = discounts;
    Map<String, List<Integer>> documents = new LinkedHashMap<>();
    for (int i = 0; i < discounts.length; i++) {
      documents.computeIfAbsent(amounts.document(i), d -> new ArrayList<>()).add(i);
      DiscountUnit own = named[i];
      if (own == null) {
        proveByLine(i);
      } else {
        proved.put(i, own);
      }
    }
    documents.values().forEach(this::proveByTotal);
  }

  /** The only unit with which that row's amounts add up; null when both do, or none. */
  @Nullable DiscountUnit proved(int row) {
    return proved.get(row);
  }

  private void proveByLine(int row) {
    BigDecimal gross = amounts.gross(row);
    BigDecimal net = amounts.net(row);
    BigDecimal discount = given(row);
    if (discount != null && gross != null && net != null) {
      prove(
          List.of(row),
          gross.subtract(DiscountUnit.PERCENT.off(gross, discount)).subtract(net),
          gross.subtract(DiscountUnit.DINAR.off(gross, discount)).subtract(net));
    }
  }

  private void proveByTotal(List<Integer> rows) {
    List<Integer> open = rows.stream().filter(i -> given(i) != null && proved(i) == null).toList();
    BigDecimal percent = open.isEmpty() ? null : missing(rows, DiscountUnit.PERCENT);
    BigDecimal dinar = open.isEmpty() ? null : missing(rows, DiscountUnit.DINAR);
    if (percent != null && dinar != null) {
      prove(open, percent, dinar);
    }
  }

  /** The document's total less its lines, as that unit has them; null when one is not known. */
  private @Nullable BigDecimal missing(List<Integer> rows, DiscountUnit unit) {
    BigDecimal ht = amounts.totalHt(rows.get(0));
    BigDecimal left = ht != null ? ht : amounts.totalTtc(rows.get(0));
    for (int i : rows) {
      BigDecimal gross = amounts.gross(i);
      BigDecimal vat = ht != null ? BigDecimal.ZERO : amounts.vatRate(i);
      if (left == null || gross == null || vat == null) {
        return null;
      }
      DiscountUnit own = proved(i);
      BigDecimal discount = given(i);
      BigDecimal net =
          discount == null
              ? gross
              : gross.subtract((own == null ? unit : own).off(gross, discount));
      left = left.subtract(net.multiply(HUNDRED.add(vat)).movePointLeft(2));
    }
    return left;
  }

  private void prove(List<Integer> rows, BigDecimal byPercent, BigDecimal byDinar) {
    for (BigDecimal tolerance : TOLERANCES) {
      boolean percent = byPercent.abs().compareTo(tolerance) <= 0;
      boolean dinar = byDinar.abs().compareTo(tolerance) <= 0;
      if (percent || dinar) {
        if (percent != dinar) {
          rows.forEach(i -> proved.put(i, percent ? DiscountUnit.PERCENT : DiscountUnit.DINAR));
        }
        return;
      }
    }
  }

  private @Nullable BigDecimal given(int row) {
    BigDecimal discount = discounts[row];
    return discount == null || discount.signum() == 0 ? null : discount;
  }
}
