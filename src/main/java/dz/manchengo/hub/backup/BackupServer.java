package dz.manchengo.hub.backup;

import dz.manchengo.hub.platform.OwnServer;
import dz.manchengo.hub.platform.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** The hub's database, seen by the role that backs it up. */
@Component
class BackupServer {
  private final BackupSettings settings;
  private final JdbcConnectionDetails hub;
  private final ObjectProvider<OwnServer> owner;

  BackupServer(
      BackupSettings settings, JdbcConnectionDetails hub, ObjectProvider<OwnServer> owner) {
    this.settings = settings;
    this.hub = hub;
    this.owner = owner;
  }

  Server server() {
    String own = Objects.requireNonNullElse(hub.getUsername(), "");
    if (!settings.username().isBlank()) {
      return new Server(hub.getJdbcUrl(), settings.username(), password(), own);
    }
    OwnServer ours = owner.getIfAvailable();
    return ours == null
        ? new Server(hub.getJdbcUrl(), own, Objects.requireNonNullElse(hub.getPassword(), ""), own)
        : Server.owned(hub.getJdbcUrl(), ours.password(), own);
  }

  private String password() {
    try {
      String file = settings.passwordFile();
      return Objects.requireNonNullElse(Secret.current(settings.password(), file), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
