package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Origins;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.StockMovement.Origin;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Transfers of which a file tells both ends in rows of their own, -5 here and 5 there: one is not
 * posted without the other (MVT-017), and one that stands alone is told (MVT-018).
 */
final class TransferHalves {
  /** A file of nothing else would fill a memory, and the answer. */
  private static final int MOST = 10_000;

  private static final int MOST_TOLD = 50;

  private final Map<Key, Deque<Half>> alone = new HashMap<>();
  private int waiting;

  /** What both ends have alike; the sign is that of the end that is looked for. */
  private record Key(String reference, String product, String lot, BigDecimal quantity) {}

  /** One end. */
  private record Half(MovementRow row, Place place, String reference, String product) {}

  /** Rows of which it is known whether they stand. */
  void see(List<MovementRow> rows) {
    for (MovementRow row : rows) {
      if (isHalf(row)) {
        Deque<Half> others = alone.get(key(row, true));
        Half other = others == null ? null : others.poll();
        if (other == null) {
          keep(row);
        } else {
          waiting--;
          pair(row, other.row());
        }
      }
    }
  }

  private void keep(MovementRow row) {
    if (waiting < MOST) {
      waiting++;
      alone
          .computeIfAbsent(key(row, false), k -> new ArrayDeque<>(1))
          .add(new Half(row, row.raw.place(), row.movement().reference(), row.productShown()));
    }
  }

  private static void pair(MovementRow one, MovementRow other) {
    if (one.stands() && !other.stands()) {
      refuse(one, other);
    } else if (other.stands() && !one.stands()) {
      refuse(other, one);
    }
  }

  private static void refuse(MovementRow row, MovementRow refused) {
    String reference = row.movement().reference();
    row.tell(
        "MVT-017",
        "ref_no",
        reference,
        "ref",
        reference,
        "product",
        row.productShown(),
        "origin",
        Origins.here(refused.raw.place()));
  }

  /** What is told of those that stand alone, after the last row. */
  Stream<Finding> findings(String header) {
    return alone.values().stream()
        .flatMap(Deque::stream)
        .filter(half -> half.row().stands() && !half.row().unchanged)
        .limit(MOST_TOLD)
        .map(
            half ->
                RuleBook.finding(
                        "MVT-018",
                        half.place().at(header),
                        half.reference(),
                        "ref",
                        half.reference(),
                        "product",
                        half.product(),
                        "qty",
                        Figures.of(half.row().movement().quantity()))
                    .withDocument(half.reference()));
  }

  private static boolean isHalf(MovementRow row) {
    return row.isAssembled()
        && row.movement().origin() == Origin.TRANSFER
        && row.movement().signed()
        && row.text("warehouse_to") == null;
  }

  private static Key key(MovementRow row, boolean ofOther) {
    BigDecimal quantity = row.movement().quantity().stripTrailingZeros();
    return new Key(
        row.movement().reference(),
        row.productShown(),
        row.lotShown(),
        ofOther ? quantity.negate() : quantity);
  }
}
