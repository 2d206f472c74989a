package dz.manchengo.hub.accounting;

import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Origins;
import java.util.List;
import org.springframework.stereotype.Component;

/** Balances of accounts into {@code ledger_balance}; each row is one account on one day. */
@Component
class BalancePosting implements DocumentPosting {
  private final BalanceTables tables;
  private final Origins origins;

  BalancePosting(BalanceTables tables, Origins origins) {
    this.tables = tables;
    this.origins = origins;
  }

  @Override
  public String document() {
    return "ledger-balances";
  }

  @Override
  public List<String> scopes() {
    return List.of("BALANCE");
  }

  @Override
  public List<List<String>> required() {
    return List.of(
        List.of("account"),
        List.of("balance_date"),
        List.of("balance", "balance_debit", "balance_credit", "movement_debit", "movement_credit"));
  }

  @Override
  public String numberField() {
    return "account";
  }

  @Override
  public boolean isEachRowADocument() {
    return true;
  }

  /** The company's own: partners do not bring them. */
  @Override
  public boolean isMasterData() {
    return true;
  }

  @Override
  public Session open(Posting posting) {
    if (posting.writes()) {
      tables.lock();
    }
    return new BalanceSession(posting, tables, origins);
  }
}
