package dz.manchengo.hub.intake;

import dz.manchengo.hub.intake.Evidence.Reason;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The refused rows of a sheet one by one, each with everything that is said of it. */
final class RefusedRows implements AutoCloseable {
  private final Stream<Reason> reasons;
  private final Iterator<Reason> further;
  private @Nullable Reason ahead;

  RefusedRows(Stream<Reason> reasons) {
    this.reasons = reasons;
    this.further = reasons.iterator();
    step();
  }

  /**
   * A refused row.
   *
   * @param cells as {@link dz.manchengo.hub.documents.KeptCells} wrote them; null of former
   *     versions
   */
  record Row(int number, @Nullable String cells, List<Reason> reasons) {}

  /** The next one downwards; null when there are no more. */
  @Nullable Row next() {
    if (ahead == null) {
      return null;
    }
    Row row = new Row(ahead.rowNo(), ahead.cells(), new ArrayList<>());
    while (ahead != null && ahead.rowNo() == row.number()) {
      row.reasons().add(ahead);
      step();
    }
    return row;
  }

  private void step() {
    ahead = further.hasNext() ? further.next() : null;
  }

  @Override
  public void close() {
    reasons.close();
  }
}
