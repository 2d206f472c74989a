package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.DocumentUndo;
import dz.manchengo.hub.platform.Sql;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes orders back: the former revision is in force again. */
@Component
class OrderUndo implements DocumentUndo {
  @Override
  public String kind() {
    return "order";
  }

  @Override
  public Set<String> documents() {
    return Set.of("orders");
  }

  @Override
  public Stage stage() {
    return Stage.DOCUMENTS;
  }

  @Override
  public String judgement() {
    return Sql.file("sales/undo_orders.sql");
  }

  @Override
  public List<String> takingBack() {
    return List.of(Sql.file("sales/withdraw_orders.sql"), Sql.file("sales/restore_orders.sql"));
  }
}
