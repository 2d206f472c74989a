package dz.manchengo.hub.catalog;

import dz.manchengo.hub.platform.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stamp duty regimes as the dated tables have them. */
@Component
public class StampSchedules {
  private final JdbcClient db;

  StampSchedules(JdbcClient db) {
    this.db = db;
  }

  record Regime(
      int regimeId,
      String legalRef,
      LocalDate validFrom,
      @Nullable LocalDate validTo,
      BigDecimal exemptUpTo,
      BigDecimal slice,
      BigDecimal minDuty,
      @Nullable BigDecimal maxDuty) {}

  record Bracket(int regimeId, @Nullable BigDecimal upperIncl, BigDecimal ratePerSlice) {}

  /** Read anew for each file: an accountant may have entered the next finance law. */
  public StampSchedule current() {
    Map<Integer, List<Bracket>> brackets =
        db
            .sql(
                "SELECT regime_id, upper_incl, rate_per_slice FROM stamp_bracket ORDER BY upper_incl NULLS LAST")
            .query(Bracket.class)
            .list()
            .stream()
            .collect(Collectors.groupingBy(Bracket::regimeId));
    return new StampSchedule(
        db
            .sql(
                "SELECT regime_id, legal_ref, valid_from, valid_to, exempt_up_to, slice, min_duty, max_duty"
                    + " FROM stamp_regime")
            .query(Regime.class)
            .list()
            .stream()
            .map(r -> regime(r, brackets.getOrDefault(r.regimeId(), List.of())))
            .toList());
  }

  private static StampRegime regime(Regime row, List<Bracket> brackets) {
    return new StampRegime(
        row.legalRef(),
        row.validFrom(),
        row.validTo(),
        new Money(row.exemptUpTo()),
        new Money(row.slice()),
        new Money(row.minDuty()),
        money(row.maxDuty()),
        brackets.stream()
            .map(b -> new StampRegime.Bracket(money(b.upperIncl()), b.ratePerSlice()))
            .toList());
  }

  private static @Nullable Money money(@Nullable BigDecimal amount) {
    return amount == null ? null : new Money(amount);
  }
}
