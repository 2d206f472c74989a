package dz.manchengo.hub.catalog;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The master record that a mention means.
 *
 * @param lotTracked whether its stock is kept by lots, so that a movement must name one
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
    Map<String, BigDecimal> factors) {
  public enum How {
    CODE,
    NAME,
    CREATED
  }

  /** Factor from that unit to the base unit, null when there is no conversion. */
  public @Nullable BigDecimal factor(String uom) {
    return uom.equals(baseUom) ? BigDecimal.ONE : factors.get(uom);
  }
}
