package dz.manchengo.hub.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * What is to be copied through one connection, sent in order by a thread of its own. Should a step
 * fail, those behind it are dropped and whoever waits for them is told.
 */
final class CopyQueue {
  /** Chunks that may wait for the server; then whoever brings more waits. */
  private static final int MOST = 16;

  private final Connection connection;
  private final CopyRights rights;
  private final Queue<Step> waiting = new ArrayDeque<>();
  private final Set<String> tables = new TreeSet<>();
  private @Nullable Thread writer;
  private @Nullable CopyIn copy;
  private @Nullable Exception failure;
  private boolean busy;
  private boolean closed;
  private boolean partner;

  private interface Step {
    void run() throws SQLException;
  }

  CopyQueue(Connection connection, CopyRights rights) {
    this.connection = connection;
    this.rights = rights;
  }

  /** That of the calling thread's transaction. */
  static CopyQueue of(DataSource source) {
    try {
      return DataSourceUtils.getConnection(source).unwrap(CopyQueue.class);
    } catch (SQLException e) {
      throw new IllegalStateException("not a data source of " + CopyingDataSource.class, e);
    }
  }

  /** Whether the transaction is a partner's ({@link Tenancy}); no longer, once it ends. */
  void partner(boolean partner) {
    this.partner = partner;
  }

  boolean isPartner() {
    return partner;
  }

  boolean mayCopy() {
    return !partner && rights.mayCopy(connection);
  }

  void begin(String table, String statement) {
    written(table);
    add(() -> copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement));
  }

  void written(String table) {
    tables.add(table);
  }

  /** Those that rows went into since the connection was taken. */
  Set<String> tables() {
    return tables;
  }

  void rows(byte[] rows) {
    add(() -> Objects.requireNonNull(copy).writeToCopy(rows, 0, rows.length));
  }

  void end() {
    add(() -> Objects.requireNonNull(copy).endCopy());
  }

  void cancel() {
    add(this::cancelOpen);
  }

  private synchronized void add(Step step) {
    await(() -> waiting.size() < MOST);
    if (failure == null) {
      waiting.add(step);
      start();
      notifyAll();
    }
  }

  /** Waits until the server has all of it. */
  synchronized void settle() throws SQLException {
    awaitIdle();
    Exception failed = failure;
    failure = null;
    if (failed instanceof SQLException e) {
      throw e;
    }
    if (failed != null) {
      throw new IllegalStateException(failed);
    }
  }

  /** What waits is of no use any more, and an open COPY is cancelled: a rollback comes. */
  synchronized void abandon() {
    waiting.clear();
    if (writer != null) {
      waiting.add(this::cancelOpen);
    }
    notifyAll();
    awaitIdle();
    failure = null;
  }

  /** The connection is given back. */
  synchronized void close() {
    abandon();
    closed = true;
    notifyAll();
  }

  private synchronized void awaitIdle() {
    await(() -> !busy && waiting.isEmpty());
  }

  /** An interruption is left for whoever asks for it: the connection must be quiet first. */
  private synchronized void await(BooleanSupplier over) {
    boolean interrupted = false;
    while (!over.getAsBoolean()) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void start() {
    if (writer == null) {
      writer = new Thread(this::write, Thread.currentThread().getName() + "-copy");
      writer.setDaemon(true);
      writer.start();
    }
  }

  private void write() {
    for (Step step = next(); step != null; step = next()) {
      try {
        step.run();
        done(null);
      } catch (SQLException | RuntimeException e) {
        cancelAfter(e);
        done(e);
      }
    }
  }

  private synchronized @Nullable Step next() {
    await(() -> !waiting.isEmpty() || closed);
    Step step = waiting.poll();
    busy = step != null;
    notifyAll();
    return step;
  }

  private synchronized void done(@Nullable Exception failed) {
    busy = false;
    if (failed != null) {
      failure = failed;
      waiting.clear();
    }
    notifyAll();
  }

  private void cancelAfter(Exception failed) {
    try {
      cancelOpen();
    } catch (SQLException | RuntimeException e) {
      failed.addSuppressed(e);
    }
  }

  private void cancelOpen() throws SQLException {
    CopyIn open = copy;
    copy = null;
    if (open != null && open.isActive()) {
      open.cancelCopy();
    }
  }
}
