package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.DocumentUndo;
import dz.manchengo.hub.platform.Sql;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes back lots that nothing uses any more, and what was said of others. */
@Component
class LotUndo implements DocumentUndo {
  @Override
  public String kind() {
    return "lot";
  }

  @Override
  public Set<String> documents() {
    return Set.of();
  }

  @Override
  public Stage stage() {
    return Stage.LOTS;
  }

  @Override
  public String judgement() {
    return Sql.file("stock/undo_lots.sql");
  }

  @Override
  public List<String> takingBack() {
    return List.of(
        Sql.file("stock/withdraw_lots.sql"),
        Sql.file("stock/remember_lots_before_undo.sql"),
        Sql.file("stock/restore_lots.sql"),
        Sql.file("stock/forget_lot_changes.sql"));
  }
}
