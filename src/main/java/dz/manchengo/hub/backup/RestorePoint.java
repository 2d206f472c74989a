package dz.manchengo.hub.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Up to when a backup may be of, as people write it. */
final class RestorePoint {
  private static final int DAY = 10;
  private static final Pattern OFFSET = Pattern.compile("(?:Z|[+-]\\d\\d:\\d\\d)$");

  private RestorePoint() {}

  /**
   * « 2026-11-28 » is the end of that day, « 2026-11-28T14:30 » a moment of the hub's zone, one
   * with « Z » or « +01:00 » its own.
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
      return OFFSET.matcher(at).find()
          ? OffsetDateTime.parse(at).toInstant()
          : LocalDateTime.parse(at).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw BackupFailure.because(e, "at", at);
    }
  }
}
