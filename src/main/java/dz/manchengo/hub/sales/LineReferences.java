package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.KnownProducts;
import dz.manchengo.hub.catalog.ProductMatch;
import dz.manchengo.hub.catalog.ProductMention;
import dz.manchengo.hub.catalog.Units;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Products and units of one file, resolved in memory and looked up once each. A line in a file of a
 * million costs no more than a look into two maps.
 */
final class LineReferences {
  /** As many as {@link KnownProducts} keeps. */
  private static final int MOST = 200_000;

  private static final String NO_UNIT = "";

  private final KnownProducts products;
  private final Units.Known known;
  private final Feed feed;
  private final Set<String> told = new HashSet<>();
  private final Map<String, String> units = new HashMap<>();
  private final Map<String, ProductMatch> byCode = new HashMap<>();
  private final Map<String, ProductMatch> byName = new HashMap<>();

  LineReferences(KnownProducts products, Units.Known known, Feed feed) {
    this.products = products;
    this.known = known;
    this.feed = feed;
  }

  /** Resolves every line; one that cannot be resolved refuses its document. */
  void settle(List<? extends Pending> documents) {
    forget();
    Map<String, ProductMention> open = open(documents);
    if (!open.isEmpty()) {
      learn(documents, products.find(open.values()));
      if (feed.unknownProduct() == Feed.Unknown.CREATE) {
        learn(documents, create(documents.stream().filter(Pending::stands).toList()));
      }
    }
    boolean reject = feed.unknownProduct() == Feed.Unknown.REJECT;
    documents.forEach(document -> document.lines = resolve(document, reject));
  }

  /** Of a document whose lines got units from its former revision; their products are known. */
  void settleUnits(Pending document) {
    List<ResolvedLine> lines = new ArrayList<>(document.lines.size());
    for (Invoice.Line line : document.content()) {
      lines.add(resolve(document, line, Objects.requireNonNull(match(line))));
    }
    document.lines = lines;
  }

  /** Whether a unit has no fractions. */
  boolean isCounted(String uom) {
    return known.counted().contains(uom);
  }

  /** The record that a line of the settled documents means; null where nobody knows. */
  @Nullable ProductMatch match(Invoice.Line line) {
    return line.productCode() != null
        ? byCode.get(line.productCode())
        : byName.get(String.valueOf(line.description()));
  }

  private void forget() {
    if (byCode.size() + byName.size() > MOST) {
      byCode.clear();
      byName.clear();
    }
  }

  /** What lines mention that nobody knows yet. */
  private Map<String, ProductMention> open(List<? extends Pending> documents) {
    Map<String, ProductMention> open = new LinkedHashMap<>();
    forEachOpen(
        documents,
        (document, line) -> {
          ProductMention mention = mention(line);
          open.putIfAbsent(mention.key(), mention);
        });
    return open;
  }

  private void learn(List<? extends Pending> documents, Map<String, ProductMatch> found) {
    forEachOpen(
        documents,
        (document, line) -> {
          ProductMatch match = found.get(mention(line).key());
          if (match != null && line.productCode() != null) {
            byCode.put(line.productCode(), match);
          } else if (match != null) {
            byName.put(String.valueOf(line.description()), match);
          }
        });
  }

  private void forEachOpen(
      List<? extends Pending> documents, BiConsumer<Pending, Invoice.Line> action) {
    for (Pending document : documents) {
      for (Invoice.Line line : document.content()) {
        if (match(line) == null) {
          action.accept(document, line);
        }
      }
    }
  }

  /** Says so once for each product. */
  private Map<String, ProductMatch> create(List<? extends Pending> standing) {
    Map<String, ProductMatch> settled = products.create(open(standing).values());
    Set<String> created = new HashSet<>();
    settled.forEach(
        (key, match) -> {
          if (match.how() == ProductMatch.How.CREATED) {
            created.add(key);
          }
        });
    forEachOpen(
        standing,
        (document, line) -> {
          if (created.remove(mention(line).key())) {
            tellUnknown(document, line, Hints.PARAM, Hints.CREATED);
          }
        });
    return settled;
  }

  private static void tellUnknown(Pending document, Invoice.Line line, Object... created) {
    String shown =
        Objects.requireNonNullElse(line.productCode(), String.valueOf(line.description()));
    String field = document.oneOf("product_code", "description");
    document.tellUnknown("MDM-001", line.place(), field, shown, created);
  }

  /** MDM-024, false where the article is none or one. */
  private boolean tellAmbiguous(Pending document, Invoice.Line line) {
    List<String> namesakes = products.namesakes(mention(line));
    if (!namesakes.isEmpty()) {
      String name = String.valueOf(line.description());
      Object[] params = {"value", name, "products", String.join(", ", namesakes)};
      document.tell("MDM-024", line.place(), "description", name, params);
    }
    return !namesakes.isEmpty();
  }

  private List<ResolvedLine> resolve(Pending document, boolean reject) {
    List<ResolvedLine> lines = new ArrayList<>(document.content().size());
    for (Invoice.Line line : document.content()) {
      ProductMatch match = match(line);
      if (match != null) {
        tellOddities(document, line, match);
        lines.add(resolve(document, line, match));
      } else if (!tellAmbiguous(document, line) && reject) {
        tellUnknown(document, line);
      }
    }
    return lines;
  }

  private ResolvedLine resolve(Pending document, Invoice.Line line, ProductMatch match) {
    String word = line.uom();
    String uom = word == null ? null : unit(word);
    // Of a provisional product nobody has said yet how it is packed.
    boolean open = match.provisional() || match.how() == ProductMatch.How.CREATED;
    BigDecimal factor = factor(word, uom, match, open);
    boolean lacking = uom == null || (factor == null && !open);
    if (word != null && lacking && document.needsUnits()) {
      document.tell("MDM-008", line.place(), "uom", word, "value", word, "product", match.code());
    }
    if (uom != null
        && document.needsUnits()
        && match.isHardlyPricedBy(uom)
        && !isProved(document, line)) {
      String price = Figures.of(line.unitPriceHt());
      Object[] params = match.priceParams(price, uom);
      document.tell("MDM-023", line.place(), "unit_price_ht", price, params);
    }
    return new ResolvedLine(
        match.id(), match.code(), uom, factor == null ? null : base(line.quantity(), factor));
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

  private void tellOddities(Pending document, Invoice.Line line, ProductMatch match) {
    String name = String.valueOf(line.description());
    if (match.how() == ProductMatch.How.NAME && told.add("by name " + match.code())) {
      document.tell(
          "MDM-002", line.place(), "description", name, "value", name, "code", match.code());
    }
    if (!match.active() && told.add("inactive " + match.code())) {
      document.tell(
          "MDM-009",
          line.place(),
          "product_code",
          match.code(),
          "entity",
          "reason.entity.product",
          "code",
          match.code());
    }
    checkRate(document, line, match);
  }

  private static void checkRate(Pending document, Invoice.Line line, ProductMatch match) {
    boolean master = match.how() != ProductMatch.How.CREATED && !match.provisional();
    boolean differs = line.vatRate().compareTo(match.vatRate()) != 0;
    if (master && differs && line.vatExemptReason() == null) {
      String rate = Figures.of(line.vatRate());
      String expected = Figures.of(match.vatRate());
      document.tell(
          "INV-017",
          line.place(),
          "vat_rate",
          rate,
          "value",
          rate,
          "product",
          match.code(),
          "expected",
          expected);
    }
    if (match.vatRate().signum() == 0) {
      document.findings.removeIf(
          f -> f.rule().equals("INV-018") && f.place().row() == line.place().row());
    }
  }

  /** The unit's code; null when nobody knows the word. */
  private @Nullable String unit(String word) {
    String code = units.get(word);
    if (code == null) {
      code = known.code(word).orElse(NO_UNIT);
      if (units.size() < MOST) {
        units.put(word, code);
      }
    }
    return code.equals(NO_UNIT) ? null : code;
  }

  /** Article codes are compared in capitals: the same article comes as 85123a and 85123A. */
  private ProductMention mention(Invoice.Line line) {
    String code = line.productCode() == null ? null : line.productCode().toUpperCase(Locale.ROOT);
    String uom = line.uom() == null ? null : unit(line.uom());
    return new ProductMention(
        code, line.description(), Objects.requireNonNullElse(uom, "PCE"), line.vatRate());
  }
}
