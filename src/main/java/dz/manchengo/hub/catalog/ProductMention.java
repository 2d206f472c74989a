package dz.manchengo.hub.catalog;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A product as a line names it; code or name is given.
 *
 * @param uom base unit for a record that has to be made, a code of table uom
 * @param vatRate percent, for a record that has to be made
 */
public record ProductMention(
    @Nullable String code, @Nullable String name, String uom, BigDecimal vatRate) {

  /** What decides which product is meant: the code where there is one, else the name. */
  public String key() {
    return code != null ? "c" + code : "n" + NameKey.of(String.valueOf(name));
  }
}
