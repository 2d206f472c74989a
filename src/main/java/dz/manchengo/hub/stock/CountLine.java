package dz.manchengo.hub.stock;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A line of a count: one product, lot and place of one session. */
final class CountLine {
  final Key key;
  final Map<Integer, CountedPass> passes = new HashMap<>();

  /** Of each pass, where it was counted. */
  final Map<Integer, String> origins = new HashMap<>();

  long id;
  boolean isNew = true;
  BigDecimal book = BigDecimal.ZERO;
  @Nullable BigDecimal unitCost;
  boolean unexpected;

  CountLine(Key key) {
    this.key = key;
  }

  /**
   * What makes it this line.
   *
   * @param lotId 0 for none
   * @param bin empty for none
   */
  record Key(long sessionId, long productId, long lotId, String bin) {}
}
