package dz.manchengo.hub.accounting;

import dz.manchengo.hub.documents.Origins;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A balance in force, and the row it came by. */
record Former(
    long balanceId,
    int revision,
    String account,
    LocalDate balanceDate,
    @Nullable String name,
    BigDecimal balance,
    @Nullable BigDecimal opening,
    @Nullable BigDecimal debit,
    @Nullable BigDecimal credit,
    @Nullable LocalDate periodFrom,
    long submissionId,
    String sourceSheet,
    int sourceRow)
    implements Origins.Stored {

  AccountKey key() {
    return new AccountKey(account, balanceDate);
  }

  Balance asBalance() {
    return new Balance(key(), name, balance, opening, debit, credit, periodFrom);
  }
}
