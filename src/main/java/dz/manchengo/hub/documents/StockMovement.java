package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that came into a warehouse or left it, as a file tells it.
 *
 * @param effectiveAt when it moved, in the time of business dates
 * @param quantity signed, in the unit that the file names: positive came in; of a reversal without
 *     a direction the amount only
 * @param signed false only for a reversal whose direction is that of the movement it takes back
 * @param unitCost DA per unit, null when the file gives none
 * @param line number of the line within its reference; null when the file numbers none
 */
public record StockMovement(
    LocalDateTime effectiveAt,
    Origin origin,
    BigDecimal quantity,
    boolean signed,
    @Nullable BigDecimal unitCost,
    String reference,
    @Nullable String line,
    @Nullable Reason reason) {

  /** Why it moved (domain notes §5.1). */
  public enum Origin {
    OPENING(0),
    RECEPTION(1),
    PRODUCTION_IN(1),
    PRODUCTION_OUT(-1),
    VENTE(-1),
    RETOUR_CLIENT(1),
    RETOUR_FOURNISSEUR(-1),
    TRANSFER(0),
    PERTE(-1),
    INVENTAIRE(0),
    REVERSAL(0);

    private final int sign;

    Origin(int sign) {
      this.sign = sign;
    }

    /** 1 for what only comes in, -1 for what only goes out, 0 for both. */
    public int sign() {
      return sign;
    }

    /** Whether a movement of it needs a reason. */
    public boolean needsReason() {
      return this == PERTE || this == INVENTAIRE;
    }
  }

  public enum Direction {
    IN,
    OUT
  }

  /** Whether it has moved at all. */
  public enum State {
    DONE,
    PLANNED,
    CANCELLED
  }

  /** Why something was lost or corrected. */
  public enum Reason {
    DLC_EXPIRED,
    QUALITY_DEFECT,
    DAMAGE,
    CONTAMINATION,
    INVENTORY_ADJUSTMENT,
    OTHER,
    COUNT_ERROR,
    UNIT_ERROR,
    UNRECORDED_EXIT,
    UNRECORDED_ENTRY,
    WEIGHT_LOSS,
    SAMPLE,
    THEFT_SUSPECTED,
    LABEL_SWAP
  }
}
