package dz.manchengo.hub.catalog;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the product records say about lots, shelf life and weight. */
@Component
public class ProductTraits {
  private final JdbcClient db;

  ProductTraits(JdbcClient db) {
    this.db = db;
  }

  /**
   * Traits of one product.
   *
   * @param productType MP, EMB, CONS, SF, PF or IMMO
   * @param nominalWeightKg of one piece
   */
  public record Traits(
      long productId,
      String productType,
      boolean lotTracked,
      @Nullable Integer shelfLifeDays,
      @Nullable BigDecimal nominalWeightKg) {
    /** Packaging, supplies and machines weigh, but are not what is made. */
    public boolean isMaterial() {
      return !Set.of("EMB", "CONS", "IMMO").contains(productType);
    }
  }

  /** By product id; one that has no record, because nothing was written, is not in the map. */
  public Map<Long, Traits> of(Collection<Long> products) {
    if (products.isEmpty()) {
      return Map.of();
    }
    return db
        .sql(
            "SELECT product_id, product_type, lot_tracked, shelf_life_days, nominal_weight_kg"
                + " FROM product WHERE product_id = ANY (:ids)")
        .param("ids", products.stream().distinct().toArray(Long[]::new))
        .query(Traits.class)
        .stream()
        .collect(Collectors.toMap(Traits::productId, Function.identity()));
  }
}
