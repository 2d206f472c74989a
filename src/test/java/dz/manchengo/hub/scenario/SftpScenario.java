package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of partners' servers ask and wait for. */
final class SftpScenario {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private SftpScenario() {}

  static Acknowledgement answer(String name) {
    Path answer = InProcessHub.SERVER.file("reponses/" + name);
    await("answer " + name).atMost(PATIENCE).until(() -> Files.exists(answer));
    return Acknowledgement.read(answer);
  }

  static void awaitMoved(String folder, String name) {
    await(name + " in " + folder)
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(InProcessHub.SERVER.names("sortie/" + folder)).contains(name));
  }

  static Map<String, @Nullable Object> door(JdbcClient db, String partner) {
    return db.sql("SELECT * FROM v_door WHERE kind = 'SFTP' AND name = :name")
        .param("name", "sftp:" + partner)
        .query()
        .singleRow();
  }

  static void awaitFailure(JdbcClient db, String partner, String words) {
    await("failure of " + partner)
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(String.valueOf(door(db, partner).get("failure"))).contains(words));
  }

  /** Waits until both servers were listed that often. */
  static void looks(int times) {
    int before = InProcessHub.SERVER.listings();
    await().atMost(PATIENCE).until(() -> InProcessHub.SERVER.listings() >= before + 3 * times + 1);
  }
}
