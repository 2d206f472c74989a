package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** « Nombre de factures : 12 » and « Nb lignes ; 40 » of a sheet, beside what was read. */
final class DeclaredCounts {
  private final List<TotalLabel.Count> counts = new ArrayList<>();

  void add(TotalLabel.Count count) {
    counts.add(count);
  }

  /** Each as a figure of control. */
  Stream<ControlFigure> figures(Layout layout, int rows, int documents) {
    String sheet = layout.sheet().name();
    return counts.stream()
        .map(
            count -> {
              BigDecimal read = BigDecimal.valueOf(count.ofRows() ? rows : documents);
              BigDecimal declared = count.number();
              boolean agrees = declared.compareTo(read) == 0;
              String shown = count.label().shown();
              return new ControlFigure(
                  sheet, count.label().row(), shown, shown, declared, read, agrees);
            });
  }
}
