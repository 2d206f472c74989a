package dz.manchengo.hub.platform;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Rows into a table by {@code COPY … FROM STDIN}, in the transaction of the calling thread. Values
 * go out as text: numbers by {@link Object#toString()}, null as null. The server takes the rows
 * while the caller goes on; whatever it asks of the connection next waits for them (decision 0016).
 */
public final class CopyIn implements AutoCloseable {
  private static final int CHUNK = 1 << 16;

  private final CopyQueue queue;
  private final CopyText text = new CopyText(CHUNK);
  private boolean ended;

  private CopyIn(CopyQueue queue) {
    this.queue = queue;
  }

  /** Begins a COPY; other COPYs of the same transaction come after its {@link #end()}. */
  public static CopyIn into(DataSource source, String table, String... columns) {
    Connection connection = DataSourceUtils.getConnection(source);
    try {
      CopyQueue queue = connection.unwrap(CopyQueue.class);
      queue.begin(table, "COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN");
      return new CopyIn(queue);
    } catch (SQLException e) {
      throw new IllegalStateException("not a data source of " + CopyingDataSource.class, e);
    }
  }

  public void row(@Nullable Object... values) {
    text.row(values);
    if (text.length() >= CHUNK) {
      queue.rows(text.take());
    }
  }

  /**
   * No more rows. Constraints are checked in the meantime: a row that breaks one fails the next
   * statement of the transaction, its commit at the latest.
   */
  public void end() {
    ended = true;
    queue.rows(text.take());
    queue.end();
  }

  /** Cancels a COPY that was not ended. */
  @Override
  public void close() {
    if (!ended) {
      queue.cancel();
    }
  }
}
