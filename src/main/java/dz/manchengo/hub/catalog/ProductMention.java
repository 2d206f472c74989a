package dz.manchengo.hub.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A product as a line names it; code or name is given. Odoo writes both in one: {@code [FON-16]
 * Fromage fondu}; what has letters and digits between the brackets is a code.
 *
 * @param uom base unit for a record that has to be made, a code of table uom
 * @param vatRate percent, for a record that has to be made
 */
public record ProductMention(
    @Nullable String code, @Nullable String name, String uom, BigDecimal vatRate) {

  private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[\\]\\s]{1,40})]\\s*(\\S.*)");
  private static final Pattern CODE = Pattern.compile("(?=.*\\p{L})(?=.*\\p{Nd}).*");

  public ProductMention {
    Matcher both = BRACKETS.matcher(code == null && name != null ? name.strip() : "");
    if (both.matches() && CODE.matcher(both.group(1)).matches()) {
      code = both.group(1).toUpperCase(Locale.ROOT);
      name = both.group(2);
    }
  }

  /** Codes that a name may be or begin with, for a look at what there is. */
  List<String> codesInName() {
    if (code != null || name == null) {
      return List.of();
    }
    String upper = name.strip().toUpperCase(Locale.ROOT);
    Matcher both = BRACKETS.matcher(upper);
    return both.matches() ? List.of(upper, both.group(1)) : List.of(upper);
  }

  /** What decides which product is meant: the code where there is one, else the name. */
  public String key() {
    return code != null ? "c" + code : "n" + NameKey.of(String.valueOf(name));
  }
}
