package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A production batch as a file gives it. Quantities are in the unit that stands beside them, masses
 * in kg; null is what the file does not say.
 *
 * @param product what the batch is for: the first product that its rows name
 * @param declaredYield percent, of whatever the source calls a yield
 * @param measures canonical field → what was measured
 */
public record Batch(
    String number,
    Place place,
    Status status,
    Item product,
    LocalDate madeOn,
    @Nullable LocalDateTime startedAt,
    @Nullable LocalDateTime endedAt,
    @Nullable String recipe,
    @Nullable String operator,
    @Nullable BigDecimal milkLitres,
    @Nullable BigDecimal planned,
    @Nullable BigDecimal lossKg,
    @Nullable String lossReason,
    @Nullable BigDecimal declaredYield,
    @Nullable LocalDate ripeningStart,
    @Nullable LocalDate ripeningEnd,
    @Nullable String cellar,
    @Nullable Quality quality,
    @Nullable String note,
    Map<String, BigDecimal> measures,
    List<Output> outputs,
    List<Input> inputs) {

  public enum Status {
    PLANNED,
    IN_PROGRESS,
    RIPENING,
    COMPLETED,
    CANCELLED
  }

  public enum Quality {
    OK,
    DEFAUT_MINEUR,
    DEFAUT_MAJEUR
  }

  /** A product as its row names it, by code, by name or by both. */
  public record Item(@Nullable String code, @Nullable String name) {
    public boolean isNamed() {
      return code != null || name != null;
    }
  }

  /** One lot that came out, or a quantity of which no lot is named. */
  public record Output(
      Place place,
      Item product,
      @Nullable String lot,
      BigDecimal quantity,
      @Nullable String uom,
      @Nullable BigDecimal weightKg,
      @Nullable LocalDate dlc,
      @Nullable LocalDate ddm) {}

  /** What went in of one lot, or of a product whose lot is not named. */
  public record Input(
      Place place,
      Item product,
      @Nullable String lot,
      @Nullable BigDecimal planned,
      BigDecimal quantity,
      @Nullable String uom,
      @Nullable BigDecimal unitCost) {}
}
