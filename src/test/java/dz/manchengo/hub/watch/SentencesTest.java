package dz.manchengo.hub.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dz.manchengo.hub.documents.Expect;
import dz.manchengo.hub.jobs.WorkCalendar;
import dz.manchengo.hub.notices.Letter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters about doors say what kind of door it is: its name alone may be that of anything. */
class SentencesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 7);
  private static final ZoneId ZONE = ZoneId.of("Africa/Algiers");

  @Test
  void aLetterNamesTheKindOfDoorInItsSubject() {
    assertThat(opened("fr", Reason.FAILING, "comptabilite"))
        .isEqualTo("La boîte aux lettres comptabilite ne marche plus comme il faut (07/01/2026)");
    assertThat(opened("fr", Reason.SILENT, "sftp:acme"))
        .isEqualTo("Le serveur SFTP sftp:acme n'est pas relevé (07/01/2026)");
    assertThat(opened("en", Reason.SILENT, "comptabilite"))
        .isEqualTo("The mailbox comptabilite is not looked into (07/01/2026)");
    assertThat(opened("en", Reason.FAILING, "sftp:acme"))
        .isEqualTo("The SFTP server sftp:acme does not work as it should (07/01/2026)");
  }

  @Test
  void theEndNamesItTooInSubjectAndSentence() {
    Closed closed = closed(Alarm.Kind.DOOR, Reason.FAILING, "comptabilite");
    String over = sentences("fr").over(closed, null);
    assertThat(over).isEqualTo("La boîte aux lettres comptabilite marche de nouveau.");
    assertThat(sentences("fr").closed(closed, over).subject())
        .isEqualTo(
            "Terminé : La boîte aux lettres comptabilite ne marche plus comme il faut"
                + " (07/01/2026)");
    assertThat(sentences("en").over(closed(Alarm.Kind.DOOR, Reason.SILENT, "sftp:acme"), null))
        .isEqualTo("The SFTP server sftp:acme is looked into again.");
  }

  @Test
  void aFeedThatIsNotDueAfterAllHasNotComeByThat() {
    Closed late = closed(Alarm.Kind.FEED, Reason.LATE, "odoo.invoices");
    assertThat(sentences("fr").over(late, null))
        .isEqualTo("Le flux odoo.invoices n'est plus en retard : ce qui en est attendu a changé.");
    assertThat(sentences("fr").unexpected(late))
        .startsWith("Le flux odoo.invoices n'est plus attendu ce jour-là");
  }

  @Test
  void whatIsNoLongerWatchedIsNamedByItsKind() {
    assertThat(unwatched(Alarm.Kind.DOOR, Reason.SILENT, "comptabilite"))
        .startsWith("La boîte aux lettres comptabilite n'est plus surveillée");
    assertThat(unwatched(Alarm.Kind.DOOR, Reason.FAILING, "sftp:acme"))
        .startsWith("Le serveur SFTP sftp:acme n'est plus surveillé");
    assertThat(unwatched(Alarm.Kind.FEED, Reason.LATE, "odoo.invoices"))
        .startsWith("Le flux odoo.invoices");
    assertThat(unwatched(Alarm.Kind.FILE, Reason.UNREADABLE, "config/feeds/x.yaml"))
        .startsWith("Le fichier config/feeds/x.yaml");
    assertThat(unwatched(Alarm.Kind.JOB, Reason.FAILED, "housekeeping"))
        .startsWith("Le traitement housekeeping");
  }

  @ParameterizedTest
  @CsvSource({
    "fr, 2, 50, il en faut de 2 à 50.",
    "fr, 2, 2147483647, il en faut au moins 2.",
    "fr, 0, 50, il en faut 50 au plus.",
    "fr, 7, 7, il en faut 7 exactement.",
    "en, 2, 50, 2 to 50 are needed.",
    "en, 2, 2147483647, at least 2 are needed.",
    "en, 0, 50, at most 50 are needed.",
    "en, 7, 7, exactly 7 are needed."
  })
  void howManyRowsAreNeededIsSaidInWords(String language, int min, int max, String words) {
    Expect.Rows rows = new Expect.Rows(min, max);
    Schedule schedule =
        new Schedule(Expecting.files(1, null, rows, null), WorkCalendar.none("dz"), ZONE);
    Due due = schedule.latest(Instant.parse("2026-01-07T12:00:00Z")).orElseThrow();
    Trouble trouble = Trouble.missing(Reason.SMALL, "rows", "a.csv", 60, rows);
    assertThat(sentences(language).sentence("odoo.invoices", schedule, due, trouble))
        .endsWith(words)
        .doesNotContain("..");
  }

  private static String opened(String language, Reason reason, String subject) {
    Alarm alarm = new Alarm(Alarm.Kind.DOOR, subject, DAY, reason, "x", "", List.of("a@b.dz"));
    Letter letter = sentences(language).opened(alarm);
    return letter.subject();
  }

  private static String unwatched(Alarm.Kind kind, Reason reason, String subject) {
    return sentences("fr").unwatched(closed(kind, reason, subject));
  }

  private static Closed closed(Alarm.Kind kind, Reason reason, String subject) {
    return new Closed(1, kind, subject, reason, DAY, "x", List.of("a@b.dz"), 1, true, reason, "x");
  }

  private static Sentences sentences(String language) {
    return new Sentences(Locale.forLanguageTag(language), ZONE);
  }
}
