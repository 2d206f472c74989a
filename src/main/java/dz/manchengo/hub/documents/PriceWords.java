package dz.manchengo.hub.documents;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What headers leave open of prices and is shown: « Prix » is without tax unless something says
 * otherwise, a net price is the one that counts, and a discount is with tax where prices are.
 */
final class PriceWords {
  private static final String FIELD = "unit_price_ht";

  private static final Pattern SAID =
      Pattern.compile("h\\.?t\\b|ht$|hors|excl|untaxed|dl_prix|خارج", Pattern.CASE_INSENSITIVE);

  private PriceWords() {}

  /** Whether the feed or the header says what the price is. */
  static boolean isSaid(Layout.Column price) {
    return price.match().by() == Aliases.By.FEED || SAID.matcher(price.header()).find();
  }

  /**
   * Shows it, where the header does not.
   *
   * @param detected for the acknowledgement
   */
  static void tell(Map<String, ColumnSurvey> byField, Map<String, String> detected) {
    Layout.Column price = column(byField, FIELD);
    Layout.Column net = column(byField, "unit_price_net_ht");
    if (price != null && net != null) {
      detected.put(net.label(), "{reason.read.price-net}");
    }
    if (price != null && !isSaid(price)) {
      detected.put(price.label(), "{reason.read.price-untaxed}");
    }
    if (price == null && net == null && byField.containsKey("unit_price_ttc")) {
      Stream.of("discount_amount", "global_discount")
          .map(field -> column(byField, field))
          .filter(Objects::nonNull)
          .forEach(column -> detected.put(column.label(), "{reason.read.discount-taxed}"));
    }
  }

  private static Layout.@Nullable Column column(Map<String, ColumnSurvey> byField, String field) {
    ColumnSurvey one = byField.get(field);
    return one == null ? null : one.column();
  }
}
