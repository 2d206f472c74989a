package dz.manchengo.hub.production;

import dz.manchengo.hub.documents.Batch;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether what came out can have come from what went in (PRD-008 to PRD-011). */
final class MassRules {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Percent of the input that scales may be off. */
  private static final BigDecimal TOLERANCE = BigDecimal.valueOf(2);

  private static final BigDecimal MOST_MASS_PCT = BigDecimal.valueOf(102);

  /** kg for 100 L of milk: even fresh lactic curd stays below. */
  private static final BigDecimal MOST_CHEESE = BigDecimal.valueOf(30);

  private static final BigDecimal YIELD_POINTS = new BigDecimal("0.5");

  /** Percent of the plan that may be lost where no recipe says. */
  private static final BigDecimal USUAL_LOSS = BigDecimal.valueOf(2);

  private final BatchCandidate candidate;
  private final Batch batch;
  private final Yields yields;

  private MassRules(BatchCandidate candidate) {
    this.candidate = candidate;
    this.batch = candidate.batch();
    this.yields = candidate.yields;
  }

  static void check(BatchCandidate candidate) {
    MassRules rules = new MassRules(candidate);
    if (rules.batch.status() == Batch.Status.COMPLETED) {
      rules.checkPlan();
      rules.checkPossible();
      rules.checkBalance();
    }
    rules.checkDeclared();
  }

  private void checkPlan() {
    BigDecimal pct = yields.planPct();
    BigDecimal loss = candidate.recipe == null ? USUAL_LOSS : candidate.recipe.lossTolerancePct();
    BigDecimal least = HUNDRED.subtract(loss);
    if (pct != null && pct.compareTo(least) < 0) {
      candidate.tell(
          "PRD-008",
          "qty_produced",
          shown(pct),
          "value",
          shown(pct),
          "min",
          shown(least),
          "no",
          batch.number());
    }
  }

  private void checkPossible() {
    BigDecimal mass = yields.massPct();
    BigDecimal most = mostOfMilk();
    if (mass != null && mass.compareTo(MOST_MASS_PCT) > 0) {
      tellImpossible(Objects.requireNonNull(yields.inputKg()));
    } else if (most != null && solidKg().compareTo(most) > 0) {
      tellImpossible(Yields.kgOfLitres(Objects.requireNonNull(batch.milkLitres())));
    }
  }

  /**
   * kg that can come of the milk and of all that is put to it: butter or other cheese stay what
   * they weigh. Null where the milk is not known, nor what something else weighs.
   */
  private @Nullable BigDecimal mostOfMilk() {
    BigDecimal litres = batch.milkLitres();
    if (litres == null || litres.signum() <= 0) {
      return null;
    }
    BigDecimal cheese = litres.multiply(MOST_CHEESE).movePointLeft(2);
    if (batch.inputs().isEmpty()) {
      return cheese;
    }
    BigDecimal all = yields.inputKg();
    BigDecimal others = all == null ? null : all.subtract(Yields.kgOfLitres(litres));
    return others == null ? null : cheese.add(others.max(BigDecimal.ZERO));
  }

  /** What came out but whey and other liquids; nothing where not all of it was weighed. */
  private BigDecimal solidKg() {
    BigDecimal all = yields.outputKg();
    return all == null ? BigDecimal.ZERO : all.subtract(yields.liquidKg());
  }

  private void tellImpossible(BigDecimal input) {
    String out = shown(Objects.requireNonNull(yields.outputKg()));
    candidate.tell(
        "PRD-009",
        candidate.oneOf("output_kg", "qty_produced"),
        out,
        "out",
        out,
        "in",
        shown(input));
  }

  /** Only where losses were weighed; the whey of a vat is weighed only where it is an output. */
  private void checkBalance() {
    BigDecimal in = yields.inputKg();
    BigDecimal out = yields.outputKg();
    BigDecimal loss = batch.lossKg();
    boolean whey = batch.milkLitres() != null && candidate.outputs.size() < 2;
    if (in == null || out == null || loss == null || whey) {
      return;
    }
    BigDecimal gap = in.subtract(out).subtract(loss);
    BigDecimal allowed = in.multiply(TOLERANCE).movePointLeft(2);
    if (gap.abs().compareTo(allowed) > 0) {
      candidate.tell("PRD-011", "loss_kg", shown(loss), "gap", shown(gap), "no", batch.number());
    }
  }

  /** Which of the three yields is meant the source does not say: the nearest one. */
  private void checkDeclared() {
    BigDecimal declared = batch.declaredYield();
    if (declared == null) {
      return;
    }
    Optional<BigDecimal> nearest =
        Stream.<@Nullable BigDecimal>of(yields.planPct(), yields.massPct(), yields.cheesePct())
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .min(Comparator.comparing(pct -> pct.subtract(declared).abs()));
    if (nearest.isPresent() && nearest.get().subtract(declared).abs().compareTo(YIELD_POINTS) > 0) {
      candidate.tell(
          "PRD-010",
          "yield_pct",
          shown(declared),
          "decl",
          shown(declared),
          "comp",
          shown(nearest.get()));
    }
  }

  static String shown(BigDecimal value) {
    return Figures.of(value.setScale(1, RoundingMode.HALF_UP));
  }
}
