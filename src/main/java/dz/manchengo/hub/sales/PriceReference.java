package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.UnreadableFile;
import dz.manchengo.hub.platform.Figures;
import dz.manchengo.hub.platform.Sql;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The latest price of each product, to notice a file whose amounts are a hundred times too large or
 * too small (FMT-016: dinars and centimes are both in use).
 */
@Component
class PriceReference {
  private static final int FEWEST_LINES = 5;
  private static final BigDecimal TOO_LARGE_FROM = BigDecimal.valueOf(80);
  private static final BigDecimal TOO_LARGE_TO = BigDecimal.valueOf(125);
  private static final BigDecimal TOO_SMALL_FROM = new BigDecimal("0.008");
  private static final BigDecimal TOO_SMALL_TO = new BigDecimal("0.0125");

  private final JdbcClient db;

  PriceReference(JdbcClient db) {
    this.db = db;
  }

  record Known(long productId, BigDecimal unitPriceHt) {}

  private record Latest(LocalDate date, BigDecimal price) {}

  /**
   * Compares the file's prices with the known ones.
   *
   * @throws UnreadableFile FMT-016 when the median ratio is about 100 or 1/100 on five lines or
   *     more
   */
  void check(Invoice.Direction direction, Feed.MoneyUnit unit, List<Candidate> candidates)
      throws UnreadableFile {
    Map<Long, BigDecimal> known = known(direction, candidates);
    List<BigDecimal> ratios = new ArrayList<>();
    for (Candidate candidate : candidates) {
      for (int i = 0; i < candidate.lines.size(); i++) {
        BigDecimal reference = known.get(candidate.lines.get(i).productId());
        BigDecimal price = candidate.invoice().lines().get(i).unitPriceHt();
        if (reference != null && price.signum() > 0) {
          ratios.add(price.divide(reference, MathContext.DECIMAL32));
        }
      }
    }
    if (ratios.size() >= FEWEST_LINES) {
      ratios.sort(null);
      refuseIfHundredfold(ratios.get(ratios.size() / 2), unit);
    }
  }

  private static void refuseIfHundredfold(BigDecimal median, Feed.MoneyUnit unit)
      throws UnreadableFile {
    if (isBetween(median, TOO_LARGE_FROM, TOO_LARGE_TO)
        || isBetween(median, TOO_SMALL_FROM, TOO_SMALL_TO)) {
      throw new UnreadableFile(
          RuleBook.finding("FMT-016", Place.FILE, null, "ratio", Figures.of(median), "unit", unit));
    }
  }

  /** The prices of this file are the reference of the next one. */
  void remember(Invoice.Direction direction, List<Candidate> written) {
    Map<Long, Latest> latest = new TreeMap<>(); // in order: two files never wait crosswise
    for (Candidate candidate : written) {
      LocalDate date = candidate.invoice().date();
      for (int i = 0; i < candidate.lines.size(); i++) {
        BigDecimal price = candidate.invoice().lines().get(i).unitPriceHt();
        if (price.signum() > 0) {
          latest.merge(
              candidate.lines.get(i).productId(),
              new Latest(date, price),
              (a, b) -> b.date().isBefore(a.date()) ? a : b);
        }
      }
    }
    if (latest.isEmpty()) {
      return;
    }
    db.sql(Sql.file("sales/remember_prices.sql"))
        .param("direction", direction.name())
        .param("products", latest.keySet().toArray(Long[]::new))
        .param(
            "prices",
            latest.values().stream().map(l -> l.price().toPlainString()).toArray(String[]::new))
        .param(
            "dates", latest.values().stream().map(l -> l.date().toString()).toArray(String[]::new))
        .update();
  }

  private Map<Long, BigDecimal> known(Invoice.Direction direction, List<Candidate> candidates) {
    Map<Long, BigDecimal> known = new HashMap<>();
    db.sql(
            "SELECT product_id, unit_price_ht FROM product_price"
                + " WHERE direction = :direction AND product_id = ANY (:ids)")
        .param("direction", direction.name())
        .param(
            "ids",
            candidates.stream()
                .flatMap(c -> c.lines.stream())
                .map(ResolvedLine::productId)
                .distinct()
                .toArray(Long[]::new))
        .query(Known.class)
        .list()
        .forEach(k -> known.put(k.productId(), k.unitPriceHt()));
    return known;
  }

  private static boolean isBetween(BigDecimal value, BigDecimal from, BigDecimal to) {
    return value.compareTo(from) >= 0 && value.compareTo(to) <= 0;
  }
}
