package dz.manchengo.hub.documents;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Amounts that say themselves that they are not in dinars (FMT-015): « Prix (€) », « 320,50 € », a
 * number format with a euro sign of its own.
 */
final class ForeignCurrency {
  private static final Pattern SIGN =
      Pattern.compile(
          "[€$£]|(?<![\\p{L}\\p{N}])(?:EUR|USD|GBP|euros?|dollars?)(?![\\p{L}\\p{N}])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DINARS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:DA|DZD|dinars?)(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);

  private ForeignCurrency() {}

  /** Refuses a sheet whose headers say so, unless it gives the dinars beside. */
  static void check(Layout layout) throws UnreadableFile {
    boolean dinars =
        layout.columns().stream().anyMatch(column -> DINARS.matcher(column.header()).find());
    for (Layout.Column column : layout.columns()) {
      boolean counts = isAmount(column) || (!dinars && isOnlyOne(column, layout));
      String sign = counts ? in(column.header()) : null;
      if (sign != null) {
        throw new UnreadableFile(
            RuleBook.finding(
                    "FMT-015",
                    Place.row(layout.sheet().name(), layout.headerRow().number())
                        .at(column.header()),
                    column.header().strip(),
                    "value",
                    sign)
                .withSeverity(Severity.REJECT_FILE));
      }
    }
  }

  /** An amount of which no other column gives the dinars; « Contre-valeur € » is none. */
  private static boolean isOnlyOne(Layout.Column column, Layout layout) {
    Set<String> fields = KnownHeaders.fieldsOf(without(column.header()));
    return column.match().isUnknown()
        && !fields.isEmpty()
        && fields.stream().noneMatch(layout::has);
  }

  /** A feed that names such a header itself knows what it does. */
  private static boolean isAmount(Layout.Column column) {
    return column.match().by() != Aliases.By.FEED && column.isMoney();
  }

  /** The currency that a text names; null where it names none. */
  static @Nullable String in(String text) {
    Matcher sign = SIGN.matcher(text);
    return sign.find() ? sign.group() : null;
  }

  /** The text without the currencies that it names. */
  static String without(String text) {
    return SIGN.matcher(text).replaceAll(" ");
  }
}
