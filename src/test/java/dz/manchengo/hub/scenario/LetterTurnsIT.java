package dz.manchengo.hub.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.notices.Letter;
import dz.manchengo.hub.notices.Outbox;
import dz.manchengo.hub.platform.Sql;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Which letter goes next, while others are on their way. */
class LetterTurnsIT extends InProcessHub {
  @SuppressWarnings("NullAway.Init")
  @Autowired
  Outbox outbox;

  @SuppressWarnings("NullAway.Init")
  @Autowired
  TransactionTemplate transaction;

  /** One whose receiver makes the server slow must not come first again and again. */
  @Test
  void aLetterThatWasTriedGoesBehindThoseThatWereNot() {
    transaction.executeWithoutResult(
        done -> {
          outbox.send("turn-1", letter("essaye@client.test"));
          outbox.send("turn-2", letter("nouveau@client.test"));
          db.sql(
                  "UPDATE notice SET node = 'elsewhere', attempt ="
                      + " CASE WHEN target LIKE 'essaye@%' THEN 3 ELSE 0 END,"
                      + " due_at = now() - interval '1 min'"
                      + " WHERE target IN ('essaye@client.test', 'nouveau@client.test')")
              .update();
        });
    Long tried = id("essaye@client.test");
    Long untried = id("nouveau@client.test");
    assertThat(nextBut()).containsExactly(untried);
    assertThat(nextBut(untried)).containsExactly(tried);
    assertThat(nextBut(untried, tried)).isEmpty();
    db.sql("DELETE FROM notice WHERE node = 'elsewhere'").update();
  }

  /** With one mail server for all, the letter that it is away waits until it is back. */
  @Test
  void thatAnIncidentIsOverIsNotToldBeforeThatItBegan() {
    transaction.executeWithoutResult(
        done -> {
          outbox.send("incident:900001:opened", letter("alarme@client.test"));
          outbox.send("incident:900001:closed", letter("alarme@client.test"));
          outbox.send("incident:900002:closed", letter("autre-alarme@client.test"));
          db.sql(
                  "UPDATE notice SET node = 'elsewhere', due_at = now() + CASE WHEN dedupe_key LIKE"
                      + " '%900001:opened%' THEN interval '1 h' ELSE interval '-1 min' END"
                      + " WHERE dedupe_key LIKE 'letter:incident:90000_:%'")
              .update();
        });
    Long another = id("autre-alarme@client.test");
    assertThat(nextBut()).containsExactly(another);
    assertThat(nextBut(another)).as("its beginning has not been told").isEmpty();
    db.sql("UPDATE notice SET sent_at = now() WHERE dedupe_key LIKE '%900001:opened%'").update();
    assertThat(nextBut(another)).hasSize(1);
    db.sql("DELETE FROM notice WHERE node = 'elsewhere'").update();
  }

  private List<Long> nextBut(Long... underway) {
    return db.sql(Sql.file("notices/next_letter.sql"))
        .param("node", "elsewhere")
        .param("underway", underway)
        .query((row, n) -> row.getLong("id"))
        .list();
  }

  private static Letter letter(String to) {
    return Letter.plain(List.of(to), "Tour", "Tour", "<p>Tour</p>");
  }

  private Long id(String recipient) {
    return db.sql("SELECT id FROM notice WHERE target = :to")
        .param("to", recipient)
        .query(Long.class)
        .single();
  }
}
