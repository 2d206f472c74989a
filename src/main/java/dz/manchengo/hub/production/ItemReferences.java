package dz.manchengo.hub.production;

import dz.manchengo.hub.catalog.KnownProducts;
import dz.manchengo.hub.catalog.ProductMatch;
import dz.manchengo.hub.catalog.ProductMention;
import dz.manchengo.hub.catalog.ProductTraits;
import dz.manchengo.hub.catalog.Units;
import dz.manchengo.hub.documents.Batch;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.QuantityUnit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Products and units of the batches of one file. */
final class ItemReferences {
  private final KnownProducts products;
  private final ProductTraits traits;
  private final Units.Known units;
  private final Feed feed;
  private final Set<String> told = new HashSet<>();
  private Map<String, ProductMatch> found = new HashMap<>();
  private Map<Long, ProductTraits.Traits> known = Map.of();

  ItemReferences(KnownProducts products, ProductTraits traits, Units.Known units, Feed feed) {
    this.products = products;
    this.traits = traits;
    this.units = units;
    this.feed = feed;
  }

  /** One row's product with what the row says of its unit and quantity. */
  private record Use(
      Place place,
      String field,
      Batch.Item item,
      @Nullable String word,
      String unitField,
      BigDecimal quantity) {}

  /** Resolves every line; one that cannot be resolved refuses its batch. */
  void settle(List<BatchCandidate> candidates) {
    found = new HashMap<>(products.find(mentions(candidates).values()));
    if (feed.unknownProduct() == Feed.Unknown.CREATE) {
      create(candidates.stream().filter(BatchCandidate::stands).toList());
    }
    known = traits.of(found.values().stream().map(ProductMatch::id).toList());
    for (BatchCandidate candidate : candidates) {
      candidate.product = product(candidate);
      candidate.outputs = resolved(candidate, outputs(candidate));
      candidate.inputs = resolved(candidate, inputs(candidate));
    }
  }

  /** Null for a product without a record. */
  ProductTraits.@Nullable Traits traits(ProductMatch product) {
    return known.get(product.id());
  }

  private void create(List<BatchCandidate> standing) {
    Map<String, ProductMention> needed = mentions(standing);
    needed.keySet().removeAll(found.keySet());
    Map<String, ProductMatch> made = products.create(needed.values());
    found.putAll(made);
    Set<String> created = new HashSet<>();
    made.forEach(
        (key, match) -> {
          if (match.how() == ProductMatch.How.CREATED) {
            created.add(key);
          }
        });
    for (BatchCandidate candidate : standing) {
      for (Use use : uses(candidate)) {
        if (created.remove(Items.key(use.item()))) {
          tellUnknown(candidate, use, Hints.PARAM, Hints.CREATED);
        }
      }
    }
  }

  private Map<String, ProductMention> mentions(Collection<BatchCandidate> candidates) {
    Map<String, ProductMention> mentions = new LinkedHashMap<>();
    for (BatchCandidate candidate : candidates) {
      for (Use use : uses(candidate)) {
        ProductMention mention = Items.mention(use.item(), unit(use).orElse("PCE"));
        mentions.putIfAbsent(mention.key(), mention);
      }
    }
    return mentions;
  }

  private Optional<String> unit(Use use) {
    return use.word() == null ? Optional.empty() : units.code(use.word());
  }

  /** Lines first: they know the unit that a new product is made with. */
  private static List<Use> uses(BatchCandidate candidate) {
    List<Use> uses = new ArrayList<>(outputs(candidate));
    uses.addAll(inputs(candidate));
    uses.add(ofBatch(candidate));
    return uses;
  }

  private static Use ofBatch(BatchCandidate candidate) {
    String field = candidate.oneOf("product_code", "product_name");
    Batch batch = candidate.batch();
    return new Use(batch.place(), field, batch.product(), null, "uom", BigDecimal.ZERO);
  }

  private static List<Use> outputs(BatchCandidate candidate) {
    String field = candidate.oneOf("product_code", "product_name");
    return candidate.batch().outputs().stream()
        .map(o -> new Use(o.place(), field, o.product(), o.uom(), "uom", o.quantity()))
        .toList();
  }

  private static List<Use> inputs(BatchCandidate candidate) {
    String field =
        candidate.has("input_code") ? "input_code" : candidate.oneOf("input_name", "input_lots");
    String unit = candidate.oneOf("input_uom", candidate.oneOf("uom", "input_lots"));
    return candidate.batch().inputs().stream()
        .map(i -> new Use(i.place(), field, i.product(), i.uom(), unit, i.quantity()))
        .toList();
  }

  private @Nullable ResolvedItem product(BatchCandidate candidate) {
    String key = Items.key(candidate.batch().product());
    ProductMatch match = found.get(key);
    boolean told =
        candidate.batch().outputs().stream().anyMatch(o -> Items.key(o.product()).equals(key));
    if (match == null && !told) {
      tellUnknown(candidate, ofBatch(candidate));
    }
    return match == null ? null : new ResolvedItem(match, null, null, null);
  }

  private List<ResolvedItem> resolved(BatchCandidate candidate, List<Use> uses) {
    List<ResolvedItem> resolved = new ArrayList<>();
    for (Use use : uses) {
      ProductMatch match = found.get(Items.key(use.item()));
      if (match == null) {
        tellUnknown(candidate, use);
      } else {
        tellOddities(candidate, use, match);
        resolved.add(resolved(candidate, use, match));
      }
    }
    return resolved;
  }

  private ResolvedItem resolved(BatchCandidate candidate, Use use, ProductMatch match) {
    boolean open = match.provisional() || match.how() == ProductMatch.How.CREATED;
    String uom = use.word() == null && !open ? match.baseUom() : unit(use).orElse(null);
    boolean unknown = use.word() != null && uom == null;
    if (unknown || (uom != null && !open && match.factor(uom) == null)) {
      String word = String.valueOf(use.word());
      candidate.tell(
          "MDM-008",
          use.place(),
          use.unitField(),
          word,
          "value",
          word,
          "product",
          match.code(),
          "units",
          open ? units.listed() : match.units());
    }
    return new ResolvedItem(match, uom, kg(use.quantity(), uom, match), null);
  }

  /** Packaging counts nothing; null where nobody knows. */
  private @Nullable BigDecimal kg(BigDecimal quantity, @Nullable String uom, ProductMatch match) {
    ProductTraits.Traits of = known.get(match.id());
    if (of != null && !of.isMaterial()) {
      return BigDecimal.ZERO;
    }
    BigDecimal mass = uom == null ? null : mass(quantity, uom);
    BigDecimal factor = uom == null ? null : match.factor(uom);
    if (mass == null && factor != null) {
      mass = mass(quantity.multiply(factor), match.baseUom());
    }
    BigDecimal piece = of == null ? null : of.nominalWeightKg();
    if (mass != null || piece == null || uom == null) {
      return mass;
    }
    BigDecimal pieces = factor != null && "PCE".equals(match.baseUom()) ? factor : null;
    return "PCE".equals(uom)
        ? quantity.multiply(piece)
        : pieces == null ? null : quantity.multiply(pieces).multiply(piece);
  }

  private static @Nullable BigDecimal mass(BigDecimal quantity, String uom) {
    QuantityUnit unit = QuantityUnit.of(uom);
    if (unit == null) {
      return null;
    }
    BigDecimal litres = unit.in(QuantityUnit.L, quantity);
    return litres == null ? unit.in(QuantityUnit.KG, quantity) : Yields.kgOfLitres(litres);
  }

  /** MDM-024 where several have the name, else MDM-001. */
  private void tellUnknown(BatchCandidate candidate, Use use, Object... created) {
    String shown = BatchRules.label(use.item());
    List<String> namesakes = products.namesakes(Items.mention(use.item(), "PCE"));
    if (!namesakes.isEmpty()) {
      Object[] candidates = {"value", shown, "products", String.join(", ", namesakes)};
      candidate.tell("MDM-024", use.place(), use.field(), shown, candidates);
      return;
    }
    Object[] params = Stream.concat(Stream.of("value", shown), Stream.of(created)).toArray();
    if (created.length > 0) {
      candidate.warn("MDM-001", use.place(), use.field(), shown, params);
    } else {
      candidate.tell("MDM-001", use.place(), use.field(), shown, params);
    }
  }

  private void tellOddities(BatchCandidate candidate, Use use, ProductMatch match) {
    String name = String.valueOf(use.item().name());
    if (match.how() == ProductMatch.How.NAME && told.add("by name " + match.code())) {
      candidate.tell(
          "MDM-002", use.place(), use.field(), name, "value", name, "code", match.code());
    }
    if (!match.active() && told.add("inactive " + match.code())) {
      candidate.tell(
          "MDM-009",
          use.place(),
          use.field(),
          match.code(),
          "entity",
          "Article",
          "code",
          match.code());
    }
  }
}
