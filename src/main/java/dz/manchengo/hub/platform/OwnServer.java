package dz.manchengo.hub.platform;

import java.io.IOException;

/** A database server that the hub runs itself, for as long as this process wants it. */
public interface OwnServer extends AutoCloseable {
  /** The role that may make databases and extensions; it has the hub's password. */
  String OWNER = "postgres";

  /** JDBC, of the hub's database. */
  String url();

  /** The hub's role. */
  String username();

  String password();

  @Override
  void close() throws IOException;
}
