package dz.manchengo.hub.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import dz.manchengo.hub.reconciliation.CountSessionBook;
import dz.manchengo.hub.reconciliation.Difference;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A count session as programs read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShownCount(
    String session,
    String warehouse,
    String kind,
    String freeze,
    String emptyMeans,
    OffsetDateTime cutoffAt,
    String status,
    @Nullable String openedBy,
    @Nullable String closedBy,
    @Nullable String closedBecause,
    int lines,
    int differences,
    int pending) {

  static ShownCount of(CountSessionBook.Listed one) {
    return new ShownCount(
        one.session(),
        one.warehouse(),
        one.kind(),
        one.freeze(),
        one.emptyMeans(),
        one.cutoffAt(),
        one.status(),
        one.openedBy(),
        one.closedBy(),
        one.closedBecause(),
        one.lines(),
        one.differences(),
        one.pending());
  }

  record All(List<ShownCount> items) {}

  /** What was done, and how the session is since. */
  record Done(int done, ShownCount session) {}

  record Differences(List<OfDifference> items, String nextCursor, boolean hasMore) {}

  /** Counted less book; quantities and money as exact decimals. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record OfDifference(
      String product,
      @Nullable String lot,
      String quantity,
      String unit,
      @Nullable String value,
      String level,
      String status,
      @Nullable String reason) {

    static OfDifference of(Difference one) {
      BigDecimal value = one.deltaValue();
      return new OfDifference(
          one.productCode(),
          one.lotCode(),
          plain(one.deltaQty()),
          one.baseUom(),
          value == null ? null : plain(value),
          one.level(),
          one.status(),
          one.reasonCode());
    }

    private static String plain(BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
  }
}
