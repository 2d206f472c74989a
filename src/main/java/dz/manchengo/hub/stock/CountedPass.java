package dz.manchengo.hub.stock;

import dz.manchengo.hub.catalog.NameKey;
import java.math.BigDecimal;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * What one person counted of one line.
 *
 * @param pass 1 to 3
 * @param quantity as counted, in the unit of the row; in the base unit once it is in the tables
 * @param pieces null when the file gives none
 * @param by null when the file does not say
 */
record CountedPass(
    int pass, BigDecimal quantity, @Nullable BigDecimal pieces, @Nullable String by) {

  /** The same as that pass. */
  CountedPass as(int number) {
    return new CountedPass(number, quantity, pieces, by);
  }

  /** Field of its quantity. */
  String field() {
    return field(pass);
  }

  static String field(int pass) {
    return pass == 1 ? "counted_qty" : "counted_qty_" + pass;
  }

  static String fieldOfCounter(int pass) {
    return pass == 1 ? "counted_by" : "counted_by_" + pass;
  }

  /** Whether the file does not say who counted. */
  boolean isOfNobody() {
    return by == null || NameKey.people(by).isEmpty();
  }

  /** Whether somebody is known to be among both. */
  boolean isBySameAs(@Nullable String other) {
    return by != null
        && other != null
        && !Collections.disjoint(NameKey.people(by), NameKey.people(other));
  }
}
