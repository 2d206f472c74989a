package dz.manchengo.hub.catalog;

import dz.manchengo.hub.platform.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which stamp duty regime is in force on a day, and how else people are known to compute it. */
public final class StampSchedule {
  /** What user manuals of the ERP still say. */
  private static final Money FLAT = Money.of("50");

  private final List<StampRegime> newestFirst;

  /**
   * Of the regimes as loaded, in any order.
   *
   * @throws IllegalArgumentException when two regimes are in force on the same day
   */
  public StampSchedule(List<StampRegime> regimes) {
    newestFirst =
        regimes.stream().sorted(Comparator.comparing(StampRegime::validFrom).reversed()).toList();
    for (int i = 1; i < newestFirst.size(); i++) {
      if (newestFirst.get(i).isInForce(newestFirst.get(i - 1).validFrom())) {
        throw new IllegalArgumentException("overlapping stamp regimes: " + newestFirst);
      }
    }
  }

  public Optional<StampRegime> on(LocalDate day) {
    return newestFirst.stream().filter(regime -> regime.isInForce(day)).findFirst();
  }

  /** The legal duty; zero on a day without a regime. */
  public Money duty(Money base, LocalDate day) {
    return on(day).map(regime -> regime.duty(base)).orElse(Money.ZERO);
  }

  /** Known ways to get another amount, by a name to show; the likelier ones first. */
  public Map<String, Money> variants(Money base, LocalDate day) {
    Map<String, Money> variants = new LinkedHashMap<>();
    on(day)
        .ifPresent(
            regime -> {
              variants.put("{reason.stamp.marginal}", regime.marginalDuty(base));
              // where no slice is merely started, only the dinar is rounded otherwise
              String exact = regime.isWholeSlices(base) ? "-exact" : "";
              variants.put("{reason.stamp.percentage" + exact + "}", regime.percentageDuty(base));
              variants.put("{reason.stamp.floored" + exact + "}", regime.flooredDuty(base));
            });
    newestFirst.stream()
        .filter(regime -> !regime.isInForce(day))
        .forEach(regime -> variants.put(regime.legalRef(), regime.duty(base)));
    variants.put("{reason.stamp.flat} " + FLAT.text() + " DA", FLAT);
    return variants;
  }
}
