package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether a mailbox can be looked into, as the watch sees it. */
class MailboxDoorIT extends InProcessHub {
  @Test
  void aPasswordThatIsChangedUnderTheHubIsToldAndTheNewOneIsTakenWithoutARestart()
      throws IOException {
    await().until(() -> door().get("last_polled_at") != null);

    MailServer.user(MailScenario.CAREFUL, "secret-2");
    await().until(() -> door().get("failing_since") != null);
    assertThat(String.valueOf(door().get("failure")))
        .startsWith("login refused: ")
        .doesNotContain("secret");

    Files.writeString(MailScenario.PASSWORD_FILE, "secret-2\n");
    await().until(() -> door().get("failing_since") == null);
    assertThat(door().get("failure")).isNull();
  }

  private Map<String, @Nullable Object> door() {
    return db.sql("SELECT * FROM v_door WHERE name = 'careful'").query().singleRow();
  }
}
