package dz.manchengo.hub.watch;

import dz.manchengo.hub.documents.Expect;
import dz.manchengo.hub.jobs.JobDefinition;
import dz.manchengo.hub.jobs.LastRuns;
import dz.manchengo.hub.jobs.RunTakenOver;
import dz.manchengo.hub.notices.Letter;
import dz.manchengo.hub.platform.Days;
import dz.manchengo.hub.platform.Definitions;
import dz.manchengo.hub.platform.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** What an incident says to people, in the hub's language. */
@Component
class Sentences {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  /** Of what a library says of a file. */
  private static final int LONGEST_WORDS = 400;

  private final Texts texts;
  private final ZoneId zone;

  Sentences(@Value("${hub.language}") Locale language, @Value("${hub.zone}") ZoneId zone) {
    this.texts = new Texts(language);
    this.zone = zone;
  }

  /** What is wrong with what came for a day. */
  String sentence(String feed, Schedule schedule, Due due, Trouble trouble) {
    Expect expect = schedule.expect();
    List<Object> places = new ArrayList<>();
    places.addAll(List.of(feed, Days.of(due.day()), TIME.format(expect.by())));
    trouble
        .facts()
        .forEach(fact -> places.add(fact instanceof Expect.Rows rows ? needed(rows) : fact));
    String sentence = texts.get("watch.feed." + trouble.text(), places.toArray());
    return schedule
        .calendar()
        .mayBe(due.day())
        .filter(holiday -> trouble.overdue())
        .map(holiday -> sentence + " " + texts.get("watch.holiday", holiday))
        .orElse(sentence);
  }

  /** How many rows a file has to have. */
  private String needed(Expect.Rows rows) {
    if (rows.max() == Integer.MAX_VALUE) {
      return texts.get("watch.rows.least", rows.min());
    }
    if (rows.min() == 0) {
      return texts.get("watch.rows.most", rows.max());
    }
    return rows.min() == rows.max()
        ? texts.get("watch.rows.exactly", rows.min())
        : texts.get("watch.rows.between", rows.min(), rows.max());
  }

  /** What is wrong with a door. */
  String sentence(DoorWatch.Door door, Reason reason) {
    boolean never = reason == Reason.SILENT && door.lastPolledAt() == null;
    Instant looked = never ? door.seenAt() : door.lastPolledAt();
    Instant since = reason == Reason.FAILING ? door.failingSince() : looked;
    return texts.get(
        "watch.door." + (never ? "NEVER" : reason) + "." + door.kind(),
        door.name(),
        moment(since),
        String.valueOf(door.failure()).replaceFirst("\\.$", ""));
  }

  /** That a file cannot be read, what holds instead, and why not: the words of the log. */
  String sentence(String file, Definitions.Refused why) {
    String words = why.reason().replaceAll("\\p{Cntrl}+", " ").strip();
    String shown = words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) + "…" : words;
    return texts.get("watch.file." + why.instead(), file, shown);
  }

  /** That a feed goes by a calendar that is not there. */
  String noCalendar(String file, String calendar) {
    return texts.get("watch.file.CALENDAR", file, calendar);
  }

  /** That a job failed, and with what words. */
  String sentence(LastRuns.Last run) {
    return texts.get(
        "watch.job.FAILED",
        run.job(),
        Days.of(run.businessDate()),
        String.valueOf(run.id()),
        String.valueOf(run.failure()).replaceFirst("\\.$", ""));
  }

  /** That a hub died in the midst of a job. */
  String sentence(RunTakenOver run) {
    return texts.get(
        "watch.job.DIED",
        run.job(),
        Days.of(run.businessDate()),
        String.valueOf(run.run()),
        run.recoveries());
  }

  /** That a job is done, and how else it should be. */
  String sentence(LastRuns.Last run, LastRuns.Odd odd, JobDefinition.Expect expect) {
    boolean quick = odd == LastRuns.Odd.QUICK;
    long wanted =
        quick
            ? expect.shortest().toSeconds()
            : odd == LastRuns.Odd.FEW ? expect.leastRows() : expect.mostRows();
    return texts.get(
        "watch.job." + odd,
        run.job(),
        Days.of(run.businessDate()),
        String.valueOf(run.id()),
        quick ? run.seconds() : run.rows(),
        wanted);
  }

  /** That a hub does not do its work. */
  String sentence(QueueWatch.Queue queue) {
    return texts.get("watch.queue.STUCK", queue.node(), queue.waiting(), moment(queue.oldest()));
  }

  /** That a report did not arrive. */
  String sentence(LetterWatch.Refused letter) {
    return texts.get(
        "watch.letter.REFUSED", letter.workbook(), letter.recipients(), letter.failure());
  }

  /**
   * That no backup is proved.
   *
   * @param last moment of the last one that is; null where none ever was
   */
  String unproved(@Nullable Instant last) {
    return last == null
        ? texts.get("watch.backup.NEVER")
        : texts.get("watch.backup.UNPROVED", moment(last));
  }

  /** That it is over. */
  String over(Closed closed, @Nullable Arrival file) {
    return file == null || !closed.reason().isLack()
        ? texts.get("watch.over." + word(closed.reason(), closed.subject()), closed.subject())
        : texts.get("watch.over.arrived", closed.subject(), file.name(), moment(file.receivedAt()));
  }

  /** That nothing was due on its day after all. */
  String unexpected(Closed closed) {
    return texts.get("watch.over.unexpected", closed.subject());
  }

  /** That nobody waits any more. */
  String unwatched(Closed closed) {
    String subject = closed.subject();
    String what = closed.kind() == Alarm.Kind.DOOR ? door(subject) : closed.kind().name();
    return texts.get("watch.over.unwatched." + what, subject);
  }

  /** To whom it may concern, when it begins. */
  Letter opened(Alarm alarm) {
    List<String> lines = new ArrayList<>(List.of(alarm.sentence()));
    if (!alarm.contact().isBlank()) {
      lines.add(texts.get("watch.contact", alarm.contact()));
    }
    lines.add(texts.get("watch.until.over"));
    return letter(alarm.mail(), subject(alarm.reason(), alarm.subject(), alarm.day()), lines);
  }

  /** To the same, when it is over: of what they were told, and what had become of it. */
  Letter closed(Closed closed, String over) {
    String subject = subject(closed.toldReason(), closed.subject(), closed.businessDay());
    List<String> lines = new ArrayList<>(List.of(over));
    lines.add(texts.get("watch.before", closed.toldSentence()));
    if (closed.reason() != closed.toldReason()) {
      lines.add(texts.get("watch.since", closed.sentence()));
    }
    return letter(closed.mail(), texts.get("watch.subject.over", subject), lines);
  }

  private String subject(Reason reason, String subject, LocalDate day) {
    return texts.get("watch.subject." + word(reason, subject), subject, Days.of(day));
  }

  /** Of a door, what kind it is too: its name alone may be that of anything. */
  private static String word(Reason reason, String subject) {
    boolean ofDoor = reason == Reason.FAILING || reason == Reason.SILENT;
    return ofDoor ? reason + "." + door(subject) : reason.name();
  }

  private static String door(String name) {
    if (name.startsWith("bucket:")) {
      return "BUCKET";
    }
    return name.startsWith("sftp:") ? "SFTP" : "MAILBOX";
  }

  private static Letter letter(List<String> to, String subject, List<String> lines) {
    String html =
        lines.stream()
            .map(line -> "<p>" + HtmlUtils.htmlEscape(line, "UTF-8") + "</p>")
            .collect(Collectors.joining("\n"));
    return Letter.plain(to, subject, String.join("\n\n", lines) + "\n", html);
  }

  private String moment(@Nullable Instant time) {
    return time == null ? "?" : MOMENT.format(time.atZone(zone));
  }
}
