package dz.manchengo.hub.production;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The day inside a batch number or a lot code: {@code OP-260403-001}, {@code LP260115-005}. */
final class CodeDate {
  private static final Pattern YYMMDD = Pattern.compile("(?<!\\d)(\\d{2})(\\d{2})(\\d{2})(?!\\d)");

  private static final int FIRST_YEAR = 2015;

  private CodeDate() {}

  /** Null when the code holds no six digits on their own, or several, or no day. */
  static @Nullable LocalDate in(String code) {
    Matcher digits = YYMMDD.matcher(code);
    if (!digits.find()) {
      return null;
    }
    LocalDate date = date(digits);
    return digits.find() ? null : date;
  }

  private static @Nullable LocalDate date(Matcher digits) {
    int year = 2000 + Integer.parseInt(digits.group(1));
    if (year < FIRST_YEAR) {
      return null; // a running number: OF-000123
    }
    try {
      return LocalDate.of(
          year, Integer.parseInt(digits.group(2)), Integer.parseInt(digits.group(3)));
    } catch (DateTimeException e) {
      return null; // six digits of something else
    }
  }
}
