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
import org.jspecify.annotations.Nullable;

/** Products and units of one file, resolved in memory and looked up once each. */
final class LineReferences {
  private final KnownProducts products;
  private final Units.Known known;
  private final Feed feed;
  private final Set<String> told = new HashSet<>();

  LineReferences(KnownProducts products, Units.Known known, Feed feed) {
    this.products = products;
    this.known = known;
    this.feed = feed;
  }

  /** Resolves every line; one that cannot be resolved refuses its document. */
  void settle(List<Candidate> candidates) {
    Map<String, ProductMention> mentions = mentions(candidates, known);
    Map<String, ProductMatch> found = new HashMap<>(products.find(mentions.values()));
    if (feed.unknownProduct() == Feed.Unknown.CREATE) {
      List<Candidate> standing = candidates.stream().filter(Candidate::stands).toList();
      Map<String, ProductMention> needed = mentions(standing, known);
      needed.keySet().removeAll(found.keySet());
      Map<String, ProductMatch> settled = products.create(needed.values());
      found.putAll(settled);
      Set<String> created = new HashSet<>();
      settled.forEach(
          (key, match) -> {
            if (match.how() == ProductMatch.How.CREATED) {
              created.add(key);
            }
          });
      tellCreated(standing, created, known);
    }
    boolean reject = feed.unknownProduct() == Feed.Unknown.REJECT;
    for (Candidate candidate : candidates) {
      candidate.lines = resolve(candidate, found, known, told, reject);
    }
  }

  private static Map<String, ProductMention> mentions(
      List<Candidate> candidates, Units.Known known) {
    Map<String, ProductMention> mentions = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      for (Invoice.Line line : candidate.invoice().lines()) {
        ProductMention mention = mention(line, known);
        mentions.putIfAbsent(mention.key(), mention);
      }
    }
    return mentions;
  }

  /** Once for each product. */
  private static void tellCreated(
      List<Candidate> standing, Set<String> created, Units.Known known) {
    Set<String> left = new HashSet<>(created);
    for (Candidate candidate : standing) {
      for (Invoice.Line line : candidate.invoice().lines()) {
        if (left.remove(mention(line, known).key())) {
          tellUnknown(candidate, line, Hints.PARAM, Hints.CREATED);
        }
      }
    }
  }

  private static void tellUnknown(Candidate candidate, Invoice.Line line, Object... created) {
    String shown =
        Objects.requireNonNullElse(line.productCode(), String.valueOf(line.description()));
    String field = candidate.oneOf("product_code", "description");
    candidate.tellUnknown("MDM-001", line.place(), field, shown, created);
  }

  private static List<ResolvedLine> resolve(
      Candidate candidate,
      Map<String, ProductMatch> found,
      Units.Known known,
      Set<String> told,
      boolean reject) {
    List<ResolvedLine> lines = new ArrayList<>();
    for (Invoice.Line line : candidate.invoice().lines()) {
      ProductMatch match = found.get(mention(line, known).key());
      if (match != null) {
        tellOddities(candidate, line, match, told);
        lines.add(resolve(candidate, line, match, known));
      } else if (reject) {
        tellUnknown(candidate, line);
      }
    }
    return lines;
  }

  private static ResolvedLine resolve(
      Candidate candidate, Invoice.Line line, ProductMatch match, Units.Known known) {
    String word = line.uom();
    String uom = word == null ? null : known.code(word).orElse(null);
    // Of a provisional product nobody has said yet how it is packed.
    boolean open = match.provisional() || match.how() == ProductMatch.How.CREATED;
    BigDecimal factor = factor(word, uom, match, open);
    if (word != null && (uom == null || (factor == null && !open))) {
      candidate.tell("MDM-008", line.place(), "uom", word, "value", word, "product", match.code());
    }
    return new ResolvedLine(
        match.id(),
        match.code(),
        uom,
        factor == null ? null : line.quantity().multiply(factor).setScale(4, RoundingMode.HALF_UP));
  }

  private static @Nullable BigDecimal factor(
      @Nullable String word, @Nullable String uom, ProductMatch match, boolean open) {
    if (word == null) {
      return open ? null : BigDecimal.ONE;
    }
    return uom == null ? null : match.factor(uom);
  }

  private static void tellOddities(
      Candidate candidate, Invoice.Line line, ProductMatch match, Set<String> told) {
    String name = String.valueOf(line.description());
    if (match.how() == ProductMatch.How.NAME && told.add("by name " + match.code())) {
      candidate.tell(
          "MDM-002", line.place(), "description", name, "value", name, "code", match.code());
    }
    if (!match.active() && told.add("inactive " + match.code())) {
      candidate.tell(
          "MDM-009",
          line.place(),
          "product_code",
          match.code(),
          "entity",
          "reason.entity.product",
          "code",
          match.code());
    }
    checkRate(candidate, line, match);
  }

  private static void checkRate(Candidate candidate, Invoice.Line line, ProductMatch match) {
    boolean master = match.how() != ProductMatch.How.CREATED && !match.provisional();
    boolean differs = line.vatRate().compareTo(match.vatRate()) != 0;
    if (master && differs && line.vatExemptReason() == null) {
      String rate = Figures.of(line.vatRate());
      String expected = Figures.of(match.vatRate());
      candidate.tell(
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
      candidate.findings.removeIf(
          f -> f.rule().equals("INV-018") && f.place().row() == line.place().row());
    }
  }

  /** Article codes are compared in capitals: the same article comes as 85123a and 85123A. */
  private static ProductMention mention(Invoice.Line line, Units.Known known) {
    String code = line.productCode() == null ? null : line.productCode().toUpperCase(Locale.ROOT);
    String uom = line.uom() == null ? "PCE" : known.code(line.uom()).orElse("PCE");
    return new ProductMention(code, line.description(), uom, line.vatRate());
  }
}
