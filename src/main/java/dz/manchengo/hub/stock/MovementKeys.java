package dz.manchengo.hub.stock;

import dz.manchengo.hub.catalog.Warehouses;
import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.StockMovement;
import dz.manchengo.hub.documents.StockMovement.Origin;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What makes a movement the same when it comes again: source, reference, line and lot (domain notes
 * §5.1). Where the file numbers no lines, product, warehouse, moment and direction stand for the
 * line, and several alike within a file are told apart by their order.
 */
final class MovementKeys {
  private final String source;
  private final Map<String, Seen> seen = new HashMap<>();

  /** How often, and where and of how much the last time. */
  private record Seen(int count, Place place, BigDecimal quantity) {}

  MovementKeys(String source) {
    this.source = source;
  }

  /** Refused rows are counted too: corrected, they find their own number again. */
  void assign(MovementRow row) {
    StockMovement movement = row.movement();
    String line = movement.line();
    String lot = LotMention.norm(row.lotShown());
    String head = source + ":" + DocumentNumber.norm(movement.reference()) + ":";
    if (line != null) {
      String end = movement.origin() == Origin.TRANSFER ? direction(movement) : "";
      row.key = head + line + end + ":" + lot;
    } else {
      String alike = head + substitute(row) + ":" + lot;
      Seen before = seen.get(alike);
      int number = before == null ? 1 : before.count() + 1;
      row.key = number == 1 ? alike : alike + "#" + number;
      seen.put(alike, new Seen(number, row.raw.place(), movement.quantity()));
      if (before != null && before.quantity().compareTo(movement.quantity()) == 0) {
        row.twin = before.place();
      }
    }
  }

  private static String substitute(MovementRow row) {
    StockMovement movement = row.movement();
    return row.productShown().toUpperCase(java.util.Locale.ROOT)
        + "@"
        + Warehouses.key(Objects.requireNonNullElse(row.text("warehouse"), ""))
        + "/"
        + movement.effectiveAt()
        + "/"
        + movement.origin()
        + direction(movement);
  }

  private static String direction(StockMovement movement) {
    return movement.quantity().signum() < 0 ? "-" : "+";
  }
}
