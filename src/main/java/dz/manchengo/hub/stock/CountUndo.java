package dz.manchengo.hub.stock;

import dz.manchengo.hub.documents.DocumentUndo;
import dz.manchengo.hub.platform.Sql;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes back what was counted, and the lines that were opened for it. */
@Component
class CountUndo implements DocumentUndo {
  @Override
  public String kind() {
    return "count";
  }

  @Override
  public Set<String> documents() {
    return Set.of("stock-counts");
  }

  @Override
  public Stage stage() {
    return Stage.DOCUMENTS;
  }

  @Override
  public String judgement() {
    return Sql.file("stock/undo_counts.sql");
  }

  @Override
  public List<String> takingBack() {
    return List.of(
        Sql.file("stock/withdraw_count_entries.sql"),
        Sql.file("stock/withdraw_count_lines.sql"),
        Sql.file("stock/reopen_count_sessions.sql"));
  }
}
