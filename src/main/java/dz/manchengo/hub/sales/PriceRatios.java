package dz.manchengo.hub.sales;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * How the prices of a file stand to the known ones, counted in five classes: enough to know in
 * which of them the median lies, however many lines there are.
 */
final class PriceRatios {
  private static final int FEWEST_LINES = 5;

  /** Upper ends of the classes; the second and the fourth are about a hundredth and a hundred. */
  private static final BigDecimal[] ENDS = {
    new BigDecimal("0.0079999"),
    new BigDecimal("0.0125"),
    new BigDecimal("79.9999"),
    new BigDecimal("125"),
  };

  private static final int[] HUNDREDFOLD = {1, 3};

  private final long[] counts = new long[ENDS.length + 1];
  private final BigDecimal[] sums = {
    BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO
  };

  void add(BigDecimal ratio) {
    int place = 0;
    while (place < ENDS.length && ratio.compareTo(ENDS[place]) > 0) {
      place++;
    }
    counts[place]++;
    sums[place] = sums[place].add(ratio);
  }

  /** The usual ratio when it is about 100 or 1/100 on five lines or more, else null (FMT-016). */
  @Nullable BigDecimal hundredfold() {
    long all = 0;
    for (long count : counts) {
      all += count;
    }
    int median = classOf(all / 2);
    for (int place : HUNDREDFOLD) {
      if (all >= FEWEST_LINES && median == place) {
        return sums[place].divide(BigDecimal.valueOf(counts[place]), MathContext.DECIMAL32);
      }
    }
    return null;
  }

  private int classOf(long rank) {
    long before = 0;
    for (int place = 0; place < counts.length; place++) {
      before += counts[place];
      if (rank < before) {
        return place;
      }
    }
    return counts.length;
  }
}
