package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.Incidents.incident;
import static dz.manchengo.hub.scenario.Incidents.open;
import static dz.manchengo.hub.scenario.Incidents.sentence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * A server that lets us in and keeps us there: nothing fails, and nobody looks any more. The five
 * minutes are taken off the door's row.
 */
class HangingDoorIT extends InProcessHub {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @Test
  void aMailboxInWhichALookNeverEndsIsToldAndTheOthersAreLookedInto() {
    await().until(() -> looked("careful") && looked("anybody"));
    MailServer.holdImap();
    try {
      await().atMost(PATIENCE).until(MailServer::imapHoldsSomebody);
      told("careful", "La boîte aux lettres careful n'a plus été relevée depuis le ");
      assertThat(MailServer.imapHoldsSomebody()).as("nothing has ended it meanwhile").isTrue();
      assertLookedIntoFromNowOn("anybody", "sftp:beta");
    } finally {
      MailServer.releaseImap();
    }
    over("careful");
  }

  @Test
  void aPartnersServerThatNeverAnswersIsToldAndTheOthersAreLookedInto() {
    await().until(() -> looked("sftp:lente") && looked("sftp:acme"));
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger held = new AtomicInteger();
    SERVER.beforeListing(
        folder -> {
          if (folder.endsWith("lente")) {
            held.incrementAndGet();
            awaitEnd(end);
          }
        });
    try {
      await().atMost(PATIENCE).until(() -> held.get() > 0);
      told("sftp:lente", "Le serveur SFTP sftp:lente n'a plus été relevé depuis le ");
      assertThat(held).as("nothing has ended it meanwhile").hasValue(1);
      assertLookedIntoFromNowOn("anybody", "sftp:acme", "sftp:beta");
    } finally {
      SERVER.beforeListing(folder -> {});
      end.countDown();
    }
    over("sftp:lente");
  }

  private void told(String door, String words) {
    db.sql(
            "UPDATE door SET opened_at = opened_at - interval '1 day',"
                + " last_polled_at = now() - interval '6 min' WHERE name = :name")
        .param("name", door)
        .update();
    await("told").atMost(PATIENCE).until(() -> open(db, door), List.of("SILENT")::equals);
    assertThat(sentence(db, door)).startsWith(words);
  }

  private void over(String door) {
    await("over").atMost(PATIENCE).until(() -> open(db, door).isEmpty());
    assertThat(incident(db, door)).containsEntry("closed_because", "SETTLED");
  }

  private void assertLookedIntoFromNowOn(String... doors) {
    for (String door : doors) {
      OffsetDateTime before = lastLook(door);
      await(door).atMost(PATIENCE).until(() -> lastLook(door).isAfter(before));
    }
  }

  private boolean looked(String door) {
    return !db.sql("SELECT 1 FROM v_door WHERE name = :name AND last_polled_at IS NOT NULL")
        .param("name", door)
        .query(Integer.class)
        .list()
        .isEmpty();
  }

  private OffsetDateTime lastLook(String door) {
    return db.sql("SELECT last_polled_at FROM v_door WHERE name = :name")
        .param("name", door)
        .query(OffsetDateTime.class)
        .single();
  }

  private static void awaitEnd(CountDownLatch end) {
    try {
      assertThat(end.await(2, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
