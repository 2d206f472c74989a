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

  private List<Long> nextBut(Long... underway) {
    return db.sql(Sql.file("notices/next_letter.sql"))
        .param("node", "elsewhere")
        .param("underway", underway)
        .query(Long.class)
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
