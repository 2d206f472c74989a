package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.Cell;
import dz.manchengo.hub.documents.SourceFile;
import dz.manchengo.hub.documents.SourceSheet;
import dz.manchengo.hub.documents.UnreadableFile;
import dz.manchengo.hub.intake.AcknowledgementWorkbook.Detected;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refused rows of a file that a former version posted, before their cells were kept (V25): the
 * archived bytes are read once more.
 */
record ArchivedRows(Evidence evidence, SourceFile original, Detected detected)
    implements OriginalRows {
  @Override
  public List<String> sheets() {
    Set<String> refused = evidence.sheetsWithRefusals();
    return original.sheets().stream().map(SourceSheet::name).filter(refused::contains).toList();
  }

  @Override
  public List<String> header(String sheet) {
    List<String> joined = detected.joinedHeaders().getOrDefault(sheet, List.of());
    return joined.isEmpty() ? headerRow(sheet) : joined;
  }

  private List<String> headerRow(String sheet) {
    int headerRow = detected.headerRows().getOrDefault(sheet, 1);
    return sheet(sheet).head().stream()
        .filter(r -> r.number() == headerRow)
        .findFirst()
        .map(r -> r.cells().stream().map(Cell::text).toList())
        .orElse(List.of());
  }

  private SourceSheet sheet(String name) {
    return original.sheets().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  @Override
  public void read(String sheet, RowReader reader) throws UnreadableFile, IOException {
    try (RefusedRows refused = new RefusedRows(evidence.refused(sheet))) {
      RefusedRows.@Nullable Row[] next = {refused.next()};
      sheet(sheet)
          .read(
              row -> {
                while (next[0] != null && next[0].number() < row.number()) {
                  next[0] = refused.next();
                }
                if (next[0] != null && next[0].number() == row.number()) {
                  reader.row(row.number(), row.cells(), next[0].reasons());
                }
                return next[0] != null;
              });
    }
  }
}
