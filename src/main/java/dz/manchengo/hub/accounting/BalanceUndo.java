package dz.manchengo.hub.accounting;

import dz.manchengo.hub.documents.DocumentUndo;
import dz.manchengo.hub.platform.Sql;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes balances back: what was given before holds again. */
@Component
class BalanceUndo implements DocumentUndo {
  @Override
  public String kind() {
    return "ledger-balance";
  }

  @Override
  public Set<String> documents() {
    return Set.of("ledger-balances");
  }

  @Override
  public Stage stage() {
    return Stage.DOCUMENTS;
  }

  @Override
  public String judgement() {
    return Sql.file("accounting/undo_balances.sql");
  }

  @Override
  public List<String> takingBack() {
    return List.of(
        Sql.file("accounting/withdraw_balances.sql"), Sql.file("accounting/restore_balances.sql"));
  }
}
