package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.Incidents.incident;
import static dz.manchengo.hub.scenario.Incidents.open;
import static dz.manchengo.hub.scenario.Incidents.sentence;
import static dz.manchengo.hub.scenario.WatchScenario.drop;
import static dz.manchengo.hub.scenario.WatchScenario.expect;
import static dz.manchengo.hub.scenario.WatchScenario.file;
import static dz.manchengo.hub.scenario.WatchScenario.forget;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** More than was expected is told at once, and over when it is taken back. */
class WatchSurplusIT extends InProcessHub {
  @Test
  void aFileWithTooManyRows() throws IOException {
    String feed = "geant.invoices";
    expect(feed, "rows: ..2, from: \"00:00\"");
    drop("geant-bon.csv", file("Geant", "GE-1"));
    await("as it should be").until(() -> arrived(feed) == 1 && open(db, feed).isEmpty());
    drop("geant-trop.csv", file("Geant", "GE-2", "GE-3", "GE-4"));
    await("incident").until(() -> open(db, feed), List.of("LARGE")::equals);
    assertThat(sentence(db, feed))
        .contains("geant-trop.csv", "a 3 ligne(s), il en faut 2 au plus.");
    UndoScenario.undo(HUB.awaitAcknowledgement("", "geant-trop.csv").bytes(), "geant.undo.xlsx");
    await("taken back").until(() -> open(db, feed).isEmpty());
    assertThat(incident(db, feed)).containsEntry("closed_because", "SETTLED");
    forget(feed);
  }

  @Test
  void moreFilesThanADayMayHave() throws IOException {
    String feed = "foule.invoices";
    expect(feed, "at-most: 2 files, from: \"00:00\"");
    drop("foule-1.csv", file("Foule", "FO-1"));
    drop("foule-2.csv", file("Foule", "FO-2"));
    await("as many as may be").until(() -> arrived(feed) == 2 && open(db, feed).isEmpty());
    drop("foule-3.csv", file("Foule", "FO-3"));
    await("incident").until(() -> open(db, feed), List.of("QUICK")::equals);
    assertThat(sentence(db, feed))
        .startsWith("3 fichiers du flux foule.invoices sont venus")
        .contains("2 au plus étaient attendus. Le dernier : foule-3.csv.");
    UndoScenario.undo(HUB.awaitAcknowledgement("", "foule-3.csv").bytes(), "foule.undo.xlsx");
    await("taken back").until(() -> open(db, feed).isEmpty());
    forget(feed);
  }

  private int arrived(String feed) {
    return db.sql("SELECT count(*) FROM v_feed_arrival WHERE feed = :feed AND status = 'POSTED'")
        .param("feed", feed)
        .query(Integer.class)
        .single();
  }
}
