package dz.manchengo.hub.partner;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * A place in a list that is read page by page; a cursor is its text. The check in it finds a cursor
 * that is damaged or of another list; a made-up one shows nothing that the caller may not see.
 *
 * @param micros microseconds since 1970; 0 where the list is in the order of ids
 * @param id of the last row before
 */
record Position(long micros, long id) {
  static final Position START = new Position(0, 0);

  static Position of(OffsetDateTime at, long id) {
    return new Position(ChronoUnit.MICROS.between(Instant.EPOCH, at.toInstant()), id);
  }

  OffsetDateTime at() {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  String cursor(Operation list) {
    String place = micros + "." + id;
    byte[] text = (place + "." + check(list, place)).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  /**
   * The place that a cursor names.
   *
   * @throws ProblemException for a text that is no cursor of this list
   */
  static Position of(String cursor, Operation list) {
    try {
      byte[] text = Base64.getUrlDecoder().decode(cursor);
      String[] parts = new String(text, StandardCharsets.US_ASCII).split("\\.", -1);
      Position position = new Position(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
      if (position.micros >= 0 && position.id >= 0 && position.cursor(list).equals(cursor)) {
        return position;
      }
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      // said below
    }
    throw new ProblemException(ProblemKind.INVALID_PARAMETER, "cursor");
  }

  private static String check(Operation list, String place) {
    CRC32 crc = new CRC32();
    crc.update((list.id() + " " + place).getBytes(StandardCharsets.US_ASCII));
    return BigInteger.valueOf(crc.getValue()).toString(Character.MAX_RADIX);
  }
}
