package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.Parties;
import dz.manchengo.hub.catalog.PartyMatch;
import dz.manchengo.hub.catalog.PartyMention;
import dz.manchengo.hub.catalog.ProductMatch;
import dz.manchengo.hub.catalog.ProductMention;
import dz.manchengo.hub.catalog.Products;
import dz.manchengo.hub.catalog.Units;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.Severity;
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
import org.springframework.stereotype.Component;

/**
 * Parties, products and units of a whole file, resolved in memory after one look-up of each kind.
 */
@Component
class References {
  private static final String CREATED = "hint.created";

  private final Parties parties;
  private final Products products;
  private final Units units;

  References(Parties parties, Products products, Units units) {
    this.parties = parties;
    this.products = products;
    this.units = units;
  }

  /** Finds the parties that are known; payment terms are asked for before the rules run. */
  void findParties(List<Candidate> candidates) {
    Set<PartyMention> mentions = new HashSet<>();
    candidates.forEach(c -> mentions.add(mention(c)));
    Map<PartyMention, PartyMatch> found = parties.find(mentions);
    candidates.forEach(c -> c.party = found.get(mention(c)));
  }

  /** Says what is odd about the parties, and creates those that the feed lets be created. */
  void settleParties(List<Candidate> candidates, Feed feed, long submission) {
    boolean supplier = feed.direction() == Invoice.Direction.PURCHASE;
    Set<Long> told = new HashSet<>();
    Map<PartyMention, List<Candidate>> unknown = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      PartyMatch match = candidate.party;
      if (match == null) {
        unknown.computeIfAbsent(mention(candidate), m -> new ArrayList<>()).add(candidate);
      } else if (told.add(match.id())) {
        tellOddities(candidate, match);
      }
    }
    boolean create = feed.unknownParty() == Feed.Unknown.CREATE;
    unknown.forEach((mention, of) -> tellUnknown(mention, create ? of.subList(0, 1) : of, create));
    if (create && !unknown.isEmpty()) {
      Map<PartyMention, PartyMatch> created =
          parties.create(unknown.keySet(), supplier, submission);
      unknown.forEach((mention, of) -> of.forEach(c -> c.party = created.get(mention)));
    }
  }

  private static void tellUnknown(
      PartyMention mention, List<Candidate> candidates, boolean create) {
    String shown = Objects.requireNonNullElse(mention.code(), String.valueOf(mention.name()));
    for (Candidate candidate : candidates) {
      candidate.findings.add(
          create
              ? at(
                      candidate,
                      "MDM-003",
                      oneOf(candidate, "party_code", "party_name"),
                      shown,
                      "value",
                      shown,
                      Hints.PARAM,
                      CREATED)
                  .withSeverity(Severity.WARN)
              : at(
                  candidate,
                  "MDM-003",
                  oneOf(candidate, "party_code", "party_name"),
                  shown,
                  "value",
                  shown));
    }
  }

  private static void tellOddities(Candidate candidate, PartyMatch match) {
    Invoice.PartyMention mention = candidate.invoice().party();
    if (match.how() == PartyMatch.How.NAME) {
      candidate.findings.add(
          at(
              candidate,
              "MDM-004",
              "party_name",
              mention.name(),
              "value",
              String.valueOf(mention.name()),
              "code",
              match.code()));
    }
    if (mention.nif() != null && match.nif() != null && !mention.nif().equals(match.nif())) {
      candidate.findings.add(
          at(
              candidate,
              "MDM-007",
              "party_nif",
              mention.nif(),
              "doc",
              mention.nif(),
              "party",
              match.code(),
              "master",
              match.nif()));
    }
    if (!match.active()) {
      candidate.findings.add(
          at(
              candidate,
              "MDM-009",
              "party_code",
              match.code(),
              "entity",
              "Tiers",
              "code",
              match.code()));
    }
    String missing = missingIdentifiers(match);
    if (!missing.isEmpty() && !match.provisional()) {
      candidate.findings.add(
          at(
              candidate,
              "MDM-006",
              "party_code",
              match.code(),
              "party",
              match.code(),
              "missing",
              missing));
    }
  }

  private static String missingIdentifiers(PartyMatch match) {
    List<String> missing = new ArrayList<>();
    if (match.nif() == null) {
      missing.add("NIF");
    }
    if (match.rc() == null) {
      missing.add("RC");
    }
    if (match.ai() == null) {
      missing.add("AI");
    }
    return String.join(", ", missing);
  }

  /** Resolves the lines of documents that stand; a line that cannot be refuses its document. */
  void settleLines(List<Candidate> candidates, Feed feed, long submission) {
    Units.Known known = units.known();
    Map<String, ProductMention> mentions = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      for (Invoice.Line line : candidate.invoice().lines()) {
        ProductMention mention = mention(line, known);
        mentions.putIfAbsent(mention.key(), mention);
      }
    }
    Map<String, ProductMatch> found = new HashMap<>(products.find(mentions.values()));
    Map<String, ProductMention> unknown = new LinkedHashMap<>(mentions);
    unknown.keySet().removeAll(found.keySet());
    boolean create = feed.unknownProduct() == Feed.Unknown.CREATE;
    tellUnknown(candidates, unknown, known, create);
    if (create) {
      List<Candidate> standing = candidates.stream().filter(Candidate::stands).toList();
      found.putAll(products.create(neededBy(standing, unknown, known), submission));
    }
    Set<String> told = new HashSet<>();
    for (Candidate candidate : candidates) {
      List<ResolvedLine> lines = new ArrayList<>();
      for (Invoice.Line line : candidate.invoice().lines()) {
        ProductMatch match = found.get(mention(line, known).key());
        if (match != null) {
          lines.add(resolve(candidate, line, match, known, told));
        }
      }
      candidate.lines = lines;
    }
  }

  private static void tellUnknown(
      List<Candidate> candidates,
      Map<String, ProductMention> unknown,
      Units.Known known,
      boolean create) {
    Set<String> told = new HashSet<>();
    for (Candidate candidate : candidates) {
      for (Invoice.Line line : candidate.invoice().lines()) {
        String key = mention(line, known).key();
        if (unknown.containsKey(key) && (!create || told.add(key))) {
          String shown =
              Objects.requireNonNullElse(line.productCode(), String.valueOf(line.description()));
          candidate.findings.add(
              create
                  ? at(
                          candidate,
                          line.place(),
                          "MDM-001",
                          oneOf(candidate, "product_code", "description"),
                          shown,
                          "value",
                          shown,
                          Hints.PARAM,
                          CREATED)
                      .withSeverity(Severity.WARN)
                  : at(
                      candidate,
                      line.place(),
                      "MDM-001",
                      oneOf(candidate, "product_code", "description"),
                      shown,
                      "value",
                      shown));
        }
      }
    }
  }

  private static List<ProductMention> neededBy(
      List<Candidate> standing, Map<String, ProductMention> unknown, Units.Known known) {
    Map<String, ProductMention> needed = new LinkedHashMap<>();
    for (Candidate candidate : standing) {
      for (Invoice.Line line : candidate.invoice().lines()) {
        ProductMention mention = unknown.get(mention(line, known).key());
        if (mention != null) {
          needed.put(mention.key(), mention);
        }
      }
    }
    return List.copyOf(needed.values());
  }

  private static ResolvedLine resolve(
      Candidate candidate,
      Invoice.Line line,
      ProductMatch match,
      Units.Known known,
      Set<String> told) {
    tellOddities(candidate, line, match, told);
    String word = line.uom();
    String uom = word == null ? null : known.code(word).orElse(null);
    BigDecimal factor = word == null ? BigDecimal.ONE : uom == null ? null : match.factor(uom);
    // Of a provisional product nobody has said yet how it is packed.
    boolean open = match.provisional() || match.how() == ProductMatch.How.CREATED;
    if (word != null && (uom == null || (factor == null && !open))) {
      candidate.findings.add(
          at(
              candidate,
              line.place(),
              "MDM-008",
              "uom",
              word,
              "value",
              word,
              "product",
              match.code()));
    }
    BigDecimal base = open && word == null ? null : factor;
    return new ResolvedLine(
        match.id(),
        match.code(),
        uom,
        base == null ? null : line.quantity().multiply(base).setScale(4, RoundingMode.HALF_UP));
  }

  private static void tellOddities(
      Candidate candidate, Invoice.Line line, ProductMatch match, Set<String> told) {
    Place place = line.place();
    boolean first = told.add(match.code());
    if (match.how() == ProductMatch.How.NAME && first) {
      candidate.findings.add(
          at(
              candidate,
              place,
              "MDM-002",
              "description",
              line.description(),
              "value",
              String.valueOf(line.description()),
              "code",
              match.code()));
    }
    if (!match.active() && first) {
      candidate.findings.add(
          at(
              candidate,
              place,
              "MDM-009",
              "product_code",
              match.code(),
              "entity",
              "Article",
              "code",
              match.code()));
    }
    boolean master = match.how() != ProductMatch.How.CREATED && !match.provisional();
    if (master
        && line.vatRate().compareTo(match.vatRate()) != 0
        && line.vatExemptReason() == null) {
      candidate.findings.add(
          at(
              candidate,
              place,
              "INV-017",
              "vat_rate",
              line.vatRate().toPlainString(),
              "value",
              line.vatRate().toPlainString(),
              "product",
              match.code(),
              "expected",
              match.vatRate().stripTrailingZeros().toPlainString()));
    }
    if (match.vatRate().signum() == 0) {
      candidate.findings.removeIf(
          f -> f.rule().equals("INV-018") && f.place().row() == place.row());
    }
  }

  private static PartyMention mention(Candidate candidate) {
    Invoice.PartyMention m = Objects.requireNonNull(candidate.assembled).party();
    return new PartyMention(m.code(), m.name(), m.nif(), m.nis(), m.rc(), m.ai(), m.address());
  }

  /** Article codes are compared in capitals: the same article comes as 85123a and 85123A. */
  private static ProductMention mention(Invoice.Line line, Units.Known known) {
    String code = line.productCode() == null ? null : line.productCode().toUpperCase(Locale.ROOT);
    String uom = line.uom() == null ? "PCE" : known.code(line.uom()).orElse("PCE");
    return new ProductMention(code, line.description(), uom, line.vatRate());
  }

  /** The first of the fields that the file has a column for. */
  private static String oneOf(Candidate candidate, String field, String otherwise) {
    return candidate.raw.headers().containsKey(field) ? field : otherwise;
  }

  private static Finding at(
      Candidate candidate, String rule, String field, @Nullable String value, Object... params) {
    return at(candidate, candidate.raw.place(), rule, field, value, params);
  }

  private static Finding at(
      Candidate candidate,
      Place place,
      String rule,
      String field,
      @Nullable String value,
      Object... params) {
    String column = candidate.raw.headers().getOrDefault(field, "");
    return RuleBook.finding(rule, place.at(column), value, params)
        .withDocument(candidate.raw.number());
  }
}
