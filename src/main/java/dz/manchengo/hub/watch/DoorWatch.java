package dz.manchengo.hub.watch;

import dz.manchengo.hub.platform.Sql;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mailboxes and partner servers that refuse us, or that nobody has looked into for too long. */
@Component("doorWatch")
class DoorWatch {
  private final JdbcClient db;
  private final Incidents incidents;
  private final Sentences sentences;
  private final WatchSettings settings;
  private final Clock clock;

  DoorWatch(
      JdbcClient db,
      Incidents incidents,
      Sentences sentences,
      WatchSettings settings,
      Clock clock) {
    this.db = db;
    this.incidents = incidents;
    this.sentences = sentences;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A door as it was last seen.
   *
   * @param kind {@code MAILBOX}, {@code SFTP} or {@code BUCKET}
   * @param seenAt when it was last looked through, or opened since
   * @param lastPolledAt when it was last looked through; null while it never was
   * @param failingSince null while it lets us in
   */
  record Door(
      String name,
      String kind,
      Instant seenAt,
      @Nullable Instant lastPolledAt,
      @Nullable Instant failingSince,
      @Nullable String failure) {

    /** What is wrong with it; a reason that we were given before our own silence. */
    Optional<Reason> trouble(Instant now, WatchSettings settings) {
      if (failingSince != null) {
        return failingSince.isAfter(now.minus(settings.failing()))
            ? Optional.empty()
            : Optional.of(Reason.FAILING);
      }
      return seenAt.isAfter(now.minus(settings.silence()))
          ? Optional.empty()
          : Optional.of(Reason.SILENT);
    }

    /** Somebody got in; that a hub has only just started proves nothing. */
    boolean isOpen(Instant now, WatchSettings settings) {
      return failingSince == null
          && seenAt.equals(lastPolledAt)
          && trouble(now, settings).isEmpty();
    }
  }

  /** Opens or closes the doors' incidents. */
  void look() {
    Instant now = clock.instant();
    List<Door> doors =
        db.sql(Sql.file("watch/doors.sql"))
            .param("silent", Timestamp.from(now.minus(settings.silence())))
            .query(Door.class)
            .list();
    doors.forEach(door -> judge(door, now));
    incidents.keepOnly(Alarm.Kind.DOOR, doors.stream().map(Door::name).toList());
  }

  private void judge(Door door, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, clock.getZone());
    Optional<Reason> trouble = door.trouble(now, settings);
    if (trouble.isPresent()) {
      incidents.raise(alarm(door, trouble.get(), today));
    } else if (door.isOpen(now, settings)) {
      incidents.settle(Alarm.Kind.DOOR, door.name(), today, null);
    }
  }

  /** An incident of a door lasts over midnight. */
  private Alarm alarm(Door door, Reason reason, LocalDate today) {
    LocalDate day = incidents.openDay(Alarm.Kind.DOOR, door.name()).orElse(today);
    return new Alarm(
        Alarm.Kind.DOOR,
        door.name(),
        day,
        reason,
        sentences.sentence(door, reason),
        settings.contact(),
        settings.mail());
  }
}
