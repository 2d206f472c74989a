package dz.manchengo.hub.stock;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A movement as a valuation meets it.
 *
 * @param qty signed, in the base unit
 * @param costGiven whether an entry has a cost of its own
 * @param value what it is worth so far, DA with its sign; null while nobody knows
 * @param reversesId the movement that it takes back; null for none
 * @param reversedValue what that one is worth so far
 * @param reversed whether another one takes it back
 * @param transfer the reference of a transfer, whose other end has it too; null for none
 * @param closed whether its period is closed: it stays as it is
 */
record ValuedMovement(
    long movementId,
    long productId,
    OffsetDateTime effectiveAt,
    BigDecimal qty,
    @Nullable BigDecimal unitCost,
    boolean costGiven,
    @Nullable BigDecimal value,
    @Nullable Long reversesId,
    @Nullable BigDecimal reversedValue,
    boolean reversed,
    @Nullable String transfer,
    boolean closed) {}
