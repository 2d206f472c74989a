package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.DocumentUndo;
import dz.manchengo.hub.platform.Sql;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes invoices and credit notes back: the former revision is in force again. */
@Component
class InvoiceUndo implements DocumentUndo {
  @Override
  public String kind() {
    return "invoice";
  }

  @Override
  public Set<String> documents() {
    return Set.of("invoices");
  }

  @Override
  public Stage stage() {
    return Stage.DOCUMENTS;
  }

  @Override
  public String judgement() {
    return Sql.file("sales/undo_invoices.sql");
  }

  @Override
  public List<String> takingBack() {
    return List.of(
        Sql.file("sales/withdraw_invoices.sql"),
        Sql.file("sales/restore_invoices.sql"),
        Sql.file("sales/unlink_credit_notes.sql"),
        Sql.file("sales/prices_without_withdrawn.sql"),
        Sql.file("sales/settle_back.sql"));
  }
}
