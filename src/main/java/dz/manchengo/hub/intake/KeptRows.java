package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.KeptCells;
import dz.manchengo.hub.intake.AcknowledgementWorkbook.SheetHeader;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Refused rows with the cells that were kept when they were judged. */
record KeptRows(Evidence evidence, List<SheetHeader> headers) implements OriginalRows {
  @Override
  public List<String> sheets() {
    Set<String> refused = evidence.sheetsWithRefusals();
    return headers.stream().map(SheetHeader::sheet).filter(refused::contains).toList();
  }

  @Override
  public List<String> header(String sheet) {
    return headers.stream()
        .filter(header -> header.sheet().equals(sheet))
        .findFirst()
        .orElseThrow()
        .texts();
  }

  @Override
  public void read(String sheet, RowReader reader) {
    try (RefusedRows refused = new RefusedRows(evidence.refused(sheet))) {
      for (RefusedRows.Row row = refused.next(); row != null; row = refused.next()) {
        String cells = Objects.requireNonNull(row.cells());
        reader.row(row.number(), KeptCells.cells(cells), row.reasons());
      }
    }
  }
}
