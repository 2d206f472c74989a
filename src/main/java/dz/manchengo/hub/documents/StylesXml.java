package dz.manchengo.hub.documents;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** {@code styles.xml}: only which cell styles show a number as a date or per cent. */
final class StylesXml extends SpreadsheetPart {
  private static final Pattern ELAPSED =
      Pattern.compile("\\[(?:h+|m+|s+)]", Pattern.CASE_INSENSITIVE);

  /** A sign that is written as it is, in quotes or behind a backslash, multiplies nothing. */
  private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.");

  private static final int LONGEST_FORMAT = 255;

  private final Map<Integer, String> formats = new HashMap<>();
  private final Map<Integer, Boolean> known = new HashMap<>();
  private final BitSet dates = new BitSet();
  private final BitSet percents = new BitSet();
  private boolean cellStyles;
  private int styles;

  @Override
  void open(String element, Attributes a) throws UnreadableFile {
    if (element.equals("numFmt")) {
      formats.put(number(a, "numFmtId", 0), PackageParts.value(a, "formatCode"));
    } else if (element.equals("cellXfs")) {
      cellStyles = true;
    } else if (element.equals("xf") && cellStyles) {
      int format = number(a, "numFmtId", 0);
      percents.set(styles, isPercentFormat(format));
      dates.set(styles++, known.computeIfAbsent(format, this::isDateFormat));
    }
  }

  @Override
  void close(String element) {
    cellStyles &= !element.equals("cellXfs");
  }

  boolean isDate(int style) {
    return style >= 0 && dates.get(style);
  }

  boolean isPercent(int style) {
    return style >= 0 && percents.get(style);
  }

  private boolean isPercentFormat(int id) {
    String format = format(id);
    return format != null
        && format.length() <= LONGEST_FORMAT
        && LITERAL.matcher(format).replaceAll("").contains("%");
  }

  private @Nullable String format(int id) {
    return formats.containsKey(id) ? formats.get(id) : BuiltinFormats.getBuiltinFormat(id);
  }

  /** A format of elapsed time, as {@code [h]:mm}, shows a duration and no date. */
  private boolean isDateFormat(int id) {
    String format = format(id);
    if (format == null) {
      return (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    }
    return format.length() <= LONGEST_FORMAT
        && !ELAPSED.matcher(format).find()
        && DateUtil.isADateFormat(id, format);
  }
}
