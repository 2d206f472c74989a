package dz.manchengo.hub.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Up to when a backup may be of, as people write it. */
final class RestorePoint {
  private static final int DAY = 10;

  private RestorePoint() {}

  /**
   * « 2026-11-28 » is the end of that day, « 2026-11-28T14:30 » a moment of the hub's zone.
   *
   * @param at null for any moment
   * @throws BackupFailure for what is none
   */
  static Instant until(@Nullable String at, ZoneId zone) {
    if (at == null) {
      return Instant.MAX;
    }
    try {
      if (at.length() <= DAY) {
        return LocalDate.parse(at).plusDays(1).atStartOfDay(zone).toInstant();
      }
      return at.endsWith("Z")
          ? Instant.parse(at)
          : LocalDateTime.parse(at).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw BackupFailure.because(e, "at", at);
    }
  }
}
