package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.KnownProducts;
import dz.manchengo.hub.catalog.ProductMatch;
import dz.manchengo.hub.catalog.ProductMention;
import dz.manchengo.hub.catalog.Units;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.platform.Figures;
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

  private final KnownProducts products;
  private final LineUnits units;
  private final ProductNames names;
  private final Feed feed;
  private final Set<String> told = new HashSet<>();
  private final Map<String, ProductMatch> byCode = new HashMap<>();
  private final Map<String, ProductMatch> byName = new HashMap<>();

  LineReferences(KnownProducts products, Units.Known known, Feed feed) {
    this.products = products;
    this.names = new ProductNames(products);
    this.units = new LineUnits(known);
    this.feed = feed;
  }

  /** Resolves every line; one that cannot be resolved refuses its document. */
  void settle(List<? extends Pending> documents) {
    forget();
    Map<String, ProductMention> open = open(documents);
    if (!open.isEmpty()) {
      Map<String, ProductMatch> found = products.find(open.values());
      if (feed.unknownProduct() == Feed.Unknown.CREATE) {
        names.give(
            documents.stream().filter(Pending::stands).toList(),
            line -> match(line) == null ? found.get(mention(line).key()) : null);
      }
      learn(documents, found);
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
      lines.add(units.resolve(document, line, Objects.requireNonNull(match(line))));
    }
    document.lines = lines;
  }

  LineUnits units() {
    return units;
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
        lines.add(units.resolve(document, line, match));
      } else if (!tellAmbiguous(document, line) && reject) {
        tellUnknown(document, line);
      }
    }
    return lines;
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

  /** Article codes are compared in capitals: the same article comes as 85123a and 85123A. */
  private ProductMention mention(Invoice.Line line) {
    String code = line.productCode() == null ? null : line.productCode().toUpperCase(Locale.ROOT);
    String uom = line.uom() == null ? null : units.unit(line.uom());
    return new ProductMention(
        code, line.description(), Objects.requireNonNullElse(uom, "PCE"), line.vatRate());
  }
}
