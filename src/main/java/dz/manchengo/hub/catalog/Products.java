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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the documents speak of. A whole file's mentions are looked up at once. */
@Component
public class Products implements ProductCodes {
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
      boolean lotTracked,
      boolean active,
      boolean provisional) {}

  /**
   * What was looked up, by {@link ProductMention#key()}.
   *
   * @param namesakes codes of the records that have the same name, where only one may be meant
   */
  record Found(Map<String, ProductMatch> matches, Map<String, List<String>> namesakes) {}

  record Factor(long productId, String uomCode, BigDecimal factorToBase) {}

  /**
   * The mentions that are known, by {@link ProductMention#key()}: by code, or where a line has none
   * by a name that is a code or has one in front, else by its normalised name if that is unique,
   * among all or among those that are not provisional, or a record was made for it. Any other name
   * of several is none of theirs (MDM-024).
   */
  Found find(Collection<ProductMention> mentions) {
    List<Master> masters =
        masters(
            mentions.stream()
                .flatMap(m -> Stream.concat(Stream.of(codeFor(m)), m.codesInName().stream()))
                .toList(),
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
    Map<String, List<String>> namesakes = new HashMap<>();
    for (ProductMention mention : mentions) {
      Optional<ProductMatch> match = match(mention, byCode, byName, factors);
      match.ifPresent(m -> found.put(mention.key(), m));
      List<Master> named = mention.code() == null ? named(mention, byName) : List.of();
      if (match.isEmpty() && named.size() > 1) {
        namesakes.put(mention.key(), named.stream().map(Master::productCode).sorted().toList());
      }
    }
    return new Found(found, namesakes);
  }

  @Override
  public Set<String> among(Collection<String> codes) {
    return masters(List.copyOf(codes), List.of()).stream()
        .map(Master::productCode)
        .collect(Collectors.toSet());
  }

  private static List<Master> named(ProductMention mention, Map<String, List<Master>> byName) {
    return byName.getOrDefault(NameKey.of(String.valueOf(mention.name())), List.of());
  }

  /**
   * Makes provisional records for mentions that nobody knows, in the calling transaction. What is
   * there by now, made by another file or for a code of this one, is found and not {@link
   * ProductMatch.How#CREATED}; a name that several have by now makes nothing.
   */
  Found create(Collection<ProductMention> unknown, long submission) {
    List<ProductMention> named = unknown.stream().filter(m -> m.code() == null).toList();
    List<ProductMention> coded = unknown.stream().filter(m -> m.code() != null).toList();
    Map<String, ProductMatch> settled = new HashMap<>(make(coded, submission));
    Found found = find(named);
    settled.putAll(found.matches());
    List<ProductMention> left =
        named.stream()
            .filter(mention -> !found.matches().containsKey(mention.key()))
            .filter(mention -> !found.namesakes().containsKey(mention.key()))
            .toList();
    settled.putAll(make(left, submission));
    return new Found(settled, found.namesakes());
  }

  /** What {@link #create} would answer; nothing is made. */
  Map<String, ProductMatch> imagined(Collection<ProductMention> unknown) {
    Map<String, ProductMatch> imagined = new HashMap<>();
    for (ProductMention mention : unknown) {
      String code = codeFor(mention);
      Master master =
          new Master(
              -1L - Integer.toUnsignedLong(code.hashCode()), // no record has such an id
              code,
              NameKey.of(Objects.requireNonNullElse(mention.name(), code)),
              mention.uom(),
              knownRate(mention.vatRate()),
              false,
              true,
              true);
      imagined.put(mention.key(), as(master, ProductMatch.How.CREATED, Map.of()));
    }
    return imagined;
  }

  /** The products of one file. */
  public KnownProducts known(long submission, boolean writes) {
    return new KnownProducts(this, submission, writes);
  }

  private Map<String, ProductMatch> make(Collection<ProductMention> unknown, long submission) {
    if (unknown.isEmpty()) {
      return Map.of();
    }
    Map<String, ProductMention> byCode =
        new TreeMap<>(); // in order: two files never wait crosswise
    unknown.forEach(mention -> byCode.putIfAbsent(codeFor(mention), mention));
    Set<String> made = insert(byCode, submission);
    Map<String, Master> masters = new HashMap<>();
    masters(List.copyOf(byCode.keySet()), List.of())
        .forEach(master -> masters.put(master.productCode(), master));
    Map<Long, Map<String, BigDecimal>> factors = factors(List.copyOf(masters.values()));
    Map<String, ProductMatch> matches = new HashMap<>();
    for (ProductMention mention : unknown) {
      Master master = Objects.requireNonNull(masters.get(codeFor(mention)));
      ProductMatch.How known =
          mention.code() != null ? ProductMatch.How.CODE : ProductMatch.How.NAME;
      matches.put(
          mention.key(),
          as(
              master,
              made.contains(master.productCode()) ? ProductMatch.How.CREATED : known,
              factors.getOrDefault(master.productId(), Map.of())));
    }
    return matches;
  }

  /** The codes of those that were made; another file may have made the others. */
  private Set<String> insert(Map<String, ProductMention> byCode, long submission) {
    List<String> names =
        byCode.entrySet().stream()
            .map(e -> Objects.requireNonNullElse(e.getValue().name(), e.getKey()))
            .toList();
    return db.sql(Sql.file("catalog/create_products.sql"))
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
        .query(String.class)
        .set();
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
    db.sql(Sql.file("catalog/find_factors.sql"))
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
    Optional<Master> coded =
        mention.codesInName().stream().flatMap(c -> Stream.ofNullable(byCode.get(c))).findFirst();
    if (coded.isPresent()) {
      return coded.map(
          m -> as(m, ProductMatch.How.CODE, factors.getOrDefault(m.productId(), Map.of())));
    }
    List<Master> named = named(mention, byName);
    Master made = byCode.get(codeFor(mention)); // once, for that very name
    Optional<Master> one = only(named).or(() -> Optional.ofNullable(made));
    return one.map(
        m -> as(m, ProductMatch.How.NAME, factors.getOrDefault(m.productId(), Map.of())));
  }

  /** The only one of them; of several the only one that somebody completed. */
  private static Optional<Master> only(List<Master> named) {
    List<Master> kept = named.stream().filter(m -> !m.provisional()).toList();
    List<Master> meant = named.size() == 1 ? named : kept;
    return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
  }

  private static ProductMatch as(
      Master master, ProductMatch.How how, Map<String, BigDecimal> factors) {
    return new ProductMatch(
        master.productId(),
        master.productCode(),
        how,
        master.baseUom(),
        master.vatRate(),
        master.lotTracked(),
        master.active(),
        master.provisional(),
        factors);
  }

  private static String codeFor(ProductMention mention) {
    @Nullable String code = mention.code();
    return code != null ? code : NameKey.provisionalCode("ART-X", String.valueOf(mention.name()));
  }
}
