package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.StockMovement;
import dz.manchengo.hub.platform.CopyIn;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only table of movements. */
@Component
class Ledger {
  private final JdbcClient db;
  private final DataSource source;
  private final ZoneId zone;

  Ledger(JdbcClient db, DataSource source, Clock clock) {
    this.db = db;
    this.source = source;
    this.zone = clock.getZone();
  }

  /** The last day of closed stock; empty while nothing is closed. */
  Optional<LocalDate> closedThrough() {
    return Optional.ofNullable(new CountedStock(db).closedThrough());
  }

  void append(long submission, List<LedgerEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    try (CopyIn copy =
        CopyIn.into(
            source,
            "stock_movement",
            "effective_at",
            "product_id",
            "lot_id",
            "warehouse_id",
            "origin",
            "qty_base",
            "pieces",
            "unit_cost",
            "value",
            "cost_given",
            "party_id",
            "ref_type",
            "ref_no",
            "ref_line",
            "reason_code",
            "entered_by",
            "reverses_id",
            "idempotency_key",
            "submission_id",
            "source_sheet",
            "source_row")) {
      entries.forEach(entry -> append(copy, submission, entry));
      copy.end();
    }
  }

  private void append(CopyIn copy, long submission, LedgerEntry entry) {
    MovementRow row = entry.row();
    StockMovement movement = row.movement();
    ReversibleMovement reversed = row.reversed;
    copy.row(
        movement.effectiveAt().atZone(zone).toOffsetDateTime(),
        row.product().id(),
        row.lotId(),
        entry.warehouseId(),
        movement.origin(),
        entry.quantity(),
        entry.pieces(),
        entry.worth().unitCost(),
        entry.worth().value(),
        entry.hasOwnCost(),
        row.party == null ? null : row.party.id(),
        "MOVEMENT",
        movement.reference(),
        movement.line(),
        movement.reason(),
        row.text("entered_by"),
        reversed == null ? null : reversed.movementId(),
        entry.key(),
        submission,
        row.raw.place().sheet(),
        row.raw.place().row());
  }
}
