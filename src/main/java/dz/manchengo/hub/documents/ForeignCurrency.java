package dz.manchengo.hub.documents;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Amounts that say themselves that they are not in dinars (FMT-015): « Prix (€) », « 320,50 € ». A
 * number format with a euro sign says nothing: it is what a French Excel gives by itself.
 */
final class ForeignCurrency {
  private static final Pattern SIGN =
      Pattern.compile(
          "[€$£]|(?<![\\p{L}\\p{N}])(?:EUR|USD|GBP|euros?|dollars?)(?![\\p{L}\\p{N}])",
          Pattern.CASE_INSENSITIVE);

  private ForeignCurrency() {}

  /** Refuses a sheet whose headers say so. */
  static void check(Layout layout, List<Layout.Column> known) throws UnreadableFile {
    for (Layout.Column column : known) {
      Aliases.Type type = column.match().fields().get(0).type();
      String sign =
          type == Aliases.Type.MONEY || type == Aliases.Type.PRICE ? in(column.header()) : null;
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

  /** The currency that a text names; null where it names none. */
  static @Nullable String in(String text) {
    Matcher sign = SIGN.matcher(text);
    return sign.find() ? sign.group() : null;
  }
}
