package dz.manchengo.hub.documents;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/**
 * The number formats of an Excel workbook: only which of them show a date, a percentage, an amount
 * or a code.
 */
final class NumberFormats {
  private static final Pattern ELAPSED =
      Pattern.compile("\\[(?:h+|m+|s+)]", Pattern.CASE_INSENSITIVE);

  /** A sign that is written as it is, in quotes or behind a backslash, multiplies nothing. */
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.");

  /** The currency as it is written, {@code "DA"}, or chosen from a list, {@code [$DZD]}. */
  private static final Pattern DINARS =
      Pattern.compile(
          "\"[^\"]*\\b(?:DA|DZD)\\b[^\"]*\"|\\[\\$ *(?:DA|DZD|د\\.ج\\.?)[^]]*]|\\\\D\\\\?A");

  private static final Pattern FOREIGN =
      Pattern.compile(
          "\\[\\$ *(?:[€$£]|EUR|USD|GBP)[^]]*]|\"[^\"]*(?:[€£$]|EUR|USD)[^\"]*\"|\\\\?[€£]");

  /** Digits, then letters in quotes or behind backslashes. */
  private static final Pattern MEASURED =
      Pattern.compile("[#0,. ?]*[0#?]\\s*((?:\"[^\"]*\"|\\\\.)+)\\s*(?:;.*)?");

  private static final int LONGEST = 255;

  private final Map<Integer, String> formats = new HashMap<>();
  private final Map<Integer, Boolean> dates = new HashMap<>();

  void put(int id, String format) {
    formats.put(id, format);
  }

  boolean isPercent(int id) {
    String format = format(id);
    return format != null
        && format.length() <= LONGEST
        && LITERAL.matcher(format).replaceAll("").contains("%");
  }

  /** Whether it shows an amount of money, and not the fraction of something. */
  boolean isDinars(int id) {
    String format = format(id);
    return format != null && format.length() <= LONGEST && DINARS.matcher(format).find();
  }

  /** Another currency that the workbook itself names; the built-in formats mean the user's own. */
  @Nullable String foreign(int id) {
    String format = formats.get(id);
    if (format == null || format.length() > LONGEST) {
      return null;
    }
    Matcher currency = FOREIGN.matcher(format);
    return currency.find() ? ForeignCurrency.in(currency.group()) : null;
  }

  /** The unit that stands behind the number, {@code #,##0.0" kg"}; null where none does. */
  @Nullable QuantityUnit unit(int id) {
    String format = format(id);
    if (format == null || format.length() > LONGEST) {
      return null;
    }
    Matcher measured = MEASURED.matcher(format);
    return measured.matches()
        ? QuantityUnit.of(measured.group(1).replaceAll("[\"\\\\]", ""))
        : null;
  }

  boolean isDate(int id) {
    return dates.computeIfAbsent(id, this::looksLikeDate);
  }

  /** The format if it shows whole numbers as codes; else null. */
  @Nullable CodeFormat code(int id) {
    String format = format(id);
    return format == null || format.length() > LONGEST ? null : CodeFormat.of(format);
  }

  private @Nullable String format(int id) {
    return formats.containsKey(id) ? formats.get(id) : BuiltinFormats.getBuiltinFormat(id);
  }

  /** A format of elapsed time, as {@code [h]:mm}, shows a duration and no date. */
  private boolean looksLikeDate(int id) {
    String format = format(id);
    if (format == null) {
      return (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    }
    return format.length() <= LONGEST
        && !ELAPSED.matcher(format).find()
        && DateUtil.isADateFormat(id, format);
  }
}
