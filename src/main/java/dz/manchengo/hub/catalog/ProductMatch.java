package dz.manchengo.hub.catalog;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The master record that a mention means.
 *
 * @param lotTracked whether its stock is kept by lots, so that a movement must name one
 * @param nameless made by a line without a description: its code stands there instead
 * @param factors unit code → factor to the base unit; the base unit itself has 1
 */
public record ProductMatch(
    long id,
    String code,
    How how,
    String baseUom,
    BigDecimal vatRate,
    boolean lotTracked,
    boolean active,
    boolean provisional,
    boolean nameless,
    Map<String, BigDecimal> factors) {
  /** Nobody sells or pays by them. */
  private static final Set<String> SMALL = Set.of("G", "CL", "ML");

  public enum How {
    CODE,
    NAME,
    CREATED
  }

  /** Factor from that unit to the base unit, null when there is no conversion. */
  public @Nullable BigDecimal factor(String uom) {
    return uom.equals(baseUom) ? BigDecimal.ONE : factors.get(uom);
  }

  /** Its units, as a sentence lists them. */
  public String units() {
    Set<String> units = new HashSet<>(factors.keySet());
    units.add(baseUom);
    return Units.Known.listed(units);
  }

  /**
   * Whether a price by that unit is hardly meant: 500 g at 1 450 DA are 725 DA or 725 000
   * (MDM-023).
   */
  public boolean isHardlyPricedBy(@Nullable String uom) {
    return uom != null && SMALL.contains(uom) && !uom.equals(baseUom);
  }

  /** What the sentence of MDM-023 says of such a price. */
  public Object[] priceParams(String price, String uom) {
    return new Object[] {"value", price, "uom", uom, "base", baseUom, "product", code};
  }
}
