package dz.manchengo.hub.production;

import dz.manchengo.hub.documents.RawDocument;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a row says of the unit of a quantity. */
final class UnitWord {
  private static final Pattern UNIT_OF_HEADER =
      Pattern.compile("(?iu).*[\\s(\\[](kgs?|g|l|litres?)[)\\]]?\\s*");

  private UnitWord() {}

  /** By the unit's own column, or by the header of the quantity: {@code Qté produite (kg)}. */
  static @Nullable String of(
      BatchCandidate candidate, Map<String, Object> values, String unit, String quantity) {
    String said = RawDocument.text(values, unit);
    return said != null ? said : ofHeader(candidate.raw.headers().getOrDefault(quantity, ""));
  }

  static @Nullable String ofHeader(String header) {
    Matcher named = UNIT_OF_HEADER.matcher(header);
    return named.matches() ? named.group(1).toLowerCase(Locale.ROOT) : null;
  }
}
