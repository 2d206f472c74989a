package dz.manchengo.hub.scenario;

import dz.manchengo.hub.platform.OwnServer;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An empty database beside that of a hub: one that stands for a server of the house. */
record FreshDatabase(String url, String password) {

  static FreshDatabase beside(HubProcess hub, HubFolder home) {
    FreshDatabase own = new FreshDatabase(hub.databaseUrl(), home.databasePassword());
    own.as(OwnServer.OWNER).sql("CREATE DATABASE fresh OWNER hub").update();
    return new FreshDatabase(own.url.replaceFirst("/hub$", "/fresh"), own.password);
  }

  JdbcClient client() {
    return as("hub");
  }

  private JdbcClient as(String user) {
    return JdbcClient.create(new DriverManagerDataSource(url, user, password));
  }

  /** Settings of a command line that name it, behind other words. */
  String[] settings(String... words) {
    return Stream.concat(
            Stream.of(words),
            Stream.of(
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=hub",
                "--spring.datasource.password=" + password))
        .toArray(String[]::new);
  }

  /** The same, for the virtual machine. */
  String[] properties(String... words) {
    return Stream.of(settings(words))
        .map(setting -> setting.replaceFirst("^--", "-D"))
        .toArray(String[]::new);
  }
}
