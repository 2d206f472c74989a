package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.StockMovement.Origin;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the quantities of a file that has no direction say of their signs: whether its exits carry a
 * minus or none of them does, and whether both ends of its transfers are rows of their own.
 */
final class SignHabits {
  private final Map<Origin, Counts> seen = new EnumMap<>(Origin.class);

  private record Counts(int positive, int negative) {}

  void see(List<MovementRow> rows) {
    for (MovementRow row : rows) {
      BigDecimal quantity = row.number("qty");
      boolean bare = row.raw.header().get("direction") == null && row.text("warehouse_to") == null;
      if (bare
          && quantity != null
          && quantity.signum() != 0
          && row.raw.header().get("origin") instanceof Origin origin) {
        boolean positive = quantity.signum() > 0;
        seen.merge(
            origin,
            new Counts(positive ? 1 : 0, positive ? 0 : 1),
            (a, b) -> new Counts(a.positive() + b.positive(), a.negative() + b.negative()));
      }
    }
  }

  /** Whether the file writes most rows of that origin with the other sign. */
  boolean isOdd(Origin origin, BigDecimal quantity) {
    Counts counts = seen.getOrDefault(origin, new Counts(0, 0));
    return quantity.signum() > 0
        ? counts.negative() > 0 && counts.positive() <= counts.negative()
        : counts.positive() > counts.negative();
  }

  /** Whether some transfers carry a minus: those without one come in. */
  boolean areTransfersSigned() {
    return seen.getOrDefault(Origin.TRANSFER, new Counts(0, 0)).negative() > 0;
  }
}
