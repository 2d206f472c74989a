package dz.manchengo.hub.platform;

import org.jspecify.annotations.Nullable;

/** Rows that go out by COPY in the background. */
final class CopiedRows implements CopyIn.Rows {
  private static final int CHUNK = 1 << 16;

  private final CopyQueue queue;
  private final CopyText text = new CopyText(CHUNK);

  CopiedRows(CopyQueue queue, String table, String... columns) {
    this.queue = queue;
    queue.begin(table, "COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN");
  }

  @Override
  public void row(@Nullable Object... values) {
    text.row(values);
    if (text.length() >= CHUNK) {
      queue.rows(text.take());
    }
  }

  @Override
  public void end() {
    queue.rows(text.take());
    queue.end();
  }

  @Override
  public void cancel() {
    queue.cancel();
  }
}
