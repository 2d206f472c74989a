package dz.manchengo.hub.catalog;

import java.util.Collection;
import java.util.Set;

/** The codes of the articles that have a record. */
@FunctionalInterface
public interface ProductCodes {
  /**
   * Those of the codes that an article has.
   *
   * @param codes in capitals
   */
  Set<String> among(Collection<String> codes);
}
