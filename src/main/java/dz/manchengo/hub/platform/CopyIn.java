package dz.manchengo.hub.platform;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * Rows into a table by {@code COPY … FROM STDIN}, in the transaction of the calling thread. Values
 * go out as text: numbers by {@link Object#toString()}, null as null.
 */
public final class CopyIn implements AutoCloseable {
  private static final int CHUNK = 1 << 16;
  private static final SQLExceptionTranslator TRANSLATOR = new SQLStateSQLExceptionTranslator();

  private final org.postgresql.copy.CopyIn copy;
  private final StringBuilder buffer = new StringBuilder(CHUNK + 4096);
  private boolean ended;

  private CopyIn(org.postgresql.copy.CopyIn copy) {
    this.copy = copy;
  }

  /** Begins a COPY; the connection can do nothing else until {@link #end()}. */
  public static CopyIn into(DataSource source, String table, String... columns) {
    Connection connection = DataSourceUtils.getConnection(source);
    try {
      String statement = "COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN";
      return new CopyIn(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement));
    } catch (SQLException e) {
      throw translated("COPY " + table, e);
    }
  }

  public void row(@Nullable Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        buffer.append('\t');
      }
      append(values[i]);
    }
    buffer.append('\n');
    if (buffer.length() >= CHUNK) {
      flush();
    }
  }

  /** Ends the COPY: constraints are checked, the rows count. */
  public void end() {
    flush();
    ended = true;
    try {
      copy.endCopy();
    } catch (SQLException e) {
      throw translated("end of COPY", e);
    }
  }

  /** Cancels a COPY that was not ended. */
  @Override
  public void close() {
    if (!ended && copy.isActive()) {
      try {
        copy.cancelCopy();
      } catch (SQLException e) {
        throw translated("cancel of COPY", e);
      }
    }
  }

  private void flush() {
    byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException e) {
      throw translated("COPY", e);
    }
    buffer.setLength(0);
  }

  /** As Spring's own JDBC calls do, so that a lost race looks the same everywhere. */
  private static DataAccessException translated(String task, SQLException e) {
    DataAccessException translated = TRANSLATOR.translate(task, null, e);
    return translated != null ? translated : new UncategorizedSQLException(task, null, e);
  }

  private void append(@Nullable Object value) {
    if (value == null) {
      buffer.append("\\N");
      return;
    }
    String text = value.toString();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> buffer.append("\\\\");
        case '\t' -> buffer.append("\\t");
        case '\n' -> buffer.append("\\n");
        case '\r' -> buffer.append("\\r");
        case '\0' -> buffer.append('\uFFFD'); // PostgreSQL text cannot hold NUL
        default -> buffer.append(Character.isSurrogate(c) ? paired(text, i) : c);
      }
    }
  }

  /** A lone surrogate is no character and would end the COPY. */
  private static char paired(String text, int i) {
    char c = text.charAt(i);
    boolean high =
        Character.isHighSurrogate(c)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1));
    boolean low =
        Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    return high || low ? c : '\uFFFD';
  }
}
