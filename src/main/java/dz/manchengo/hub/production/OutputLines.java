package dz.manchengo.hub.production;

import dz.manchengo.hub.documents.Batch;
import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.Origins;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.platform.Days;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a batch. Several rows are several lots; a row that names a lot again, because it
 * tells one more thing that went in, must say the same of it (FIL-013). Where outputs have a sheet
 * of their own, the batch's row gives what they come to together (PRD-027).
 */
final class OutputLines {
  /** Fields of the batch sheet that belong to one lot. */
  static final List<String> FIELDS =
      List.of(
          "output_lot",
          "product_code",
          "product_name",
          "qty_produced",
          "uom",
          "output_kg",
          "dlc",
          "ddm");

  /** Without any of these a row tells of no output. */
  private static final List<String> TELLING = List.of("output_lot", "qty_produced", "output_kg");

  private final BatchCandidate candidate;
  private final Batch.@Nullable Item ofBatch;
  private final Map<String, RawDocument.Line> first = new LinkedHashMap<>();
  private final List<Batch.Output> outputs = new ArrayList<>();

  private OutputLines(BatchCandidate candidate, Batch.@Nullable Item ofBatch) {
    this.candidate = candidate;
    this.ofBatch = ofBatch;
  }

  static List<Batch.Output> of(BatchCandidate candidate, Batch.@Nullable Item ofBatch) {
    OutputLines lines = new OutputLines(candidate, ofBatch);
    List<RawDocument.Line> telling =
        candidate.raw.lines().stream()
            .filter(line -> TELLING.stream().anyMatch(line.values()::containsKey))
            .toList();
    List<RawDocument.Line> apart = telling.stream().filter(RawDocument.Line::detail).toList();
    if (apart.isEmpty()) {
      telling.forEach(lines::add);
    } else {
      OutputTotals.settle(candidate, ofBatch, telling, apart);
      apart.forEach(lines::add);
    }
    return lines.outputs;
  }

  static Batch.Item item(Map<String, Object> values) {
    return new Batch.Item(
        RawDocument.text(values, "product_code"), RawDocument.text(values, "product_name"));
  }

  private void add(RawDocument.Line line) {
    RawDocument.Line before = first.putIfAbsent(key(line), line);
    if (before == null) {
      output(line);
    } else {
      checkSame(before, line);
    }
  }

  private String key(RawDocument.Line line) {
    Batch.Item item = item(line.values());
    String lot = RawDocument.text(line.values(), "output_lot");
    String product = item.isNamed() ? item.toString() : String.valueOf(ofBatch);
    return product + "|" + (lot == null ? "" : DocumentNumber.norm(lot));
  }

  /** The same lot twice is one only if the row is there for what it says of an input. */
  private void checkSame(RawDocument.Line before, RawDocument.Line line) {
    if (line.values().containsKey("qty_produced") && !InputLines.isInput(line.values())) {
      tellAgain(before, line);
      return;
    }
    for (String field : List.of("qty_produced", "uom", "output_kg", "dlc", "ddm")) {
      Object was = before.values().get(field);
      Object is = line.values().get(field);
      if (is != null && !same(was, is)) {
        tellTwice(field, before, was, line, is);
        return;
      }
    }
  }

  private static boolean same(@Nullable Object a, Object b) {
    if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
      return x.compareTo(y) == 0;
    }
    return Objects.equals(a, b);
  }

  /** PRD-026: nobody knows whether it is one output told twice, or two to be added up. */
  private void tellAgain(RawDocument.Line before, RawDocument.Line line) {
    String lot = RawDocument.text(line.values(), "output_lot");
    Batch.Item item = item(line.values());
    candidate.tell(
        "PRD-026",
        line.place(),
        "qty_produced",
        shown(line.values().get("qty_produced")),
        "no",
        String.valueOf(candidate.raw.number()),
        "output",
        lot != null ? lot : BatchRules.label(item.isNamed() || ofBatch == null ? item : ofBatch),
        "v1",
        shown(before.values().get("qty_produced")),
        "v2",
        shown(line.values().get("qty_produced")),
        "origin",
        Origins.here(before.place()));
  }

  static String shown(@Nullable Object value) {
    if (value instanceof LocalDate day) {
      return Days.of(day);
    }
    return value instanceof BigDecimal number ? Figures.of(number) : String.valueOf(value);
  }

  private void tellTwice(
      String field,
      RawDocument.Line before,
      @Nullable Object was,
      RawDocument.Line line,
      Object is) {
    candidate.tell(
        "FIL-013",
        line.place(),
        field,
        shown(is),
        "doc",
        String.valueOf(candidate.raw.number()),
        "field",
        candidate.raw.headers().getOrDefault(field, field).strip(),
        "v1",
        shown(was),
        "r1",
        before.place().row(),
        "v2",
        shown(is),
        "r2",
        line.place().row());
  }

  private void output(RawDocument.Line line) {
    Map<String, Object> values = line.values();
    BigDecimal quantity = positive(line, "qty_produced");
    if (quantity == null) {
      return; // not made yet, or said already; a batch that is finished so is refused (PRD-003)
    }
    Batch.Item own = item(values);
    outputs.add(
        new Batch.Output(
            line.place(),
            own.isNamed() || ofBatch == null ? own : ofBatch,
            RawDocument.text(values, "output_lot"),
            quantity,
            RawDocument.text(values, "uom"),
            positive(line, "output_kg"),
            RawDocument.date(values, "dlc"),
            RawDocument.date(values, "ddm")));
  }

  private @Nullable BigDecimal positive(RawDocument.Line line, String field) {
    return positive(candidate, line.place(), line.values(), field);
  }

  /** The value, null where it is zero or missing; a negative one refuses the batch. */
  static @Nullable BigDecimal positive(
      BatchCandidate candidate, Place place, Map<String, Object> values, String field) {
    BigDecimal value = RawDocument.number(values, field);
    if (value != null && value.signum() < 0) {
      Impossible.tell(candidate, place, field, value);
    }
    return value == null || value.signum() <= 0 ? null : value;
  }
}
