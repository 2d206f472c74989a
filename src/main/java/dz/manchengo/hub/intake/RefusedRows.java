package dz.manchengo.hub.intake;

import dz.manchengo.hub.intake.Evidence.Reason;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Walks down the refused rows of a sheet beside the sheet itself. */
final class RefusedRows implements AutoCloseable {
  private final Stream<Reason> rows;
  private final Iterator<Reason> further;
  private @Nullable Reason ahead;

  RefusedRows(Stream<Reason> rows) {
    this.rows = rows;
    this.further = rows.iterator();
    step();
  }

  /** Why that row was refused; empty when it was not. Rows are asked for downwards. */
  List<Reason> at(int row) {
    List<Reason> reasons = new ArrayList<>();
    while (ahead != null && ahead.rowNo() <= row) {
      if (ahead.rowNo() == row) {
        reasons.add(ahead);
      }
      step();
    }
    return reasons;
  }

  private void step() {
    ahead = further.hasNext() ? further.next() : null;
  }

  @Override
  public void close() {
    rows.close();
  }
}
