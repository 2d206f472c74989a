package dz.manchengo.hub.production;

import dz.manchengo.hub.documents.DocumentUndo;
import dz.manchengo.hub.platform.Sql;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes batches back: the former revision is in force again. */
@Component
class BatchUndo implements DocumentUndo {
  @Override
  public String kind() {
    return "batch";
  }

  @Override
  public Set<String> documents() {
    return Set.of("production");
  }

  @Override
  public Stage stage() {
    return Stage.DOCUMENTS;
  }

  @Override
  public String judgement() {
    return Sql.file("production/undo_batches.sql");
  }

  @Override
  public List<String> takingBack() {
    return List.of(
        Sql.file("production/withdraw_batches.sql"), Sql.file("production/restore_batches.sql"));
  }
}
