package dz.manchengo.hub.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import dz.manchengo.hub.reconciliation.Difference;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A difference as programs read it: counted less book, quantities and money as exact decimals. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShownDifference(
    String product,
    @Nullable String lot,
    String quantity,
    String unit,
    @Nullable String value,
    String level,
    String status,
    @Nullable String reason,
    List<String> rules) {

  static ShownDifference of(Difference one) {
    BigDecimal value = one.deltaValue();
    return new ShownDifference(
        one.productCode(),
        one.lotCode(),
        plain(one.deltaQty()),
        one.baseUom(),
        value == null ? null : plain(value),
        one.level(),
        one.status(),
        one.reasonCode(),
        rules(one.rules()));
  }

  private static List<String> rules(@Nullable String rules) {
    return rules == null ? List.of() : List.of(rules.split(", "));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
