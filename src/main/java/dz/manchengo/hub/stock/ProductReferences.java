package dz.manchengo.hub.stock;

import dz.manchengo.hub.catalog.KnownProducts;
import dz.manchengo.hub.catalog.ProductMatch;
import dz.manchengo.hub.catalog.ProductMention;
import dz.manchengo.hub.catalog.Units;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Products of one file and their units (MDM-001, 002, 008, 009, 023). */
final class ProductReferences {
  /** A product that is made from a stock file: its rate is not known, the normal one is assumed. */
  private static final BigDecimal NORMAL_RATE = BigDecimal.valueOf(19);

  private final KnownProducts known;
  private final Units.Known units;
  private final Feed feed;
  private final Set<String> told = new HashSet<>();

  ProductReferences(KnownProducts known, Units.Known units, Feed feed) {
    this.known = known;
    this.units = units;
    this.feed = feed;
  }

  /** Before anything is made: a unit that nobody knows refuses its row. */
  void checkUnits(List<? extends StockRow> rows) {
    for (StockRow row : rows) {
      String word = row.text("uom");
      if (word != null && units.code(word).isEmpty()) {
        tellUnit(row, word, row.productShown(), units.listed());
      }
    }
  }

  void settle(List<? extends StockRow> rows) {
    Map<String, ProductMention> mentions = new LinkedHashMap<>();
    for (StockRow row : rows) {
      ProductMention mention = mention(row);
      mentions.putIfAbsent(mention.key(), mention);
    }
    Map<String, ProductMatch> found = new HashMap<>(known.find(mentions.values()));
    if (feed.unknownProduct() == Feed.Unknown.CREATE) {
      mentions.keySet().removeAll(found.keySet());
      found.putAll(known.create(mentions.values()));
    }
    for (StockRow row : rows) {
      settle(row, found.get(mention(row).key()));
    }
  }

  private void settle(StockRow row, @Nullable ProductMatch match) {
    String field = row.text("product_code") == null ? "product_name" : "product_code";
    String shown = row.productShown();
    if (match == null) {
      tellNobody(row, field, shown);
      return;
    }
    if (match.how() == ProductMatch.How.CREATED && told.add("created " + match.code())) {
      row.warn("MDM-001", field, shown, "value", shown, Hints.PARAM, Hints.CREATED);
    }
    if (match.how() == ProductMatch.How.NAME && told.add("by name " + match.code())) {
      row.tell("MDM-002", field, shown, "value", shown, "code", match.code());
    }
    if (!match.active() && told.add("inactive " + match.code())) {
      row.tell("MDM-009", field, shown, "entity", "Article", "code", match.code());
    }
    String word = row.text("uom");
    BigDecimal factor = factor(row, match);
    if (word != null && factor == null) {
      tellUnit(row, word, match.code(), match.units());
    }
    String uom = unit(row);
    BigDecimal cost = row.number("unit_cost");
    if (uom != null && cost != null && match.isHardlyPricedBy(uom)) {
      String price = Figures.of(cost);
      row.tell("MDM-023", "unit_cost", price, match.priceParams(price, uom));
    }
    row.resolve(match, factor == null ? BigDecimal.ONE : factor);
  }

  /** MDM-024 where several have the name, else MDM-001. */
  private void tellNobody(StockRow row, String field, String shown) {
    List<String> namesakes = known.namesakes(mention(row));
    if (namesakes.isEmpty()) {
      row.tell("MDM-001", field, shown, "value", shown);
    } else {
      row.tell("MDM-024", field, shown, "value", shown, "products", String.join(", ", namesakes));
    }
  }

  private static void tellUnit(StockRow row, String word, String product, String units) {
    Object[] params = {"value", word, "product", product, "units", units};
    row.tell("MDM-008", "uom", word, params);
  }

  /** Where the file names no unit the base unit is meant; null when there is no conversion. */
  private @Nullable BigDecimal factor(StockRow row, ProductMatch match) {
    String uom = unit(row);
    return uom == null ? BigDecimal.ONE : match.factor(uom);
  }

  /** The unit that the row names, null when it names none. */
  @Nullable String unit(StockRow row) {
    String word = row.text("uom");
    return word == null ? null : units.code(word).orElse(null);
  }

  /** Whether that unit has no fractions. */
  boolean isCounted(String uom) {
    return units.counted().contains(uom);
  }

  private ProductMention mention(StockRow row) {
    String uom = unit(row);
    return new ProductMention(
        row.productCode(), row.text("product_name"), uom == null ? "PCE" : uom, NORMAL_RATE);
  }
}
