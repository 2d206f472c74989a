package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the prices of a file stand to the known ones, product by product: one article whose price was
 * mistyped, here or in an earlier file, says nothing of the unit that a file is in.
 */
final class PriceRatios {
  private static final int FEWEST_LINES = 5;
  private static final int FEWEST_PRODUCTS = 2;
  private static final int MOST_TOLD = 50;

  private final Map<Long, Counts> products = new HashMap<>();
  private final List<Off> off = new ArrayList<>();
  private long lines;

  /** Which way a price is about a hundred times off. */
  private enum Way {
    DOWN("0.0079999", "0.0125"),
    UP("79.9999", "125");

    private final BigDecimal above;
    private final BigDecimal most;

    Way(String above, String most) {
      this.above = new BigDecimal(above);
      this.most = new BigDecimal(most);
    }

    private boolean holds(BigDecimal ratio) {
      return ratio.compareTo(above) > 0 && ratio.compareTo(most) <= 0;
    }
  }

  /** Of one product; which of its lines are off, and how many there are. */
  private static final class Counts {
    private int all;
    private int down;
    private int up;
    private boolean told;

    private boolean isOff(Way way) {
      return (way == Way.UP ? up : down) * 2 > all;
    }
  }

  /**
   * A line whose price is about a hundred times the known one, or a hundredth of it.
   *
   * @param known the usual price of the product, in the unit of the hub as {@code price} is
   */
  record Off(
      Place place,
      @Nullable String document,
      String product,
      BigDecimal price,
      BigDecimal known,
      BigDecimal ratio) {}

  /** What a file whose prices are off shows of it: of so many known products so many. */
  record Hundredfold(Off example, long off, int known) {}

  /**
   * Takes a line in whose product has a known price.
   *
   * @param line asked for where it is to be told of
   */
  void add(long product, BigDecimal ratio, Supplier<Off> line) {
    lines++;
    Counts counts = products.computeIfAbsent(product, p -> new Counts());
    counts.all++;
    boolean down = Way.DOWN.holds(ratio);
    boolean up = Way.UP.holds(ratio);
    counts.down += down ? 1 : 0;
    counts.up += up ? 1 : 0;
    if ((down || up) && !counts.told && off.size() < MOST_TOLD) {
      counts.told = true;
      off.add(line.get());
    }
  }

  /**
   * What condemns the file: most of its known products, at least two, are a hundred times off the
   * same way, on five lines or more (FMT-016); else null.
   */
  @Nullable Hundredfold hundredfold() {
    for (Way way : Way.values()) {
      long wrong = products.values().stream().filter(counts -> counts.isOff(way)).count();
      if (lines >= FEWEST_LINES && wrong >= FEWEST_PRODUCTS && wrong * 2 > products.size()) {
        return off.stream()
            .filter(line -> way.holds(line.ratio()))
            .findFirst()
            .map(line -> new Hundredfold(line, wrong, products.size()))
            .orElse(null);
      }
    }
    return null;
  }

  /** The first such line of each product (FMT-029). */
  List<Off> off() {
    return off;
  }
}
