package dz.manchengo.hub.watch;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An incident as it is seen now.
 *
 * @param subject the feed's, the door's, the job's or the hub's name, or the file's path
 * @param sentence in the hub's language
 * @param contact whom to call; empty where nobody was named
 * @param mail who is told
 */
record Alarm(
    Kind kind,
    String subject,
    LocalDate day,
    Reason reason,
    String sentence,
    String contact,
    List<String> mail) {
  enum Kind {
    FEED,
    DOOR,
    /** A feed, calendar or job of the home. */
    FILE,
    JOB,
    /** What a hub took. */
    QUEUE,
    /** Of the hub's database. */
    BACKUP,
    /** With a report. */
    LETTER;

    /** What can be wrong with one. */
    Set<Reason> reasons() {
      return switch (this) {
        case FEED -> Set.of(Reason.LATE, Reason.SMALL, Reason.LARGE, Reason.QUICK);
        case DOOR -> Set.of(Reason.FAILING, Reason.SILENT);
        case FILE -> Set.of(Reason.UNREADABLE);
        case JOB -> Set.of(Reason.FAILED, Reason.ODD);
        case QUEUE -> Set.of(Reason.STUCK);
        case BACKUP -> Set.of(Reason.UNPROVED);
        case LETTER -> Set.of(Reason.REFUSED);
      };
    }
  }

  /** As a webhook tells it. */
  Map<String, Object> told(long id) {
    return Map.of(
        "id", id,
        "kind", kind.name(),
        "subject", subject,
        "day", day.toString(),
        "reason", reason.name(),
        "sentence", sentence,
        "contact", contact);
  }
}
