package dz.manchengo.hub.production;

import dz.manchengo.hub.documents.Batch;
import dz.manchengo.hub.documents.Origins;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What went into a batch, from rows of their own, from the batch's rows, or from one text. */
final class InputLines {
  private static final List<String> TELLING =
      List.of("input_lot", "input_code", "input_name", "qty_used");

  private InputLines() {}

  static boolean isInput(Map<String, Object> values) {
    return TELLING.stream().anyMatch(values::containsKey);
  }

  /** Whether the file has a place for them at all. */
  static boolean haveAPlace(BatchCandidate candidate) {
    return candidate.has("qty_used", "input_lots", "milk_litres");
  }

  static List<Batch.Input> of(BatchCandidate candidate) {
    List<Batch.Input> inputs = new ArrayList<>();
    for (RawDocument.Line line : candidate.raw.lines()) {
      if (isInput(line.values())) {
        add(candidate, line, inputs);
      }
    }
    tellRepeated(candidate, inputs);
    String text = RawDocument.text(candidate.raw.header(), "input_lots");
    if (text != null) {
      inputs.addAll(ConsumedText.of(candidate, text));
    }
    return inputs;
  }

  /**
   * PRD-025: a file with a row for each output may repeat what went in on all of them, and a lot
   * may be used twice. Nobody knows which: all are counted.
   */
  private static void tellRepeated(BatchCandidate candidate, List<Batch.Input> inputs) {
    Map<List<Object>, Batch.Input> first = new HashMap<>();
    for (Batch.Input input : inputs) {
      List<Object> same =
          Arrays.asList(input.product(), input.lot(), input.quantity(), input.uom());
      Batch.Input before = input.lot() == null ? null : first.putIfAbsent(same, input);
      if (before != null) {
        candidate.warn(
            "PRD-025",
            input.place(),
            "qty_used",
            Figures.of(input.quantity()),
            "lot",
            String.valueOf(input.lot()),
            "qty",
            Figures.of(input.quantity()),
            "origin",
            Origins.here(before.place()));
        return; // once for the batch
      }
    }
  }

  /** A component with a quantity of zero was planned and not used. */
  private static void add(
      BatchCandidate candidate, RawDocument.Line line, List<Batch.Input> inputs) {
    Map<String, Object> values = line.values();
    Place place = line.place();
    BigDecimal quantity = OutputLines.positive(candidate, place, values, "qty_used");
    Batch.Item product =
        new Batch.Item(
            RawDocument.text(values, "input_code"), RawDocument.text(values, "input_name"));
    String lot = RawDocument.text(values, "input_lot");
    if (!values.containsKey("qty_used")) {
      BatchAssembly.required(candidate, place, "qty_used");
    }
    if (!product.isNamed()) {
      BatchAssembly.required(candidate, place, candidate.oneOf("input_code", "input_name"));
    } else if (quantity != null) {
      inputs.add(
          new Batch.Input(
              place,
              product,
              lot,
              OutputLines.positive(candidate, place, values, "qty_planned"),
              quantity,
              unit(values),
              cost(candidate, place, values)));
    }
  }

  /** On a row with an output the column « Unité » speaks of that one. */
  private static @Nullable String unit(Map<String, Object> values) {
    String own = RawDocument.text(values, "input_uom");
    return own != null || values.containsKey("qty_produced")
        ? own
        : RawDocument.text(values, "uom");
  }

  private static @Nullable BigDecimal cost(
      BatchCandidate candidate, Place place, Map<String, Object> values) {
    BigDecimal cost = RawDocument.number(values, "unit_cost");
    if (cost != null && cost.signum() < 0) {
      Impossible.tell(candidate, place, "unit_cost", cost);
      return null;
    }
    return cost;
  }
}
