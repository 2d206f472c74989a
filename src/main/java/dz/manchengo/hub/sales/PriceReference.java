package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.UnreadableFile;
import dz.manchengo.hub.platform.Figures;
import dz.manchengo.hub.platform.Sql;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The usual price of each product, the median of its latest few, to notice a file whose amounts are
 * a hundred times too large or too small (FMT-016: dinars and centimes are both in use). For one
 * file: its own prices do not count before it is over.
 */
final class PriceReference {
  private final JdbcClient db;
  private final Feed feed;
  private final Map<Long, Optional<Known>> known = new HashMap<>();
  private final Map<Long, RecentPrices> latest =
      new TreeMap<>(); // in order: files never wait crosswise
  private final PriceRatios ratios = new PriceRatios();
  private boolean unitGiven;

  PriceReference(JdbcClient db, Feed feed) {
    this.db = db;
    this.feed = feed;
  }

  /**
   * What is remembered of a product.
   *
   * @param unitPriceHt at which it was last sold or bought
   * @param usual the median of its latest few prices
   */
  record Known(long productId, BigDecimal unitPriceHt, BigDecimal usual) {}

  /** The price at which a product was last sold or bought; null while nobody knows. */
  @Nullable BigDecimal of(long product) {
    return known.getOrDefault(product, Optional.empty()).map(Known::unitPriceHt).orElse(null);
  }

  /** Compares the prices of a portion with the known ones. */
  void compare(List<? extends Pending> written) {
    lookUp(written);
    for (Pending candidate : written) {
      unitGiven |= candidate.raw.headers().containsKey("money_unit");
      for (int i = 0; i < candidate.lines.size(); i++) {
        Invoice.Line line = candidate.content().get(i);
        if (line.unitPriceHt().signum() > 0) {
          compare(candidate, line, candidate.lines.get(i));
        }
      }
    }
  }

  private void compare(Pending candidate, Invoice.Line line, ResolvedLine resolved) {
    long product = resolved.productId();
    BigDecimal price = line.unitPriceHt();
    Known reference = known.getOrDefault(product, Optional.empty()).orElse(null);
    if (reference != null) {
      BigDecimal usual = reference.usual();
      BigDecimal ratio = price.divide(usual, MathContext.DECIMAL32);
      ratios.add(product, ratio, () -> off(candidate, line, resolved, usual, ratio));
    }
    latest.computeIfAbsent(product, p -> new RecentPrices()).add(candidate.date(), price);
  }

  private static PriceRatios.Off off(
      Pending candidate,
      Invoice.Line line,
      ResolvedLine resolved,
      BigDecimal usual,
      BigDecimal ratio) {
    Place place = line.place().at(candidate.raw.headers().getOrDefault("unit_price_ht", ""));
    String document = candidate.raw.number();
    BigDecimal price = line.unitPriceHt();
    return new PriceRatios.Off(place, document, resolved.productName(), price, usual, ratio);
  }

  /**
   * Judges the file as a whole. One that says itself what its amounts are in has an answer to the
   * question, and is believed.
   *
   * @return prices that are about a hundred times off all the same (FMT-029), a few of them
   * @throws UnreadableFile FMT-016 when those of most known products are
   */
  List<Finding> check() throws UnreadableFile {
    PriceRatios.Hundredfold hundredfold = unitGiven ? null : ratios.hundredfold();
    if (hundredfold != null) {
      throw new UnreadableFile(
          finding("FMT-016", Place.FILE, hundredfold.example())
              .with("n", String.valueOf(hundredfold.off()))
              .with("all", String.valueOf(hundredfold.known()))
              .with("unit", unit()));
    }
    return feed.applied(
        ratios.off().stream()
            .map(off -> finding("FMT-029", off.place(), off).withDocument(off.document()))
            .toList());
  }

  private static Finding finding(String rule, Place place, PriceRatios.Off off) {
    return RuleBook.finding(
        rule,
        place,
        Figures.of(off.price()),
        "ratio",
        Figures.of(off.ratio().round(new MathContext(3))),
        "product",
        off.product(),
        "price",
        Figures.of(off.price()),
        "known",
        Figures.of(off.known()));
  }

  private String unit() {
    return feed.unitOf("unit_price_ht") == Feed.MoneyUnit.CENTIME
        ? "reason.unit.centimes"
        : "reason.unit.dinars";
  }

  /** The prices of this file are the reference of the next one. */
  void remember() {
    if (latest.isEmpty()) {
      return;
    }
    db.sql(Sql.file("sales/remember_prices.sql"))
        .param("direction", feed.direction().name())
        .param("products", latest.keySet().toArray(Long[]::new))
        .param("prices", latest.values().stream().map(RecentPrices::text).toArray(String[]::new))
        .param(
            "dates",
            latest.values().stream().map(l -> l.latest().toString()).toArray(String[]::new))
        .update();
  }

  void lookUp(List<? extends Pending> written) {
    Long[] open =
        written.stream()
            .flatMap(c -> c.lines.stream())
            .map(ResolvedLine::productId)
            .distinct()
            .filter(id -> !known.containsKey(id))
            .toArray(Long[]::new);
    if (open.length == 0) {
      return;
    }
    for (Long id : open) {
      known.put(id, Optional.empty());
    }
    db.sql(Sql.file("sales/find_known_prices.sql"))
        .param("direction", feed.direction().name())
        .param("ids", open)
        .query(Known.class)
        .list()
        .forEach(k -> known.put(k.productId(), Optional.of(k)));
  }
}
