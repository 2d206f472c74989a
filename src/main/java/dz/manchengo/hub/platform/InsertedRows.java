package dz.manchengo.hub.platform;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The same rows by INSERT, for a role that PostgreSQL lets copy nothing (decision 0031). */
final class InsertedRows implements CopyIn.Rows {
  private static final int PORTION = 500;

  private final JdbcTemplate db;
  private final String statement;
  private final List<@Nullable String[]> waiting = new ArrayList<>();

  InsertedRows(CopyQueue queue, DataSource source, String table, String... columns) {
    this.db = new JdbcTemplate(source);
    this.statement =
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(
                table,
                String.join(", ", columns),
                String.join(", ", Collections.nCopies(columns.length, "?")));
    queue.written(table);
  }

  @Override
  public void row(@Nullable Object... values) {
    @Nullable String[] texts = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      texts[i] = value == null ? null : CopyText.storable(value.toString());
    }
    waiting.add(texts);
    if (waiting.size() >= PORTION) {
      end();
    }
  }

  @Override
  public void end() {
    if (!waiting.isEmpty()) {
      db.batchUpdate(statement, waiting, waiting.size(), InsertedRows::set);
      waiting.clear();
    }
  }

  /** Texts without a type: the server takes each as what its column is, as COPY does. */
  private static void set(PreparedStatement insert, @Nullable String[] texts) throws SQLException {
    for (int i = 0; i < texts.length; i++) {
      insert.setObject(i + 1, texts[i], Types.OTHER);
    }
  }

  @Override
  public void cancel() {
    waiting.clear();
  }
}
