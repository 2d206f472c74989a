package dz.manchengo.hub.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** Starts both servers in a process of its own and dies without a word to them. */
class HubThatHalts {
  private HubThatHalts() {}

  public static void main(String[] args) throws IOException {
    Path embedded = Path.of(args[0]);
    PostgresServer postgres = PostgresServer.start(embedded, 0);
    RedisServer redis = RedisServer.start(embedded, 0);
    System.out.println(postgres.getJdbcUrl() + " " + redis.getStandalone().getPort());
    Runtime.getRuntime().halt(9);
  }
}
