package dz.manchengo.hub.platform;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that copy while their user goes on. Statements, commit and whatever else needs the
 * server wait for the rows on their way; a rollback drops them.
 */
public final class CopyingDataSource extends DelegatingDataSource {
  private static final Set<String> QUIET =
      Set.of(
          "isClosed",
          "getAutoCommit",
          "getMetaData",
          "isWrapperFor",
          "getWarnings",
          "clearWarnings",
          "hashCode",
          "equals",
          "toString");
  private static final Set<String> GIVING_UP = Set.of("rollback", "abort");
  private static final Set<String> ENDING = Set.of("commit", "rollback");

  private final CopyRights rights = new CopyRights();

  public CopyingDataSource(DataSource target) {
    super(target);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return copying(super.getConnection());
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return copying(super.getConnection(user, password));
  }

  private Connection copying(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            CopyingDataSource.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new Copying(connection, new CopyQueue(connection, rights)));
  }

  private record Copying(Connection connection, CopyQueue queue) implements InvocationHandler {
    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      if (method.getName().equals("unwrap")
          && arguments != null
          && arguments[0] == CopyQueue.class) {
        return queue;
      }
      prepare(method.getName());
      try {
        return method.invoke(connection, arguments);
      } catch (InvocationTargetException e) {
        throw e.getTargetException();
      } finally {
        if (ENDING.contains(method.getName()) && arguments == null) {
          queue.partner(false);
        }
      }
    }

    private void prepare(String method) throws SQLException {
      if (method.equals("close")) {
        queue.close();
      } else if (GIVING_UP.contains(method)) {
        queue.abandon();
      } else if (!QUIET.contains(method)) {
        queue.settle();
      }
    }
  }
}
