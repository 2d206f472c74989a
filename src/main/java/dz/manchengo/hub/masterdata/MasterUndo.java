package dz.manchengo.hub.masterdata;

import dz.manchengo.hub.catalog.RecordUndo;
import dz.manchengo.hub.documents.DocumentUndo;
import java.util.List;
import java.util.Set;

/** Takes master records back: those of lists, and those that documents made on their way. */
record MasterUndo(RecordUndo records, Set<String> documents) implements DocumentUndo {
  @Override
  public String kind() {
    return records.kind();
  }

  @Override
  public Stage stage() {
    return Stage.RECORDS;
  }

  @Override
  public String judgement() {
    return records.judgement();
  }

  @Override
  public List<String> takingBack() {
    return records.takingBack();
  }
}
