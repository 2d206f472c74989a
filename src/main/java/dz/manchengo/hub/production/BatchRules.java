package dz.manchengo.hub.production;

import dz.manchengo.hub.documents.Batch;
import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a batch says of itself, judged without any table. */
final class BatchRules {
  private static final Duration SHORTEST = Duration.ofMinutes(10);
  private static final Duration LONGEST = Duration.ofDays(3);

  private final BatchCandidate candidate;
  private final Batch batch;

  private BatchRules(BatchCandidate candidate) {
    this.candidate = candidate;
    this.batch = candidate.batch();
  }

  static void check(BatchCandidate candidate) {
    BatchRules rules = new BatchRules(candidate);
    if (rules.batch.status() == Batch.Status.COMPLETED) {
      rules.checkWhole();
    }
    rules.tellMissingLots();
    rules.checkTimes();
    rules.checkRipening();
    rules.checkPlan();
    rules.checkCodes();
    rules.checkOwnLots();
  }

  private void checkWhole() {
    if (batch.outputs().isEmpty()) {
      candidate.tell("PRD-003", "qty_produced", null, "no", batch.number());
    }
    boolean milk = batch.milkLitres() != null && batch.milkLitres().signum() > 0;
    if (batch.inputs().isEmpty() && !milk) {
      if (InputLines.haveAPlace(candidate)) {
        candidate.tell("PRD-004", "qty_used", null, "no", batch.number());
      } else {
        candidate.warn("PRD-004", batch.place(), "qty_used", null, "no", batch.number());
      }
    }
  }

  /** Once for each product; milk that only has its litres is one. */
  private void tellMissingLots() {
    Set<Batch.Item> told = new LinkedHashSet<>();
    for (Batch.Input input : batch.inputs()) {
      if (input.lot() == null && told.add(input.product())) {
        tellMissingLot(input, label(input.product()));
      }
    }
    if (batch.inputs().isEmpty() && batch.milkLitres() != null) {
      String litres = Figures.of(batch.milkLitres());
      candidate.tell(
          "PRD-005", "milk_litres", litres, "no", batch.number(), "product", "reason.milk");
    }
  }

  private void tellMissingLot(Batch.Input input, String product) {
    String field = candidate.has("input_lot") ? "input_lot" : "input_lots";
    candidate.tell(
        "PRD-005", input.place(), field, product, "no", batch.number(), "product", product);
  }

  static String label(Batch.Item item) {
    return String.valueOf(item.code() != null ? item.code() : item.name());
  }

  /** Where one of the two has no time of day, only the days are compared. */
  private void checkTimes() {
    LocalDateTime start = batch.startedAt();
    LocalDateTime end = batch.endedAt();
    if (start == null || end == null) {
      return;
    }
    boolean timed = isTimed(start) && isTimed(end);
    boolean wrong = timed ? !end.isAfter(start) : end.toLocalDate().isBefore(start.toLocalDate());
    if (wrong) {
      candidate.tell(
          "PRD-006",
          "ended_at",
          shown(end),
          "end",
          shown(end),
          "start",
          shown(start),
          "no",
          batch.number());
    } else if (timed) {
      checkDuration(Duration.between(start, end));
    }
  }

  private void checkDuration(Duration duration) {
    if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
      String shown = "%d h %02d".formatted(duration.toHours(), duration.toMinutesPart());
      candidate.tell("PRD-007", "ended_at", shown, "no", batch.number(), "duration", shown);
    }
  }

  private static boolean isTimed(LocalDateTime moment) {
    return !moment.toLocalTime().equals(LocalTime.MIDNIGHT);
  }

  private static String shown(LocalDateTime moment) {
    return isTimed(moment)
        ? "%1$td/%1$tm/%1$tY %1$tH:%1$tM".formatted(moment)
        : "%1$td/%1$tm/%1$tY".formatted(moment);
  }

  /** Out of the cellar before in. */
  private void checkRipening() {
    LocalDate in = batch.ripeningStart();
    LocalDate out = batch.ripeningEnd();
    if (in != null && out != null && out.isBefore(in)) {
      candidate.tell(
          "PRD-006", "ripening_end", out.toString(), "end", out, "start", in, "no", batch.number());
    }
  }

  /** A factor of ten, of grams, between what was planned and what was made (PRD-012). */
  private void checkPlan() {
    BigDecimal produced = Yields.produced(batch);
    if (produced == null) {
      return;
    }
    BigDecimal planned = batch.planned();
    if (planned != null && UnitSlip.isLikely(produced, planned)) {
      tellSlip(produced, planned);
    }
    for (Batch.Output output : batch.outputs()) {
      if (output.weightKg() != null && UnitSlip.isInGrams(output.quantity(), output.weightKg())) {
        tellSlip(output.quantity(), output.weightKg());
      }
    }
  }

  private void tellSlip(BigDecimal produced, BigDecimal planned) {
    String value = Figures.of(produced);
    candidate.tell(
        "PRD-012", "qty_produced", value, "value", value, "planned", Figures.of(planned));
  }

  /** LOT-004, LOT-005. */
  private void checkCodes() {
    checkCode(batch.place(), "batch_no", batch.number());
    for (Batch.Output output : batch.outputs()) {
      if (output.lot() != null) {
        checkCode(output.place(), "output_lot", output.lot());
      }
      LocalDate dlc = output.dlc();
      if (dlc != null && !dlc.isAfter(batch.madeOn())) {
        candidate.tell(
            "LOT-004", output.place(), "dlc", dlc.toString(), "dlc", dlc, "made", batch.madeOn());
      }
    }
  }

  private void checkCode(dz.manchengo.hub.documents.Place place, String field, String code) {
    LocalDate inside = CodeDate.in(code);
    if (inside != null && Math.abs(ChronoUnit.DAYS.between(inside, batch.madeOn())) > 1) {
      candidate.tell(
          "LOT-005", place, field, code, "lot", code, "code_date", inside, "date", batch.madeOn());
    }
  }

  /** LOT-008: a lot of one product, in and out of one batch. */
  private void checkOwnLots() {
    Set<String> made =
        batch.outputs().stream()
            .filter(o -> o.lot() != null)
            .map(o -> key(o.product(), o.lot()))
            .collect(Collectors.toSet());
    for (Batch.Input input : batch.inputs()) {
      if (input.lot() != null && made.contains(key(input.product(), input.lot()))) {
        candidate.tell(
            "LOT-008",
            input.place(),
            "input_lot",
            input.lot(),
            "lot",
            input.lot(),
            "no",
            batch.number());
      }
    }
  }

  private static String key(Batch.Item product, @Nullable String lot) {
    return Items.key(product) + "|" + DocumentNumber.norm(Objects.requireNonNull(lot));
  }
}
