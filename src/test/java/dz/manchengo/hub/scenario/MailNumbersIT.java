package dz.manchengo.hub.scenario;

import static dz.manchengo.hub.scenario.MailScenario.RENUMBERED;
import static dz.manchengo.hub.scenario.MailScenario.RENUMBERED_FOLDER;
import static dz.manchengo.hub.scenario.MailScenario.attachment;
import static dz.manchengo.hub.scenario.MailScenario.invoice;
import static dz.manchengo.hub.scenario.MailScenario.mail;
import static dz.manchengo.hub.scenario.MailScenario.states;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A server that was restored from a copy, or whose folder was made anew: its numbers begin again,
 * and its UIDVALIDITY says that they mean other mails.
 */
class MailNumbersIT extends InProcessHub {
  private static final String SENDER = "amel@fournisseur.test";

  @Test
  void whenTheServersNumbersBeginAgainNothingIsLostAndNothingCountsTwice() throws Exception {
    await().until(() -> renew() > 0);
    String first = mail(SENDER, "Numero un", attachment("un-no.csv", invoice("NO-1")));
    place(first);
    await().until(() -> states(db, "Numero un").equals(List.of("POSTED")));

    long before = validity();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> renew() != before); // it counts in seconds: one that is made at once is the same
    place(mail(SENDER, "Numero autre", attachment("autre-no.csv", invoice("NO-2"))));
    place(first);

    await().until(() -> states(db, "Numero autre").equals(List.of("POSTED")));
    await().until(() -> states(db, "Numero un").equals(List.of("POSTED", "DUPLICATE")));
    assertThat(
            db.sql(
                    "SELECT uid FROM mail WHERE subject IN ('Numero un', 'Numero autre')"
                        + " GROUP BY uid HAVING count(DISTINCT uid_validity) = 2")
                .query(Long.class)
                .list())
        .as("numbers that meant two mails")
        .isNotEmpty();
    assertThat(number("SELECT count(*) FROM invoice WHERE invoice_no IN ('NO-1', 'NO-2')"))
        .isEqualTo(2);
    await().until(() -> MailScenario.count(RENUMBERED, RENUMBERED_FOLDER) == 0);
    await().until(() -> MailServer.received(SENDER).size() == 3);
  }

  private static void place(String raw) {
    MailScenario.place(RENUMBERED, RENUMBERED_FOLDER, raw.replace("\n", "\r\n").getBytes(UTF_8));
  }

  /** Makes the folder anew; its number. */
  private static long renew() throws Exception {
    try (Store store = MailScenario.store(RENUMBERED)) {
      Folder folder = store.getFolder(RENUMBERED_FOLDER);
      if (folder.exists()) {
        folder.delete(false);
      }
      folder.create(Folder.HOLDS_MESSAGES);
    }
    return validity();
  }

  private static long validity() throws Exception {
    try (Store store = MailScenario.store(RENUMBERED)) {
      Folder folder = store.getFolder(RENUMBERED_FOLDER);
      folder.open(Folder.READ_ONLY);
      return ((UIDFolder) folder).getUIDValidity();
    }
  }
}
