package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.DocumentUndo;
import dz.manchengo.hub.platform.Sql;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes back count sessions in which nothing is counted any more. */
@Component
class CountSessionUndo implements DocumentUndo {
  @Override
  public String kind() {
    return "count-session";
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
    return Sql.file("stock/undo_count_sessions.sql");
  }

  @Override
  public List<String> takingBack() {
    return List.of(Sql.file("stock/withdraw_count_sessions.sql"));
  }
}
