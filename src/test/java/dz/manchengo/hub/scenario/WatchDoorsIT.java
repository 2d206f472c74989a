package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.Incidents.incident;
import static dz.manchengo.hub.scenario.Incidents.open;
import static dz.manchengo.hub.scenario.Incidents.sentence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Mailboxes and servers that let nobody in, or that nobody looks into. */
class WatchDoorsIT extends InProcessHub {
  @SuppressWarnings("NullAway.Init") // Spring sets it
  @Autowired
  MeterRegistry metrics;

  @Test
  void aDoorThatLetsNobodyInAndOneThatNobodyLooksInto() {
    door(
        "bal-refus", "hub-a", "failing_since = now() - interval '2 min', failure = 'mot de passe'");
    door("bal-oubli", "hub-a", "last_polled_at = now() - interval '6 min'");
    door("bal-jamais", "hub-a", "last_polled_at = NULL");
    door("bal-neuve", "hub-a", "failing_since = now() - interval '10 s', failure = 'x'");
    door("bal-partagee", "hub-a", "failing_since = now() - interval '9 min', failure = 'x'");
    door("bal-partagee", "hub-b", "last_polled_at = now() + interval '5 min'");

    await("refused").until(() -> open(db, "bal-refus"), List.of("FAILING")::equals);
    await("forgotten").until(() -> open(db, "bal-oubli"), List.of("SILENT")::equals);
    await("never").until(() -> open(db, "bal-jamais"), List.of("SILENT")::equals);
    assertThat(sentence(db, "bal-jamais")).contains("n'a pas encore été relevée une seule fois");
    assertThat(sentence(db, "bal-refus")).contains("ne marche plus comme il faut", "mot de passe");
    assertThat(sentence(db, "bal-oubli")).startsWith("La boîte aux lettres bal-oubli n'a plus été");
    assertThat(open(db, "bal-neuve")).isEmpty();
    assertThat(open(db, "bal-partagee")).isEmpty();
    assertThat(openNow("SILENT")).isGreaterThanOrEqualTo(2);
    assertThat(openNow("FAILING")).isGreaterThanOrEqualTo(1);

    change(
        "bal-refus",
        "failing_since = NULL, failure = NULL, last_polled_at = now() + interval '5 min'");
    change("bal-oubli", "last_polled_at = now() + interval '5 min'");
    await("ends").until(() -> open(db, "bal-refus").isEmpty() && open(db, "bal-oubli").isEmpty());
    assertThat(incident(db, "bal-refus")).containsEntry("closed_because", "SETTLED");

    change("bal-refus", "failing_since = now() - interval '2 min', failure = 'encore'");
    await("once more, within the hour").until(() -> !open(db, "bal-refus").isEmpty());
    assertThat(incident(db, "bal-refus")).containsEntry("times", 2).containsEntry("told", false);
    db.sql(
            "UPDATE incident SET over_told_at = over_told_at - interval '1 h'"
                + " WHERE subject = 'bal-refus'")
        .update();
    await("told after it").until(() -> Boolean.TRUE.equals(incident(db, "bal-refus").get("told")));
    db.sql("DELETE FROM door WHERE name LIKE 'bal-%'").update();
    await("gone").until(() -> open(db, "bal-refus").isEmpty());
  }

  @Test
  void aStartIsNoProofThatADoorIsOpen() {
    door("reprise-1", "hub-a", "last_polled_at = NULL");
    await("silent").until(() -> open(db, "reprise-1"), List.of("SILENT")::equals);
    change("reprise-1", "opened_at = now()");
    door("reprise-2", "hub-a", "last_polled_at = NULL");
    await("a look later").until(() -> open(db, "reprise-2"), List.of("SILENT")::equals);
    assertThat(open(db, "reprise-1")).containsExactly("SILENT");

    change("reprise-1", "last_polled_at = now() + interval '5 min'");
    await("ends").until(() -> open(db, "reprise-1").isEmpty());
    db.sql("DELETE FROM door WHERE name LIKE 'reprise-%'").update();
    await("gone").until(() -> open(db, "reprise-2").isEmpty());
  }

  /** Of hubs that share a door the one that has just started knows nothing yet. */
  @Test
  void theFirstThatWasKeptOutSaysSinceWhen() {
    door("deux-1", "hub-a", "failing_since = now() - interval '2 h', failure = 'premier'");
    door("deux-1", "hub-b", "opened_at = now()");
    await("kept out").until(() -> open(db, "deux-1"), List.of("FAILING")::equals);
    assertThat(sentence(db, "deux-1")).contains("premier");
    db.sql("UPDATE door SET failing_since = now(), failure = 'second' WHERE node = 'hub-b'")
        .update();
    door("deux-2", "hub-a", "last_polled_at = NULL");
    await("a look later").until(() -> open(db, "deux-2"), List.of("SILENT")::equals);
    assertThat(sentence(db, "deux-1")).contains("premier");
    db.sql("DELETE FROM door WHERE name LIKE 'deux-%'").update();
    await("gone").until(() -> open(db, "deux-1").isEmpty() && open(db, "deux-2").isEmpty());
  }

  @Test
  void aHubThatDoesNothingWithWhatItTookIsTold() throws IOException {
    dropInvoices("coince.csv", InvoiceText.file(InvoiceText.invoice("COINCE-1", 1)));
    long id = idOf("coince.csv");
    String node = String.valueOf(submission("coince.csv").get("node"));
    queue(id, "node-gone", "RECEIVED", "NULL, received_at = now() - interval '1 h'");
    await("told").until(() -> open(db, "node-gone"), List.of("STUCK")::equals);
    assertThat(sentence(db, "node-gone")).startsWith("1 fichier(s) que le hub node-gone a pris");
    queue(id, node, "POSTED", "now()");
    await("works").until(() -> open(db, "node-gone").isEmpty());
  }

  private double openNow(String reason) {
    return metrics
        .get("hub.watch.incidents.open")
        .tag("kind", "DOOR")
        .tag("reason", reason)
        .gauge()
        .value();
  }

  private void queue(long id, String node, String status, String finished) {
    db.sql(
            "UPDATE submission SET node = :node, status = :status, finished_at = "
                + finished
                + " WHERE id = :id")
        .param("node", node)
        .param("status", status)
        .param("id", id)
        .update();
  }

  private void door(String name, String node, String state) {
    db.sql(
            "INSERT INTO door (name, node, kind, opened_at)"
                + " VALUES (:name, :node, 'MAILBOX', now() - interval '1 day')")
        .param("name", name)
        .param("node", node)
        .update();
    db.sql("UPDATE door SET " + state + " WHERE name = :name AND node = :node")
        .param("name", name)
        .param("node", node)
        .update();
  }

  private void change(String name, String state) {
    db.sql("UPDATE door SET " + state + " WHERE name = :name").param("name", name).update();
  }
}
