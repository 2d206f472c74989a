package dz.manchengo.hub.platform;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Rows into a table by {@code COPY … FROM STDIN}, in the transaction of the calling thread. Values
 * go out as text: numbers by {@link Object#toString()}, null as null. The server takes the rows
 * while the caller goes on; whatever it asks of the connection next waits for them (decision 0016).
 * A role that sees a part of the table only may not copy: its rows are inserted (decision 0031).
 */
public final class CopyIn implements AutoCloseable {
  private final Rows rows;
  private boolean ended;

  /** How rows get into the table. */
  interface Rows {
    void row(@Nullable Object... values);

    void end();

    void cancel();
  }

  private CopyIn(Rows rows) {
    this.rows = rows;
  }

  /** Begins a COPY; other COPYs of the same transaction come after its {@link #end()}. */
  public static CopyIn into(DataSource source, String table, String... columns) {
    CopyQueue queue = CopyQueue.of(source);
    return new CopyIn(
        queue.mayCopy()
            ? new CopiedRows(queue, table, columns)
            : new InsertedRows(queue, source, table, columns));
  }

  public void row(@Nullable Object... values) {
    rows.row(values);
  }

  /**
   * No more rows. Constraints are checked in the meantime: a row that breaks one fails the next
   * statement of the transaction, its commit at the latest.
   */
  public void end() {
    ended = true;
    rows.end();
  }

  /** Cancels a COPY that was not ended. */
  @Override
  public void close() {
    if (!ended) {
      rows.cancel();
    }
  }
}
