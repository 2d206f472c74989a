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

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is expected and does not come. The time by which it should have come is last midnight. */
class WatchIT extends InProcessHub {
  @SuppressWarnings("NullAway.Init") // Spring sets it
  @Autowired
  MeterRegistry metrics;

  @Test
  void whatDoesNotComeIsToldOnceAndIsOverWhenItComes() throws Exception {
    String feed = "guet.invoices";
    expect(feed, "rows: 2..50, contact: \"Mme Haddad, 0550\", mail: [guet@example.dz]");

    await("incident").until(() -> open(db, feed), List.of("LATE")::equals);
    assertThat(sentence(db, feed)).startsWith("Rien n'est venu du flux guet.invoices, attendu le ");
    await("gauge").until(() -> overdue(feed) == 1);
    await("letter").until(() -> MailServer.received("guet@example.dz").size() == 1);

    HUB.preview("", "guet-apercu.csv", file("Guet", "GT-1", "GT-2"));
    HUB.awaitAcknowledgement("preview", "guet-apercu.csv");
    drop("guet-refus.csv", file("Guet", "GT-1").replace(";19;", ";21;"));
    await("told why").until(() -> sentence(db, feed).endsWith("il a été refusé (guet-refus.csv)."));
    drop("guet-petit.csv", file("Guet", "GT-1"));
    await("too small").until(() -> open(db, feed), List.of("SMALL")::equals);
    assertThat(sentence(db, feed))
        .contains("guet-petit.csv", "a 1 ligne(s), il en faut de 2 à 50.");
    drop("guet.csv", file("Guet", "GT-2", "GT-3"));

    await("end").until(() -> open(db, feed).isEmpty());
    assertThat(incident(db, feed))
        .containsEntry("closed_because", "ARRIVED")
        .containsEntry("times", 1);
    await("gauge").until(() -> overdue(feed) == 0);
    await("webhook").until(() -> calls(feed, "incident.closed").size() == 1);
    assertThat(calls(feed, "incident.opened")).singleElement().asString().contains("\"LATE\"");
    await("letter").until(() -> MailServer.received("guet@example.dz").size() == 2);
    List<MimeMessage> letters = MailServer.received("guet@example.dz");
    assertThat(letters.get(0).getSubject()).startsWith("Rien de guet.invoices pour le ");
    assertThat(text(letters.get(0))).contains("À appeler : Mme Haddad, 0550");
    assertThat(letters.get(1).getSubject()).startsWith("Terminé : Rien de guet.invoices pour le ");
    assertThat(text(letters.get(1)))
        .contains("guet.invoices est venu : guet.csv")
        .contains("Il s'agissait de ceci : Rien n'est venu du flux guet.invoices")
        .contains("Entre-temps, c'était devenu : Le fichier guet-petit.csv");
    String first = letters.get(0).getMessageID();
    assertThat(letters.get(1).getHeader("In-Reply-To")).containsExactly(first);
    assertThat(letters.get(1).getHeader("References")).containsExactly(first);
    assertThat(letters.get(1).getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(number("SELECT count(*) FROM incident WHERE subject = 'guet.invoices'")).isOne();
    forget(feed);
    await("no gauge").until(() -> gauge(feed) == null);
  }

  @Test
  void whatCameTooSoonIsToldAtOnceAndTheCorrectedSheetIsNone() throws IOException {
    String feed = "hate.invoices";
    expect(feed, "no-sooner-than: 1h, from: \"00:00\"");
    await("incident").until(() -> open(db, feed), List.of("LATE")::equals);
    drop("hate-1.csv", file("Hate", "HT-1", "HT-2").replaceFirst(";2;10", ";deux;10"));
    await("end").until(() -> open(db, feed).isEmpty());
    Acknowledgement first = HUB.awaitAcknowledgement("", "hate-1.csv");
    first.correction().getRow(1).getCell(6).setCellValue("2");
    drop("hate-corrige.xlsx", first.bytes());
    HUB.awaitAcknowledgement("", "hate-corrige.xlsx");
    assertThat(submission("hate-corrige.xlsx"))
        .containsEntry("feed", feed)
        .containsEntry("status", "POSTED");
    assertThat(
            number(
                "SELECT count(*) FROM v_feed_arrival WHERE feed = 'hate.invoices'"
                    + " AND is_correction"))
        .isOne();
    db.sql("UPDATE incident SET over_told_at = over_told_at - interval '1 h' WHERE subject = :feed")
        .param("feed", feed)
        .update();
    drop("hate-2.csv", file("Hate", "HT-3"));

    await("incident").until(() -> open(db, feed), List.of("QUICK")::equals);
    assertThat(sentence(db, feed)).contains("hate-2.csv", "après hate-1.csv, au moins 60");
    assertThat(incident(db, feed)).containsEntry("times", 2);
    assertThat(overdue(feed)).isZero();

    UndoScenario.undo(HUB.awaitAcknowledgement("", "hate-2.csv").bytes(), "hate-2.undo.xlsx");
    await("taken back").until(() -> open(db, feed).isEmpty());
    assertThat(incident(db, feed)).containsEntry("closed_because", "SETTLED");
    forget(feed);
  }

  @Test
  void anotherHubThatWasFirstHasToldIt() throws IOException {
    String feed = "deux-hubs.invoices";
    db.sql(
            "INSERT INTO incident (kind, subject, business_day, reason, sentence, mail, node,"
                + " opened_at) VALUES ('FEED', :feed, (now() AT TIME ZONE 'Africa/Algiers')::date,"
                + " 'LATE', 'x', '{another@example.dz}', 'another', now())")
        .param("feed", feed)
        .update();
    expect(feed, "mail: [deux-hubs@example.dz]");
    await("seen").until(() -> sentence(db, feed).startsWith("Rien n'est venu"));
    drop("deux-hubs.csv", file("Deux-hubs", "DH-1"));

    await("end").until(() -> open(db, feed).isEmpty());
    assertThat(number("SELECT count(*) FROM incident WHERE subject = 'deux-hubs.invoices'"))
        .isOne();
    assertThat(MailServer.received("deux-hubs@example.dz")).isEmpty();
    forget(feed);
  }

  /** Whoever sets the addresses later than the hub runs hears of what is open. */
  @Test
  void whatNobodyWasToldOfIsToldOnceSomebodyIsThere() throws IOException {
    String feed = "sans-adresse.invoices";
    db.sql(
            "INSERT INTO incident (kind, subject, business_day, reason, sentence, mail, node,"
                + " opened_at) VALUES ('FEED', :feed, (now() AT TIME ZONE 'Africa/Algiers')::date,"
                + " 'LATE', 'x', '{}', 'another', now())")
        .param("feed", feed)
        .update();
    expect(feed, "mail: [sans-adresse@example.dz]");
    await("told").until(() -> !MailServer.received("sans-adresse@example.dz").isEmpty());
    await("seen").until(() -> sentence(db, feed).startsWith("Rien n'est venu"));
    drop("sans-adresse.csv", file("Sans-adresse", "SA-1"));

    await("end").until(() -> open(db, feed).isEmpty());
    await("over").until(() -> MailServer.received("sans-adresse@example.dz").size() == 2);
    forget(feed);
  }

  @Test
  void aFeedThatIsNoLongerExpectedHasNoIncident() throws IOException {
    expect("oubli.invoices", "at-least: 2 files");
    await("incident").until(() -> open(db, "oubli.invoices"), List.of("LATE")::equals);
    forget("oubli.invoices");
    await("end").until(() -> open(db, "oubli.invoices").isEmpty());
    assertThat(incident(db, "oubli.invoices")).containsEntry("closed_because", "UNWATCHED");
  }

  /** As the hub sees it that is started with such a file: nothing former is known. */
  @Test
  void aFeedThatNobodyCanReadIsAnIncidentItselfUntilItIsMended() throws IOException {
    String file = "config/feeds/illisible.invoices.yaml";
    Files.writeString(HUB.home().resolve(file), "expect: demain, peut-être");
    await("incident").until(() -> open(db, file), List.of("UNREADABLE")::equals);
    assertThat(sentence(db, file))
        .startsWith("Le fichier " + file + " ne peut pas être lu")
        .contains("n'est pas surveillé")
        .contains(
            "Ce qui n'y va pas, comme le dit le journal du hub : « illisible.invoices.yaml: /expect");
    expect("illisible.invoices", "mail: [illisible@example.dz]");
    await("end").until(() -> open(db, file).isEmpty());
    await("expected").until(() -> open(db, "illisible.invoices"), List.of("LATE")::equals);

    Files.writeString(HUB.home().resolve(file), "encore: faux");
    await("incident").until(() -> open(db, file), List.of("UNREADABLE")::equals);
    assertThat(sentence(db, file)).contains("ce qu'il disait avant vaut encore");
    assertThat(open(db, "illisible.invoices")).containsExactly("LATE");
    forget("illisible.invoices");
    await("end").until(() -> open(db, file).isEmpty() && open(db, "illisible.invoices").isEmpty());
    assertThat(incident(db, file)).containsEntry("closed_because", "SETTLED");
  }

  /** Nothing stops for a time that there is not; who wrote it is told that it is not watched. */
  @Test
  void insteadOfAnOwnFeedThatCannotBeReadThePackagedOneHoldsAndIsNotWatched() throws IOException {
    String file = "config/feeds/odoo.invoices.yaml";
    Path own = HUB.home().resolve(file);
    Files.writeString(
        own, Files.readString(Path.of(file)) + "\nexpect: {by: \"25:99\", mail: [a@example.dz]}\n");
    try {
      await("incident").until(() -> open(db, file), List.of("UNREADABLE")::equals);
      assertThat(sentence(db, file))
          .contains("celui du même nom qui est livré avec le hub vaut à sa place");
      assertThat(open(db, "odoo.invoices")).isEmpty();
    } finally {
      Files.delete(own);
    }
    await("end").until(() -> open(db, file).isEmpty());
  }

  /** As when a holiday is entered on the day itself. */
  @Test
  void aDayOnWhichNothingIsExpectedAnyMoreHasNoIncidentAndAccusesNoFormerOne() throws IOException {
    expect("ferie.invoices", "at-least: 2 files");
    await("incident").until(() -> open(db, "ferie.invoices"), List.of("LATE")::equals);
    String tomorrow = LocalDate.now(ZoneId.of("Africa/Algiers")).plusDays(1).getDayOfWeek().name();
    expect("ferie.invoices", "[" + tomorrow.toLowerCase(Locale.ROOT) + "]", "at-least: 2 files");
    await("end").until(() -> open(db, "ferie.invoices").isEmpty());
    assertThat(incident(db, "ferie.invoices")).containsEntry("closed_because", "UNWATCHED");
    await("measure").until(() -> overdue("ferie.invoices") == 0);
    forget("ferie.invoices");
  }

  private static List<String> calls(String feed, String event) {
    return WebhookWitness.calls("\"subject\": \"" + feed + "\"").stream()
        .map(WebhookWitness.Call::body)
        .filter(body -> body.contains("\"" + event + "\""))
        .toList();
  }

  private double overdue(String feed) {
    Gauge gauge = gauge(feed);
    return gauge == null ? -1 : gauge.value();
  }

  private @Nullable Gauge gauge(String feed) {
    return metrics.find("hub.feed.overdue").tag("feed", feed).gauge();
  }

  /** The plain words of a mail: they come first. */
  private static String text(Part part) throws MessagingException, IOException {
    Object content = part.getContent();
    return content instanceof Multipart parts ? text(parts.getBodyPart(0)) : content.toString();
  }

  @Test
  void aCalendarThatDoesNotExistIsToldInsteadOfAFalseAlarm() throws IOException {
    String file = "config/feeds/calendrier.invoices.yaml";
    expect("calendrier.invoices", "calendar: dzz, mail: [calendrier@example.dz]");
    await("told").until(() -> open(db, file), List.of("UNREADABLE")::equals);
    assertThat(sentence(db, file))
        .isEqualTo(
            "Le fichier "
                + file
                + " nomme le calendrier « dzz », qui n'existe pas ou ne peut pas être lu"
                + " (config/calendars/) : ce qui est attendu de ce flux n'est pas surveillé.");
    assertThat(open(db, "calendrier.invoices")).isEmpty();

    expect("calendrier.invoices", "calendar: dz, mail: [calendrier@example.dz]");
    await("mended").until(() -> open(db, file), List::isEmpty);
    forget("calendrier.invoices");
  }
}
