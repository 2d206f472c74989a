package dz.manchengo.hub.production;

import dz.manchengo.hub.documents.Batch;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a batch's own row says of outputs that have a sheet of their own: not one more output, but
 * what those of its product come to together (PRD-027). Of a single output it says the rest.
 */
final class OutputTotals {
  private static final List<String> REST = List.of("output_lot", "uom", "output_kg", "dlc", "ddm");

  private OutputTotals() {}

  /**
   * Compares and completes.
   *
   * @param telling rows of both sheets that tell of an output
   * @param apart of them those of the outputs' sheet
   */
  static void settle(
      BatchCandidate candidate,
      Batch.@Nullable Item ofBatch,
      List<RawDocument.Line> telling,
      List<RawDocument.Line> apart) {
    for (RawDocument.Line total : telling) {
      if (!total.detail()) {
        List<RawDocument.Line> own = apart.stream().filter(l -> isOf(total, l, ofBatch)).toList();
        if (own.size() == 1 && telling.size() == apart.size() + 1) {
          REST.forEach(field -> complete(own.get(0), total, field));
        }
        compare(candidate, total, own, "qty_produced");
        compare(candidate, total, own, "output_kg");
      }
    }
  }

  private static void complete(RawDocument.Line output, RawDocument.Line total, String field) {
    Object value = total.values().get(field);
    if (value != null) {
      output.values().putIfAbsent(field, value);
    }
  }

  private static boolean isOf(
      RawDocument.Line total, RawDocument.Line output, Batch.@Nullable Item ofBatch) {
    Batch.Item whole = OutputLines.item(total.values());
    Batch.Item one = OutputLines.item(output.values());
    Batch.Item named = one.isNamed() ? one : ofBatch;
    return !whole.isNamed() || named == null || Items.key(whole).equals(Items.key(named));
  }

  private static void compare(
      BatchCandidate candidate, RawDocument.Line total, List<RawDocument.Line> own, String field) {
    BigDecimal declared = RawDocument.number(total.values(), field);
    boolean all =
        own.stream().allMatch(o -> o.values().containsKey(field) && isInUnitOf(total, o, field));
    if (declared == null || own.isEmpty() || !all) {
      return;
    }
    BigDecimal sum =
        own.stream()
            .map(o -> Objects.requireNonNull(RawDocument.number(o.values(), field)))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(declared) != 0) {
      candidate.tell(
          "PRD-027",
          total.place(),
          field,
          Figures.of(declared),
          "no",
          String.valueOf(candidate.raw.number()),
          "decl",
          Figures.of(declared),
          "sum",
          Figures.of(sum),
          "n",
          own.size());
    }
  }

  private static boolean isInUnitOf(RawDocument.Line total, RawDocument.Line output, String field) {
    Object unit = total.values().get("uom");
    Object other = output.values().get("uom");
    return field.equals("output_kg") || unit == null || other == null || unit.equals(other);
  }
}
