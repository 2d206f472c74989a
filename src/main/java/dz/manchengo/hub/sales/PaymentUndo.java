package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.DocumentUndo;
import dz.manchengo.hub.platform.Sql;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes payments back, and the status of their invoices with them. */
@Component
class PaymentUndo implements DocumentUndo {
  @Override
  public String kind() {
    return "payment";
  }

  @Override
  public Set<String> documents() {
    return Set.of("payments");
  }

  @Override
  public Stage stage() {
    return Stage.DOCUMENTS;
  }

  @Override
  public String judgement() {
    return Sql.file("sales/undo_payments.sql");
  }

  @Override
  public List<String> takingBack() {
    return List.of(Sql.file("sales/withdraw_payments.sql"), Sql.file("sales/settle_back.sql"));
  }
}
