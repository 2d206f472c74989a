package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.ProductMatch;
import dz.manchengo.hub.catalog.Units;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The units of the lines of one file: what the words mean, and what is told of them. */
final class LineUnits {
  /** Words that are remembered. */
  private static final int MOST = 10_000;

  private static final String NO_UNIT = "";

  private final Units.Known known;
  private final Map<String, String> units = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  LineUnits(Units.Known known) {
    this.known = known;
  }

  /** The unit's code; null when nobody knows the word. */
  @Nullable String unit(String word) {
    String code = units.get(word);
    if (code == null) {
      code = known.code(word).orElse(NO_UNIT);
      if (units.size() < MOST) {
        units.put(word, code);
      }
    }
    return code.equals(NO_UNIT) ? null : code;
  }

  /** Whether a unit has no fractions. */
  boolean isCounted(String uom) {
    return known.counted().contains(uom);
  }

  ResolvedLine resolve(Pending document, Invoice.Line line, ProductMatch match) {
    String word = line.uom();
    String uom = word == null ? null : unit(word);
    // Of a provisional product nobody has said yet how it is packed.
    boolean open = match.provisional() || match.how() == ProductMatch.How.CREATED;
    BigDecimal factor = factor(word, uom, match, open);
    if (document.needsUnits()) {
      tell(document, line, match, uom, uom == null || (factor == null && !open), open);
    }
    return new ResolvedLine(
        match.id(), match.code(), uom, factor == null ? null : base(line.quantity(), factor));
  }

  private void tell(
      Pending document,
      Invoice.Line line,
      ProductMatch match,
      @Nullable String uom,
      boolean lacking,
      boolean open) {
    String word = line.uom();
    String product = line.productCode() == null ? String.valueOf(line.description()) : match.code();
    if (word != null && lacking) {
      String units = open ? known.listed() : match.units();
      Object[] params = {"value", word, "product", product, "units", units};
      document.tell("MDM-008", line.place(), "uom", word, params);
    }
    if (word != null && open && isMetresPerhaps(word) && told.add(match.code())) {
      document.tell("MDM-027", line.place(), "uom", word, "value", word, "product", product);
    }
    if (uom != null && match.isHardlyPricedBy(uom) && !isProved(document, line)) {
      String price = Figures.of(line.unitPriceHt());
      document.tell("MDM-023", line.place(), "unit_price_ht", price, match.priceParams(price, uom));
    }
  }

  /** Builders write « ml » for a metre in length. */
  private static boolean isMetresPerhaps(String word) {
    return word.strip().toLowerCase(Locale.ROOT).replace(".", "").equals("ml");
  }

  /** Whether an amount of the file shows of which unit the price is. */
  private static boolean isProved(Pending document, Invoice.Line line) {
    Map<String, Object> header = document.raw.header();
    return line.declaredHt() != null
        || header.containsKey("total_ht")
        || header.containsKey("total_ttc");
  }

  private static BigDecimal base(BigDecimal quantity, BigDecimal factor) {
    return factor.compareTo(BigDecimal.ONE) == 0 && quantity.scale() <= 4
        ? quantity
        : quantity.multiply(factor).setScale(4, RoundingMode.HALF_UP);
  }

  private static @Nullable BigDecimal factor(
      @Nullable String word, @Nullable String uom, ProductMatch match, boolean open) {
    if (word == null) {
      return open ? null : BigDecimal.ONE;
    }
    return uom == null ? null : match.factor(uom);
  }
}
