package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.documents.StockMovement;
import dz.manchengo.hub.documents.StockMovement.Direction;
import dz.manchengo.hub.documents.StockMovement.Origin;
import dz.manchengo.hub.documents.StockMovement.Reason;
import dz.manchengo.hub.documents.StockMovement.State;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes movements of the rows of one file, or says what they lack. */
final class MovementAssembly {
  private final Set<Origin> reasonTold = EnumSet.noneOf(Origin.class);

  private final SignHabits habits = new SignHabits();

  /** What rows of the file say together, before any of them is assembled. */
  void see(List<MovementRow> rows) {
    habits.see(rows);
  }

  void assemble(MovementRow row) {
    LocalDateTime at = (LocalDateTime) required(row, "effective_at");
    Origin origin = origin(row);
    String reference = (String) required(row, "ref_no");
    requireProduct(row);
    if (row.raw.header().get("status") instanceof State state && state != State.DONE) {
      String said = row.raw.written("status", state);
      row.tell("MVT-013", "status", said, "ref", String.valueOf(row.raw.number()), "value", said);
    }
    if (origin == null) {
      return;
    }
    MovementSign sign = sign(row, origin);
    BigDecimal quantity = sign.quantity();
    checkCost(row);
    checkPieces(row);
    if (at != null && reference != null && quantity != null) {
      row.assembled(
          new StockMovement(
              at,
              origin,
              quantity,
              sign.signed(),
              row.number("unit_cost"),
              reference,
              row.text("ref_line"),
              reason(row, origin)));
    }
  }

  private static void checkPieces(MovementRow row) {
    BigDecimal pieces = row.number("pieces");
    if (pieces != null && (pieces.signum() == 0 || pieces.stripTrailingZeros().scale() > 0)) {
      String shown = Figures.of(pieces);
      row.tell("MVT-016", "pieces", shown, "value", shown);
    }
  }

  private static void requireProduct(MovementRow row) {
    if (row.text("product_name") == null) {
      required(row, "product_code");
    }
  }

  /** The value, or FMT-001 unless its cell was told to be wrong already. */
  private static @Nullable Object required(MovementRow row, String field) {
    Object value = row.raw.header().get(field);
    if (value == null && !wasTold(row, field)) {
      row.tell("FMT-001", field, null, "field", Labels.of(row, field));
    }
    return value;
  }

  private static boolean wasTold(MovementRow row, String field) {
    String header = row.raw.headers().get(field);
    return row.findings().stream()
        .anyMatch(f -> f.severity().rejects() && f.place().column().equals(header));
  }

  /** A feed may name it for a file that tells of nothing else. */
  private static @Nullable Origin origin(MovementRow row) {
    if (MovementPlaces.tellNothing(row.raw)) {
      row.tell(
          "FMT-001",
          "warehouse_to",
          row.text("warehouse_to"),
          "field",
          Labels.of(row, "origin"),
          Hints.PARAM,
          "hint.places",
          "hint_from",
          String.valueOf(row.text("warehouse")),
          "hint_to",
          String.valueOf(row.text("warehouse_to")));
      return null;
    }
    Object value = required(row, "origin");
    if (value instanceof Origin origin) {
      return origin;
    }
    for (Origin origin : Origin.values()) {
      if (origin.name().equals(value)) {
        return origin;
      }
    }
    if (value != null) {
      String allowed =
          Arrays.stream(Origin.values()).map(Enum::name).collect(Collectors.joining(", "));
      row.tell(
          "FMT-014",
          "origin",
          value.toString(),
          "value",
          value,
          "field",
          Labels.of(row, "origin"),
          "allowed",
          allowed);
    }
    return null;
  }

  private MovementSign sign(MovementRow row, Origin origin) {
    BigDecimal quantity = row.number("qty");
    MovementSign sign =
        MovementSign.of(
            new MovementSign.Said(
                origin,
                row.raw.header().get("direction") instanceof Direction direction ? direction : null,
                quantity,
                row.number("qty_in"),
                row.number("qty_out"),
                row.text("warehouse_to") != null,
                quantity != null && habits.isOdd(origin, quantity),
                habits.areTransfersSigned()));
    switch (sign.fault()) {
      case NO_QUANTITY -> required(row, quantityField(row));
      case NO_DIRECTION -> required(row, "direction");
      case DESTINATION -> {
        String way = "→ " + row.text("warehouse_to");
        row.tell("MVT-001", "warehouse_to", way, "origin", origin, "qty", way);
      }
      case CONTRADICTION ->
          row.tell(
              "MVT-001", quantityField(row), sign.shown(), "origin", origin, "qty", sign.shown());
      case NONE -> {}
    }
    return sign;
  }

  private static String quantityField(MovementRow row) {
    boolean exit = row.number("qty_out") != null || !row.raw.headers().containsKey("qty_in");
    boolean bare = row.raw.headers().containsKey("qty");
    return bare ? "qty" : exit ? "qty_out" : "qty_in";
  }

  private static void checkCost(MovementRow row) {
    BigDecimal cost = row.number("unit_cost");
    if (cost != null && cost.signum() < 0) {
      String shown = Figures.of(cost);
      row.tell("MVT-009", "unit_cost", shown, "value", shown);
    }
  }

  private @Nullable Reason reason(MovementRow row, Origin origin) {
    if (row.raw.header().get("reason") instanceof Reason reason) {
      return reason;
    }
    if (!origin.needsReason()) {
      return null;
    }
    Reason assumed = origin == Origin.PERTE ? Reason.OTHER : Reason.INVENTORY_ADJUSTMENT;
    if (reasonTold.add(origin)) {
      row.tell("MVT-008", "reason", null, "reason", assumed, "origin", origin);
    }
    return assumed;
  }
}
