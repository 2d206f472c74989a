package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.DocumentUndo;
import dz.manchengo.hub.platform.Sql;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes movements back by reversals: the ledger is never changed. */
@Component
class MovementUndo implements DocumentUndo {
  @Override
  public String kind() {
    return "movement";
  }

  @Override
  public Set<String> documents() {
    return Set.of("stock-movements");
  }

  @Override
  public Stage stage() {
    return Stage.DOCUMENTS;
  }

  @Override
  public String judgement() {
    return Sql.file("stock/undo_movements.sql");
  }

  @Override
  public List<String> takingBack() {
    return List.of(Sql.file("stock/reverse_movements.sql"));
  }
}
