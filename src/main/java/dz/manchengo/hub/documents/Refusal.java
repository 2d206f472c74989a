package dz.manchengo.hub.documents;

import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Stream;

/** The ways in which a reader refuses a file; every {@code reason.…} is in {@code reasons.tsv}. */
final class Refusal {
  private Refusal() {}

  static UnreadableFile unreadable(String reason, Object... namesAndValues) {
    return unreadable(Place.FILE, reason, namesAndValues);
  }

  static UnreadableFile unreadable(Place place, String reason, Object... namesAndValues) {
    Object[] params =
        Stream.concat(Stream.of("reason", reason), Arrays.stream(namesAndValues)).toArray();
    return new UnreadableFile(RuleBook.finding("FIL-001", place, null, params));
  }

  static UnreadableFile damagedWorkbook() {
    return unreadable("reason.workbook-damaged");
  }

  static UnreadableFile encoding() {
    return new UnreadableFile(RuleBook.finding("FIL-008", Place.FILE, null));
  }

  static UnreadableFile wrongType(String name, String detected) {
    return new UnreadableFile(
        RuleBook.finding("FIL-010", Place.FILE, null, "name", name, "detected", detected));
  }

  /** An XML document that is not one of those read here. */
  static UnreadableFile xml(String name, String detected, String root) {
    return new UnreadableFile(
        RuleBook.finding(
            "FIL-010",
            Place.FILE,
            null,
            "name",
            name,
            "detected",
            detected,
            "root",
            shortened(root)));
  }

  private static String shortened(String word) {
    return word.length() <= 60 ? word : word.substring(0, 60) + "…";
  }

  static UnreadableFile tooLarge(Place place, String what, Object value, Object limit) {
    return new UnreadableFile(
        RuleBook.finding(
            "FIL-011",
            place,
            String.valueOf(value),
            "what",
            what,
            "value",
            shown(value),
            "limit",
            shown(limit)));
  }

  static void refuseAbove(String what, long value, long limit) throws UnreadableFile {
    if (value > limit) {
      throw tooLarge(Place.FILE, what, value, limit);
    }
  }

  private static Object shown(Object value) {
    return value instanceof Number number ? Figures.of(new BigDecimal(number.toString())) : value;
  }
}
