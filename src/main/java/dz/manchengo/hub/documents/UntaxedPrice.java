package dz.manchengo.hub.documents;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * « Prix » and « P.U. » are prices without tax unless something says otherwise, and a net price is
 * the one that counts: both are shown.
 */
final class UntaxedPrice {
  private static final String FIELD = "unit_price_ht";

  private static final Pattern SAID =
      Pattern.compile("h\\.?t\\b|ht$|hors|excl|untaxed|dl_prix|خارج", Pattern.CASE_INSENSITIVE);

  private UntaxedPrice() {}

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
    ColumnSurvey price = byField.get(FIELD);
    ColumnSurvey net = byField.get("unit_price_net_ht");
    if (price == null && net == null && byField.containsKey("unit_price_ttc")) {
      Stream.of("discount_amount", "global_discount")
          .map(byField::get)
          .filter(Objects::nonNull)
          .forEach(
              one ->
                  detected.put(
                      "{reason.read.column} (" + one.column().header().strip() + ")",
                      "{reason.read.discount-taxed}"));
    }
    if (price != null && net != null) {
      detected.put(
          "{reason.read.column} (" + net.column().header().strip() + ")",
          "{reason.read.price-net}");
    }
    if (price != null && !isSaid(price.column())) {
      detected.put(
          "{reason.read.column} (" + price.column().header().strip() + ")",
          "{reason.read.price-untaxed}");
    }
  }
}
