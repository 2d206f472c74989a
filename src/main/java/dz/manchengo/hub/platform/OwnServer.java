package dz.manchengo.hub.platform;

import java.io.IOException;

/** A database server that runs for as long as this process wants it. */
public interface OwnServer extends ServerOwner, AutoCloseable {
  /** JDBC, of the hub's database. */
  String url();

  /** The hub's role. */
  String username();

  @Override
  void close() throws IOException;
}
