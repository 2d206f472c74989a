package dz.manchengo.hub.accounting;

import dz.manchengo.hub.platform.Days;
import dz.manchengo.hub.platform.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a later file says otherwise of a balance: old and new, in the words of its headers. */
final class Changes {
  private final BalanceRow row;
  private final List<String> told = new ArrayList<>();

  private Changes(BalanceRow row) {
    this.row = row;
  }

  /** Empty where it says the same. */
  static String of(Balance before, BalanceRow row) {
    Changes changes = new Changes(row);
    Balance now = row.balance();
    changes.compare("balance", before.amount(), now.amount());
    changes.compare("opening", before.opening(), now.opening());
    changes.compare("movement_debit", before.debit(), now.debit());
    changes.compare("movement_credit", before.credit(), now.credit());
    changes.add("period_from", shown(before.periodFrom()), shown(now.periodFrom()));
    return String.join(" ; ", changes.told);
  }

  private void compare(String field, @Nullable BigDecimal before, @Nullable BigDecimal now) {
    add(field, shown(before), shown(now));
  }

  private void add(String field, String before, String now) {
    if (!before.equals(now)) {
      told.add(row.label(field) + " " + before + " → " + now);
    }
  }

  private static String shown(@Nullable BigDecimal amount) {
    return amount == null ? "–" : new Money(amount).text();
  }

  private static String shown(@Nullable LocalDate day) {
    return day == null ? "–" : Days.of(day);
  }
}
