package dz.manchengo.hub.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the hub's own database user may copy into tables with row level security: PostgreSQL lets
 * those do it who bypass it (decision 0031).
 */
final class CopyRights {
  private static final Logger log = LoggerFactory.getLogger(CopyRights.class);

  private volatile @Nullable Boolean mayCopy;

  /** The first one asks, by a connection on which no COPY is under way yet. */
  boolean mayCopy(Connection connection) {
    Boolean known = mayCopy;
    if (known == null) {
      known = ask(connection);
      mayCopy = known;
    }
    return known;
  }

  private static boolean ask(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT rolsuper OR rolbypassrls, rolname FROM pg_roles"
                    + " WHERE rolname = current_user")) {
      row.next();
      if (!row.getBoolean(1)) {
        log.warn(
            "Files are posted row by row, which takes several times as long: ALTER ROLE \"{}\" BYPASSRLS",
            row.getString(2));
      }
      return row.getBoolean(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
