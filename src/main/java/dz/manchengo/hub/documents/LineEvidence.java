package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the values of a column belong to the lines: they vary inside a document, or where they
 * never do, they follow from each line's quantity × price and not from the document's sum (domain
 * notes §7.2).
 */
final class LineEvidence {
  /**
   * What a column may be of its lines' quantity × price.
   *
   * @param close what rounding and tidying may differ by, for each line
   */
  private record Share(BigDecimal close, List<BigDecimal> factors) {
    static Share of(String close, String... factors) {
      return new Share(
          new BigDecimal(close), List.of(factors).stream().map(BigDecimal::new).toList());
    }
  }

  /** What rounding alone may differ by. */
  private static final BigDecimal ROUNDING = new BigDecimal("0.02");

  private static final Map<String, Share> SHARES =
      Map.of(
          "total_ht", Share.of("0.99", "1"),
          "total_vat", Share.of("0.02", "0.19", "0.09", "0.17", "0.07"),
          "total_ttc", Share.of("0.05", "1.19", "1.09", "1.17", "1.07", "1"));

  private final @Nullable Share share;
  private int document = -1;
  private final List<List<@Nullable BigDecimal>> grosses = new ArrayList<>();
  private @Nullable BigDecimal first;
  private int values;
  private boolean varies;
  private boolean doubtful;

  private long several;
  private long varying;
  private long doubts;
  private long doubtsVarying;
  private long ofLines;
  private long ofDocuments;
  private long alone;
  private long aloneOfLine;

  LineEvidence(Layout.Column column) {
    this.share = SHARES.get(column.match().fields().get(0).name());
  }

  /** Whether the question arises for this column. */
  boolean matters() {
    return share != null;
  }

  /**
   * Adds a row's value.
   *
   * @param both the row's quantity × price as either decimal mark has it; null where not known
   */
  void add(int rowsDocument, BigDecimal value, List<@Nullable BigDecimal> both) {
    if (rowsDocument != document) {
      end();
      document = rowsDocument;
    }
    first = first == null ? value : first;
    varies |= first.compareTo(value) != 0;
    values++;
    if (!varies && both.stream().anyMatch(Objects::nonNull)) {
      grosses.add(both);
    }
  }

  /** The document is over. */
  void end() {
    if (values > 1 && doubtful) {
      doubts++;
      doubtsVarying += varies ? 1 : 0;
    } else if (values > 1) {
      several++;
      varying += varies ? 1 : 0;
      if (share != null && first != null && grosses.size() == values) {
        weigh(share, first);
      }
    } else if (share != null && first != null && grosses.size() == 1) {
      alone++;
      aloneOfLine += isLine(share, first) ? 1 : 0;
    }
    grosses.clear();
    first = null;
    values = 0;
    varies = false;
    doubtful = false;
  }

  /** The next value may be another document's, of which the number is missing. */
  void doubt() {
    doubtful = true;
  }

  /**
   * One value on all lines: is it what every line gives, or what they give together? Of many lines
   * of a dinar it may be both within what tidying allows: then the one that it is to the centime.
   */
  private void weigh(Share of, BigDecimal value) {
    boolean both = isLine(of, value) && isWhole(of, value);
    Share closer = both ? new Share(ROUNDING, of.factors()) : of;
    boolean line = isLine(closer, value);
    boolean whole = isWhole(closer, value);
    ofLines += line && !whole ? 1 : 0;
    ofDocuments += whole && !line ? 1 : 0;
  }

  private boolean isLine(Share of, BigDecimal value) {
    return marks().anyMatch(m -> m.stream().allMatch(gross -> follows(of, value, gross, 1)));
  }

  private boolean isWhole(Share of, BigDecimal value) {
    return marks()
        .map(mark -> mark.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .anyMatch(sum -> follows(of, value, sum, values));
  }

  /** What the lines give by each decimal mark with which all of them give something. */
  private Stream<List<BigDecimal>> marks() {
    return IntStream.range(0, 2)
        .mapToObj(i -> grosses.stream().map(both -> both.get(i)).toList())
        .filter(mark -> mark.stream().allMatch(Objects::nonNull));
  }

  private static boolean follows(Share of, BigDecimal value, BigDecimal gross, int lines) {
    BigDecimal close = of.close().multiply(BigDecimal.valueOf(lines));
    return of.factors().stream()
        .anyMatch(f -> gross.multiply(f).subtract(value).abs().compareTo(close) <= 0);
  }

  /** Where documents have one line each, most values are what the line gives. */
  boolean followsLines() {
    return ofDocuments == 0 && aloneOfLine * 2 > alone;
  }

  /** One document with two totals is a mistake (FIL-013), most of them are lines. */
  boolean isOfLine() {
    boolean mostlyVaries =
        several > 0
            ? varying * 2 >= several
            : doubts > 0 && doubtsVarying * 2 >= doubts && isLikely();
    return mostlyVaries || ofLines > ofDocuments;
  }

  /** Where none but documents in doubt vary, as many of the others must not say otherwise. */
  private boolean isLikely() {
    return alone - aloneOfLine < doubtsVarying;
  }
}
