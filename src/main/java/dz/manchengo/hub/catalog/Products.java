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
import java.util.SortedMap;
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

  static final String MADE_FOR_NAME = "ART-X";

  private final JdbcClient db;

  Products(JdbcClient db) {
    this.db = db;
  }

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
    List<ProductMaster> masters =
        masters(
            mentions.stream()
                .flatMap(m -> Stream.concat(Stream.of(codeFor(m)), m.codesInName().stream()))
                .toList(),
            mentions.stream()
                .filter(m -> m.code() == null && m.name() != null)
                .map(m -> NameKey.of(String.valueOf(m.name())))
                .toList());
    Map<Long, Map<String, BigDecimal>> factors = factors(masters);
    Map<String, ProductMaster> byCode = new HashMap<>();
    Map<String, List<ProductMaster>> byName = new HashMap<>();
    for (ProductMaster master : masters) {
      byCode.put(master.productCode(), master);
      byName.computeIfAbsent(master.nameNorm(), k -> new ArrayList<>()).add(master);
    }
    Map<String, ProductMatch> found = new HashMap<>();
    Map<String, List<String>> namesakes = new HashMap<>();
    for (ProductMention mention : mentions) {
      Optional<ProductMatch> match = match(mention, byCode, byName, factors);
      match.ifPresent(m -> found.put(mention.key(), m));
      List<ProductMaster> named = mention.code() == null ? named(mention, byName) : List.of();
      if (match.isEmpty() && named.size() > 1) {
        namesakes.put(
            mention.key(), named.stream().map(ProductMaster::productCode).sorted().toList());
      }
    }
    return new Found(found, namesakes);
  }

  @Override
  public Set<String> among(Collection<String> codes) {
    return masters(List.copyOf(codes), List.of()).stream()
        .map(ProductMaster::productCode)
        .collect(Collectors.toSet());
  }

  private static List<ProductMaster> named(
      ProductMention mention, Map<String, List<ProductMaster>> byName) {
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
      ProductMaster master =
          new ProductMaster(
              -1L - Integer.toUnsignedLong(code.hashCode()), // no record has such an id
              code,
              NameKey.of(Objects.requireNonNullElse(mention.name(), code)),
              mention.uom(),
              knownRate(mention.vatRate()),
              false,
              true,
              true,
              mention.name() == null);
      imagined.put(mention.key(), as(master, ProductMatch.How.CREATED, Map.of()));
    }
    return imagined;
  }

  /**
   * Names the records that have none.
   *
   * @param names by the record's id
   */
  void giveNames(SortedMap<Long, String> names, long submission) {
    db.sql(Sql.file("catalog/give_product_names.sql"))
        .param("products", names.keySet().toArray(Long[]::new))
        .param("names", names.values().toArray(String[]::new))
        .param("keys", names.values().stream().map(NameKey::of).toArray(String[]::new))
        .param("submission", submission)
        .update();
  }

  /** The records that have those names, by {@link NameKey#of}. */
  Map<String, List<String>> called(Collection<String> names) {
    return masters(List.of(), names.stream().map(NameKey::of).toList()).stream()
        .collect(
            Collectors.groupingBy(
                ProductMaster::nameNorm,
                Collectors.mapping(ProductMaster::productCode, Collectors.toList())));
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
    Map<String, ProductMaster> masters = new HashMap<>();
    masters(List.copyOf(byCode.keySet()), List.of())
        .forEach(master -> masters.put(master.productCode(), master));
    Map<Long, Map<String, BigDecimal>> factors = factors(List.copyOf(masters.values()));
    Map<String, ProductMatch> matches = new HashMap<>();
    for (ProductMention mention : unknown) {
      ProductMaster master = Objects.requireNonNull(masters.get(codeFor(mention)));
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

  private List<ProductMaster> masters(List<String> codes, List<String> names) {
    return db.sql(Sql.file("catalog/find_products.sql"))
        .param("codes", codes.stream().distinct().toArray(String[]::new))
        .param("names", names.stream().distinct().toArray(String[]::new))
        .query(ProductMaster.class)
        .list();
  }

  private Map<Long, Map<String, BigDecimal>> factors(List<ProductMaster> masters) {
    Map<Long, Map<String, BigDecimal>> factors = new HashMap<>();
    db.sql(Sql.file("catalog/find_factors.sql"))
        .param("ids", masters.stream().map(ProductMaster::productId).toArray(Long[]::new))
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
      Map<String, ProductMaster> byCode,
      Map<String, List<ProductMaster>> byName,
      Map<Long, Map<String, BigDecimal>> factors) {
    if (mention.code() != null) {
      return Optional.ofNullable(byCode.get(mention.code()))
          .map(m -> as(m, ProductMatch.How.CODE, factors.getOrDefault(m.productId(), Map.of())));
    }
    Optional<ProductMaster> coded =
        mention.codesInName().stream().flatMap(c -> Stream.ofNullable(byCode.get(c))).findFirst();
    if (coded.isPresent()) {
      return coded.map(
          m -> as(m, ProductMatch.How.CODE, factors.getOrDefault(m.productId(), Map.of())));
    }
    List<ProductMaster> named = named(mention, byName);
    ProductMaster made = byCode.get(codeFor(mention)); // once, for that very name
    Optional<ProductMaster> one = only(named, made).or(() -> Optional.ofNullable(made));
    return one.map(
        m -> as(m, ProductMatch.How.NAME, factors.getOrDefault(m.productId(), Map.of())));
  }

  /**
   * The only one of them; of several the only one that somebody completed, or that has a code of
   * its own beside the record that was made for the name alone (MDM-036).
   */
  private static Optional<ProductMaster> only(
      List<ProductMaster> named, @Nullable ProductMaster made) {
    boolean split = named.size() == 2 && made != null && made.provisional() && named.contains(made);
    List<ProductMaster> kept =
        named.stream().filter(m -> split ? !m.equals(made) : !m.provisional()).toList();
    List<ProductMaster> meant = named.size() == 1 ? named : kept;
    return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
  }

  private static ProductMatch as(
      ProductMaster master, ProductMatch.How how, Map<String, BigDecimal> factors) {
    return new ProductMatch(
        master.productId(),
        master.productCode(),
        how,
        master.baseUom(),
        master.vatRate(),
        master.lotTracked(),
        master.active(),
        master.provisional(),
        master.nameless(),
        factors);
  }

  private static String codeFor(ProductMention mention) {
    @Nullable String code = mention.code();
    return code != null
        ? code
        : NameKey.provisionalCode(MADE_FOR_NAME, String.valueOf(mention.name()));
  }
}
