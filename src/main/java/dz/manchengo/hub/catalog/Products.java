package dz.manchengo.hub.catalog;

import dz.manchengo.hub.platform.Sql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the documents speak of. A whole file's mentions are looked up at once. */
@Component
public class Products {
  private static final Set<BigDecimal> RATES =
      Set.of(BigDecimal.ZERO, BigDecimal.valueOf(9), BigDecimal.valueOf(19));

  private final JdbcClient db;

  Products(JdbcClient db) {
    this.db = db;
  }

  /** A row of product, as far as matching needs it. */
  record Master(
      long productId,
      String productCode,
      String nameNorm,
      String baseUom,
      BigDecimal vatRate,
      boolean active,
      boolean provisional) {}

  record Factor(long productId, String uomCode, BigDecimal factorToBase) {}

  /**
   * The mentions that are known, by {@link ProductMention#key()}: by code, or where a line has none
   * by its normalised name if that is unique. What nobody knows is not in the map.
   */
  public Map<String, ProductMatch> find(Collection<ProductMention> mentions) {
    List<Master> masters =
        masters(
            mentions.stream().map(ProductMention::code).filter(Objects::nonNull).toList(),
            mentions.stream()
                .filter(m -> m.code() == null && m.name() != null)
                .map(m -> NameKey.of(String.valueOf(m.name())))
                .toList());
    Map<Long, Map<String, BigDecimal>> factors = factors(masters);
    Map<String, Master> byCode = new HashMap<>();
    Map<String, List<Master>> byName = new HashMap<>();
    for (Master master : masters) {
      byCode.put(master.productCode(), master);
      byName.computeIfAbsent(master.nameNorm(), k -> new ArrayList<>()).add(master);
    }
    Map<String, ProductMatch> found = new HashMap<>();
    for (ProductMention mention : mentions) {
      match(mention, byCode, byName, factors).ifPresent(m -> found.put(mention.key(), m));
    }
    return found;
  }

  /** Makes provisional records for mentions that nobody knows, in the calling transaction. */
  public Map<String, ProductMatch> create(Collection<ProductMention> unknown, long submission) {
    Map<String, ProductMention> byCode =
        new TreeMap<>(); // in order: two files never wait crosswise
    unknown.forEach(mention -> byCode.putIfAbsent(codeFor(mention), mention));
    insert(byCode, submission);
    Map<String, Master> masters = new HashMap<>();
    masters(List.copyOf(byCode.keySet()), List.of())
        .forEach(master -> masters.put(master.productCode(), master));
    Map<String, ProductMatch> created = new HashMap<>();
    for (ProductMention mention : unknown) {
      Master master = Objects.requireNonNull(masters.get(codeFor(mention)));
      created.put(mention.key(), as(master, ProductMatch.How.CREATED, Map.of()));
    }
    return created;
  }

  private void insert(Map<String, ProductMention> byCode, long submission) {
    List<String> names =
        byCode.entrySet().stream()
            .map(e -> Objects.requireNonNullElse(e.getValue().name(), e.getKey()))
            .toList();
    db.sql(Sql.file("catalog/create_products.sql"))
        .param("codes", byCode.keySet().toArray(String[]::new))
        .param("names", names.toArray(String[]::new))
        .param("nameNorms", names.stream().map(NameKey::of).toArray(String[]::new))
        .param("uoms", byCode.values().stream().map(ProductMention::uom).toArray(String[]::new))
        .param(
            "rates",
            byCode.values().stream()
                .map(m -> knownRate(m.vatRate()).toPlainString())
                .toArray(String[]::new))
        .param("submission", submission)
        .update();
  }

  /** Product rates are today's; a line of 2016 with 17 % means the normal rate. */
  private static BigDecimal knownRate(BigDecimal rate) {
    BigDecimal plain = BigDecimal.valueOf(rate.longValue());
    return RATES.contains(plain) ? plain : BigDecimal.valueOf(19);
  }

  private List<Master> masters(List<String> codes, List<String> names) {
    return db.sql(Sql.file("catalog/find_products.sql"))
        .param("codes", codes.stream().distinct().toArray(String[]::new))
        .param("names", names.stream().distinct().toArray(String[]::new))
        .query(Master.class)
        .list();
  }

  private Map<Long, Map<String, BigDecimal>> factors(List<Master> masters) {
    Map<Long, Map<String, BigDecimal>> factors = new HashMap<>();
    db.sql(
            "SELECT product_id, uom_code, factor_to_base FROM product_uom WHERE product_id = ANY (:ids)")
        .param("ids", masters.stream().map(Master::productId).toArray(Long[]::new))
        .query(Factor.class)
        .list()
        .forEach(
            f ->
                factors
                    .computeIfAbsent(f.productId(), k -> new HashMap<>())
                    .put(f.uomCode(), f.factorToBase()));
    return factors;
  }

  private static Optional<ProductMatch> match(
      ProductMention mention,
      Map<String, Master> byCode,
      Map<String, List<Master>> byName,
      Map<Long, Map<String, BigDecimal>> factors) {
    if (mention.code() != null) {
      return Optional.ofNullable(byCode.get(mention.code()))
          .map(m -> as(m, ProductMatch.How.CODE, factors.getOrDefault(m.productId(), Map.of())));
    }
    List<Master> named = byName.getOrDefault(NameKey.of(String.valueOf(mention.name())), List.of());
    return named.size() == 1
        ? Optional.of(
            as(
                named.get(0),
                ProductMatch.How.NAME,
                factors.getOrDefault(named.get(0).productId(), Map.of())))
        : Optional.empty();
  }

  private static ProductMatch as(
      Master master, ProductMatch.How how, Map<String, BigDecimal> factors) {
    return new ProductMatch(
        master.productId(),
        master.productCode(),
        how,
        master.baseUom(),
        master.vatRate(),
        master.active(),
        master.provisional(),
        factors);
  }

  private static String codeFor(ProductMention mention) {
    @Nullable String code = mention.code();
    return code != null ? code : NameKey.provisionalCode("ART-X", String.valueOf(mention.name()));
  }
}
