package dz.manchengo.hub.partner;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parameters of a call as what they mean; a value that cannot be read is a problem. */
final class Asked {
  private static final int USUAL_LIMIT = 100;
  private static final int HIGHEST_LIMIT = 500;
  private static final int LATEST_YEAR = 9999;
  private static final Pattern ID = Pattern.compile("[1-9]\\d{0,17}");
  private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,8}");

  private Asked() {}

  static boolean flag(Call call, String name) {
    String value = call.asked(name).orElse("false");
    if (!value.equals("true") && !value.equals("false")) {
      throw new ProblemException(ProblemKind.INVALID_PARAMETER, name);
    }
    return value.equals("true");
  }

  /** Rows of a page. */
  static int limit(Call call) {
    int limit = count(call, "limit").orElse(USUAL_LIMIT);
    if (limit > HIGHEST_LIMIT) {
      throw new ProblemException(ProblemKind.INVALID_PARAMETER, "limit");
    }
    return limit;
  }

  static Optional<Integer> count(Call call, String name) {
    return call.asked(name).map(value -> Integer.valueOf(matching(COUNT, value, name)));
  }

  static Optional<OffsetDateTime> moment(Call call, String name) {
    return call.asked(name).map(value -> moment(value, name));
  }

  /** A plus sign that was not encoded has become a space. */
  private static OffsetDateTime moment(String value, String name) {
    try {
      OffsetDateTime moment = OffsetDateTime.parse(value.replace(' ', '+'));
      if (moment.getYear() > 0 && moment.getYear() <= LATEST_YEAR) {
        return moment;
      }
    } catch (DateTimeException e) {
      // said below
    }
    throw new ProblemException(ProblemKind.INVALID_PARAMETER, name);
  }

  static Optional<String> oneOf(Call call, String name, String... words) {
    return call.asked(name)
        .map(value -> matching(Pattern.compile(String.join("|", words)), value, name));
  }

  /** Where the page begins. */
  static Optional<Position> cursor(Call call) {
    return call.asked("cursor").map(cursor -> Position.of(cursor, call.operation()));
  }

  static long id(Call call) {
    return id(call, "id");
  }

  /** An id in the address; one that none can have is not found. */
  static long id(Call call, String place) {
    String id = call.at(place);
    if (!ID.matcher(id).matches()) {
      throw new ProblemException(ProblemKind.NOT_FOUND, id);
    }
    return Long.parseLong(id);
  }

  private static String matching(Pattern pattern, String value, String name) {
    if (!pattern.matcher(value).matches()) {
      throw new ProblemException(ProblemKind.INVALID_PARAMETER, name);
    }
    return value;
  }
}
