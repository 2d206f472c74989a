package dz.manchengo.hub.stock;

import dz.manchengo.hub.catalog.PartyMatch;
import dz.manchengo.hub.catalog.WarehouseMatch;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.StockMovement;
import dz.manchengo.hub.documents.StockMovement.Origin;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row that tells of one movement; of a transfer from one warehouse to another of both ends. */
final class MovementRow extends StockRow {
  private @Nullable StockMovement movement;
  @Nullable WarehouseMatch destination;
  @Nullable ReversibleMovement reversed;

  /** Who delivered, or was delivered to; null where nobody said, and inside the company. */
  @Nullable PartyMatch party;

  String key = "";
  boolean unchanged;

  /** A row of the file with the very same movement, if this is not the first. */
  @Nullable Place twin;

  MovementRow(RawDocument raw) {
    super(raw);
  }

  void assembled(StockMovement assembled) {
    movement = assembled;
  }

  boolean isAssembled() {
    return movement != null;
  }

  StockMovement movement() {
    return Objects.requireNonNull(movement);
  }

  boolean isReversal() {
    return movement != null && movement.origin() == Origin.REVERSAL;
  }

  boolean toBeWritten() {
    return stands() && !unchanged;
  }

  /** Signed, in the base unit; of a reversal as what it takes back has it. */
  BigDecimal quantity() {
    return reversed != null ? reversed.qtyBase().negate() : inBase(movement().quantity());
  }

  /** Beside the quantity, with its sign; null where nobody said. */
  @Nullable BigDecimal pieces() {
    BigDecimal pieces = number("pieces");
    return pieces == null ? null : pieces.abs().multiply(BigDecimal.valueOf(quantity().signum()));
  }

  /** DA for one base unit as the file gives it; null when it gives none. */
  @Nullable BigDecimal unitCost() {
    BigDecimal cost = movement().unitCost();
    return cost == null ? null : perBase(cost);
  }

  /** The reference under which the movement lies that a reversal takes back. */
  String reversedReference() {
    return Objects.requireNonNullElse(text("reverses_ref"), movement().reference());
  }
}
