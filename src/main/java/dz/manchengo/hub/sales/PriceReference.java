package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.UnreadableFile;
import dz.manchengo.hub.platform.Figures;
import dz.manchengo.hub.platform.Sql;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The latest price of each product, to notice a file whose amounts are a hundred times too large or
 * too small (FMT-016: dinars and centimes are both in use). For one file: its own prices do not
 * count before it is over.
 */
final class PriceReference {
  private final JdbcClient db;
  private final Feed feed;
  private final Map<Long, Optional<BigDecimal>> known = new HashMap<>();
  private final Map<Long, Latest> latest = new TreeMap<>(); // in order: files never wait crosswise
  private final PriceRatios ratios = new PriceRatios();

  PriceReference(JdbcClient db, Feed feed) {
    this.db = db;
    this.feed = feed;
  }

  record Known(long productId, BigDecimal unitPriceHt) {}

  private record Latest(LocalDate date, BigDecimal price) {}

  /** The price at which a product was last sold or bought; null while nobody knows. */
  @Nullable BigDecimal of(long product) {
    return known.getOrDefault(product, Optional.empty()).orElse(null);
  }

  /** Compares the prices of a portion with the known ones. */
  void compare(List<? extends Pending> written) {
    lookUp(written);
    for (Pending candidate : written) {
      LocalDate date = candidate.date();
      for (int i = 0; i < candidate.lines.size(); i++) {
        long product = candidate.lines.get(i).productId();
        BigDecimal price = candidate.content().get(i).unitPriceHt();
        if (price.signum() > 0) {
          known
              .getOrDefault(product, Optional.empty())
              .ifPresent(reference -> ratios.add(price.divide(reference, MathContext.DECIMAL32)));
          latest.merge(
              product, new Latest(date, price), (a, b) -> b.date().isBefore(a.date()) ? a : b);
        }
      }
    }
  }

  /**
   * Judges the file as a whole.
   *
   * @throws UnreadableFile FMT-016 when the median ratio is about 100 or 1/100 on five lines or
   *     more
   */
  void check() throws UnreadableFile {
    BigDecimal hundredfold = ratios.hundredfold();
    if (hundredfold != null) {
      throw new UnreadableFile(
          RuleBook.finding(
              "FMT-016",
              Place.FILE,
              null,
              "ratio",
              Figures.of(hundredfold.round(new MathContext(3))),
              "unit",
              feed.unitOf("unit_price_ht") == Feed.MoneyUnit.CENTIME
                  ? "reason.unit.centimes"
                  : "reason.unit.dinars"));
    }
  }

  /** The prices of this file are the reference of the next one. */
  void remember() {
    if (latest.isEmpty()) {
      return;
    }
    db.sql(Sql.file("sales/remember_prices.sql"))
        .param("direction", feed.direction().name())
        .param("products", latest.keySet().toArray(Long[]::new))
        .param(
            "prices",
            latest.values().stream().map(l -> l.price().toPlainString()).toArray(String[]::new))
        .param(
            "dates", latest.values().stream().map(l -> l.date().toString()).toArray(String[]::new))
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
    db.sql(
            "SELECT product_id, unit_price_ht FROM product_price"
                + " WHERE direction = :direction AND product_id = ANY (:ids)")
        .param("direction", feed.direction().name())
        .param("ids", open)
        .query(Known.class)
        .list()
        .forEach(k -> known.put(k.productId(), Optional.of(k.unitPriceHt())));
  }
}
