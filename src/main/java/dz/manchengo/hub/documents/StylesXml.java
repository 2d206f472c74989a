package dz.manchengo.hub.documents;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.xml.sax.Attributes;

/** {@code styles.xml}: only which cell styles show a number as a date. */
final class StylesXml extends SpreadsheetPart {
  private static final Pattern ELAPSED =
      Pattern.compile("\\[(?:h+|m+|s+)]", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_FORMAT = 255;

  private final Map<Integer, String> formats = new HashMap<>();
  private final Map<Integer, Boolean> known = new HashMap<>();
  private final BitSet dates = new BitSet();
  private boolean cellStyles;
  private int styles;

  @Override
  void open(String element, Attributes a) throws UnreadableFile {
    if (element.equals("numFmt")) {
      formats.put(number(a, "numFmtId", 0), PackageParts.value(a, "formatCode"));
    } else if (element.equals("cellXfs")) {
      cellStyles = true;
    } else if (element.equals("xf") && cellStyles) {
      dates.set(styles++, known.computeIfAbsent(number(a, "numFmtId", 0), this::isDateFormat));
    }
  }

  @Override
  void close(String element) {
    cellStyles &= !element.equals("cellXfs");
  }

  boolean isDate(int style) {
    return style >= 0 && dates.get(style);
  }

  /** A format of elapsed time, as {@code [h]:mm}, shows a duration and no date. */
  private boolean isDateFormat(int id) {
    String format = formats.containsKey(id) ? formats.get(id) : BuiltinFormats.getBuiltinFormat(id);
    if (format == null) {
      return (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    }
    return format.length() <= LONGEST_FORMAT
        && !ELAPSED.matcher(format).find()
        && DateUtil.isADateFormat(id, format);
  }
}
