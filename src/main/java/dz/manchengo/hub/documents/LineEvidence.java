package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the values of a column belong to the lines: they vary inside a document, or where they
 * never do, they are each line's quantity × price and not the document's sum (domain notes §7.2).
 */
final class LineEvidence {
  private static final Set<String> FIELDS = Set.of("total_ht", "total_vat", "total_ttc");
  private static final BigDecimal CLOSE = BigDecimal.ONE;

  private int document = -1;
  private @Nullable BigDecimal first;
  private int values;
  private boolean varies;
  private boolean fits;
  private boolean misses;

  private long several;
  private long varying;
  private boolean seenFitting;
  private boolean seenMissing;

  static boolean matters(Layout.Column column) {
    return FIELDS.contains(column.match().fields().get(0).name());
  }

  /**
   * Adds a row's value.
   *
   * @param gross the row's quantity × price; null when it is not known
   */
  void add(int rowsDocument, BigDecimal value, @Nullable BigDecimal gross) {
    if (rowsDocument != document) {
      end();
      document = rowsDocument;
    }
    first = first == null ? value : first;
    varies |= first.compareTo(value) != 0;
    values++;
    if (gross != null) {
      boolean close = gross.subtract(value).abs().compareTo(CLOSE) < 0;
      fits |= close;
      misses |= !close;
    }
  }

  /** The document is over. */
  void end() {
    if (values > 1) {
      several++;
      varying += varies ? 1 : 0;
      seenFitting |= fits;
      seenMissing |= misses;
    }
    first = null;
    values = 0;
    varies = false;
    fits = false;
    misses = false;
  }

  /** One document with two totals is a mistake (FIL-013), most of them are lines. */
  boolean isOfLine(boolean mayEqualGross) {
    boolean mostlyVaries = several > 0 && varying * 2 >= several;
    return mostlyVaries || (mayEqualGross && seenFitting && !seenMissing);
  }
}
