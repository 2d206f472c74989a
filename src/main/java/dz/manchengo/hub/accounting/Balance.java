package dz.manchengo.hub.accounting;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an account came to at the end of a day, debits positive.
 *
 * @param opening before the first of the movements
 * @param periodFrom the first day of the movements
 */
record Balance(
    AccountKey key,
    @Nullable String name,
    BigDecimal amount,
    @Nullable BigDecimal opening,
    @Nullable BigDecimal debit,
    @Nullable BigDecimal credit,
    @Nullable LocalDate periodFrom) {

  /** With what only the former one says. Movements belong to their period. */
  Balance completedBy(Balance former) {
    boolean moved = debit != null || credit != null;
    return new Balance(
        key,
        name == null ? former.name : name,
        amount,
        opening == null && !moved ? former.opening : opening,
        moved ? debit : former.debit,
        moved ? credit : former.credit,
        moved ? periodFrom : former.periodFrom);
  }
}
