package dz.manchengo.hub.embedded;

import dz.manchengo.hub.platform.HubHome;
import dz.manchengo.hub.platform.OwnServer;

/** The servers of a home for a command, while no hub runs there. */
public final class EmbeddedServers {
  private EmbeddedServers() {}

  /** The home's PostgreSQL, made where there is none yet. */
  public static OwnServer postgres(HubHome home, int port) {
    return PostgresServer.start(home.folder("embedded"), port);
  }
}
