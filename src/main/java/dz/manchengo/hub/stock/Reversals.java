package dz.manchengo.hub.stock;

import dz.manchengo.hub.platform.Figures;
import dz.manchengo.hub.platform.Sql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What reversals take back: one movement each, once (MVT-006). What people approved of a count is
 * corrected by another count (MVT-019).
 */
final class Reversals {
  private final JdbcClient db;
  private final boolean writes;

  /** Of this file, where it is only judged: the tables will not have them. */
  private final List<ReversibleMovement> unwritten = new ArrayList<>();

  Reversals(JdbcClient db, boolean writes) {
    this.db = db;
    this.writes = writes;
  }

  void remember(List<LedgerEntry> entries) {
    if (!writes) {
      entries.stream().map(Reversals::reversible).forEach(unwritten::add);
    }
  }

  private static ReversibleMovement reversible(LedgerEntry entry) {
    MovementRow row = entry.row();
    return new ReversibleMovement(
        0,
        row.movement().reference(),
        row.product().id(),
        entry.warehouseId(),
        row.lotId(),
        entry.quantity(),
        entry.worth().unitCost(),
        entry.worth().value(),
        false);
  }

  void find(List<MovementRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    List<ReversibleMovement> open =
        new ArrayList<>(
            db.sql(Sql.file("stock/find_reversible.sql"))
                .param(
                    "refs",
                    rows.stream()
                        .map(MovementRow::reversedReference)
                        .distinct()
                        .toArray(String[]::new))
                .query(ReversibleMovement.class)
                .list());
    open.addAll(unwritten);
    for (MovementRow row : rows) {
      Optional<ReversibleMovement> match = open.stream().filter(m -> isMeant(m, row)).findFirst();
      match.ifPresentOrElse(
          movement -> {
            if (movement.counted()) {
              tell(row, "MVT-019");
            } else {
              row.reversed = movement;
              open.remove(movement);
            }
          },
          () -> tell(row, "MVT-006"));
    }
  }

  private static boolean isMeant(ReversibleMovement movement, MovementRow row) {
    BigDecimal quantity = row.inBase(row.movement().quantity());
    BigDecimal was = movement.qtyBase();
    boolean amount =
        row.movement().signed()
            ? was.negate().compareTo(quantity) == 0
            : was.abs().compareTo(quantity) == 0;
    return amount
        && movement.refNo().equals(row.reversedReference())
        && movement.productId() == row.product().id()
        && movement.warehouseId() == row.warehouse().id()
        && Objects.equals(movement.lotId(), row.lotId());
  }

  private static void tell(MovementRow row, String rule) {
    String reference = row.reversedReference();
    row.tell(
        rule,
        row.text("reverses_ref") == null ? "ref_no" : "reverses_ref",
        reference,
        "ref",
        reference,
        "qty",
        Figures.of(row.movement().quantity()),
        "product",
        row.product().code());
  }
}
