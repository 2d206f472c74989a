package dz.manchengo.hub.accounting;

import dz.manchengo.hub.platform.CopyIn;
import dz.manchengo.hub.platform.Sql;
import java.sql.Date;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes balances by COPY, in the calling transaction; each revision is a row of its own. */
@Component
class BalanceTables {
  private final JdbcClient db;
  private final DataSource source;

  BalanceTables(JdbcClient db, DataSource source) {
    this.db = db;
    this.source = source;
  }

  /** Two files with the balances of one day come one after the other. */
  void lock() {
    db.sql(Sql.file("accounting/lock_balances.sql")).query().singleRow();
  }

  /** The balances in force of those accounts and days. */
  Map<AccountKey, Former> former(Collection<AccountKey> keys) {
    return db
        .sql(Sql.file("accounting/find_balances.sql"))
        .param("accounts", keys.stream().map(AccountKey::account).toArray(String[]::new))
        .param("days", keys.stream().map(key -> Date.valueOf(key.day())).toArray(Date[]::new))
        .query(Former.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Former::key, Function.identity()));
  }

  void write(long submission, List<BalanceRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    db.sql(Sql.file("accounting/supersede_balances.sql"))
        .param(
            "ids",
            rows.stream()
                .map(row -> row.former)
                .filter(Objects::nonNull)
                .map(Former::balanceId)
                .toArray(Long[]::new))
        .update();
    try (CopyIn copy =
        CopyIn.into(
            source,
            "ledger_balance",
            "account",
            "balance_date",
            "revision",
            "supersedes_id",
            "name",
            "balance",
            "opening",
            "debit",
            "credit",
            "period_from",
            "submission_id",
            "source_sheet",
            "source_row")) {
      rows.forEach(row -> write(copy, submission, row));
      copy.end();
    }
  }

  private static void write(CopyIn copy, long submission, BalanceRow row) {
    Balance balance = row.balance();
    Former former = row.former;
    copy.row(
        balance.key().account(),
        balance.key().day(),
        former == null ? 1 : former.revision() + 1,
        former == null ? null : former.balanceId(),
        balance.name(),
        balance.amount(),
        balance.opening(),
        balance.debit(),
        balance.credit(),
        balance.periodFrom(),
        submission,
        row.raw.place().sheet(),
        row.raw.place().row());
  }
}
