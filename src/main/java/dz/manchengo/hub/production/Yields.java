package dz.manchengo.hub.production;

import dz.manchengo.hub.documents.Batch;
import dz.manchengo.hub.documents.QuantityUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The three yields, which are not to be mixed (domain notes §4.2), and the masses they come from.
 * Null is what cannot be computed.
 *
 * @param planPct produced quantity of planned quantity, percent
 * @param inputKg all that went in, milk and water too
 * @param outputKg all that came out
 * @param liquidKg of it what is measured in litres, such as whey
 * @param cheesePct kg of the outputs for 100 L of milk
 */
record Yields(
    @Nullable BigDecimal planPct,
    @Nullable BigDecimal inputKg,
    @Nullable BigDecimal outputKg,
    BigDecimal liquidKg,
    @Nullable BigDecimal cheesePct) {
  static final Yields UNKNOWN = new Yields(null, null, null, BigDecimal.ZERO, null);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal KG_OF_LITRE = new BigDecimal("1.03");

  static Yields of(BatchCandidate candidate) {
    Batch batch = candidate.batch();
    BigDecimal output = outputKg(candidate);
    return new Yields(
        pct(produced(batch), batch.planned()),
        inputKg(candidate),
        output,
        liquidKg(candidate),
        pct(output, batch.milkLitres()));
  }

  /** Of the batch's product, in the unit of its first output. */
  static @Nullable BigDecimal produced(Batch batch) {
    if (batch.outputs().isEmpty()) {
      return null;
    }
    String key = Items.key(batch.outputs().get(0).product());
    String uom = batch.outputs().get(0).uom();
    return batch.outputs().stream()
        .filter(o -> Items.key(o.product()).equals(key) && Objects.equals(o.uom(), uom))
        .map(Batch.Output::quantity)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Output for 100 kg of input. */
  @Nullable BigDecimal massPct() {
    return pct(outputKg, inputKg);
  }

  private static @Nullable BigDecimal outputKg(BatchCandidate candidate) {
    List<@Nullable BigDecimal> masses = new ArrayList<>();
    for (int i = 0; i < candidate.outputs.size(); i++) {
      BigDecimal weighed = candidate.batch().outputs().get(i).weightKg();
      masses.add(weighed != null ? weighed : candidate.outputs.get(i).kg());
    }
    return masses.isEmpty() ? null : sum(masses);
  }

  private static BigDecimal liquidKg(BatchCandidate candidate) {
    return candidate.outputs.stream()
        .filter(output -> isLiquid(output) && output.kg() != null)
        .map(output -> Objects.requireNonNull(output.kg()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static boolean isLiquid(ResolvedItem item) {
    QuantityUnit unit = item.uom() == null ? null : QuantityUnit.of(item.uom());
    return unit != null && unit.isVolume();
  }

  /** Nothing where the file may have left inputs out or nobody knows what one of them weighs. */
  private static @Nullable BigDecimal inputKg(BatchCandidate candidate) {
    Batch batch = candidate.batch();
    List<@Nullable BigDecimal> masses = new ArrayList<>();
    boolean liquid = false;
    for (int i = 0; i < candidate.inputs.size(); i++) {
      masses.add(candidate.inputs.get(i).kg());
      liquid |= isLiquid(candidate.inputs.get(i));
    }
    if (!liquid && batch.milkLitres() != null) {
      masses.add(kgOfLitres(batch.milkLitres()));
    }
    return masses.isEmpty() || candidate.has("input_lots") ? null : sum(masses);
  }

  /** Of milk; water weighs less. */
  static BigDecimal kgOfLitres(BigDecimal litres) {
    return litres.multiply(KG_OF_LITRE);
  }

  private static @Nullable BigDecimal sum(List<@Nullable BigDecimal> masses) {
    BigDecimal sum = BigDecimal.ZERO;
    for (BigDecimal mass : masses) {
      if (mass == null) {
        return null;
      }
      sum = sum.add(mass);
    }
    return sum;
  }

  static @Nullable BigDecimal pct(@Nullable BigDecimal part, @Nullable BigDecimal whole) {
    return part == null || whole == null || whole.signum() <= 0
        ? null
        : part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL64);
  }
}
