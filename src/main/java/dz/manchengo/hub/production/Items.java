package dz.manchengo.hub.production;

import dz.manchengo.hub.catalog.ProductMention;
import dz.manchengo.hub.documents.Batch;
import java.math.BigDecimal;
import java.util.Locale;

/** Products of batches as the catalogue is asked for them. */
final class Items {
  private static final BigDecimal NORMAL_RATE = BigDecimal.valueOf(19);

  private Items() {}

  /**
   * The mention of a product.
   *
   * @param uom base unit for a record that has to be made
   */
  static ProductMention mention(Batch.Item item, String uom) {
    String code = item.code() == null ? null : item.code().toUpperCase(Locale.ROOT);
    return new ProductMention(code, item.name(), uom, NORMAL_RATE);
  }

  static String key(Batch.Item item) {
    return mention(item, "PCE").key();
  }
}
