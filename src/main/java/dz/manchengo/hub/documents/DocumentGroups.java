package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows by their document number, for telling a line's amount from its document's. */
final class DocumentGroups {
  private static final BigDecimal CLOSE = BigDecimal.ONE;

  private final List<SourceRow> rows;
  private final String[] documents;
  private final @Nullable Integer qty;
  private final @Nullable Integer price;

  DocumentGroups(List<Layout.Column> columns, List<SourceRow> rows) {
    this.rows = rows;
    this.documents = new String[rows.size()];
    Integer number = index(columns, "doc_no").orElse(null);
    String before = "";
    for (int i = 0; i < documents.length; i++) {
      String text = number == null ? "" : rows.get(i).cell(number).text().strip();
      before = text.isEmpty() ? before : text;
      documents[i] = before;
    }
    this.qty = index(columns, "qty").orElse(null);
    this.price = index(columns, "unit_price_ht").orElse(null);
  }

  /**
   * True if the column's values belong to the lines: they vary inside a document, or where they
   * never do, they are each line's quantity × price and not the document's sum.
   */
  boolean isOfLine(Layout.Column column) {
    Map<String, BigDecimal> first = new HashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    Set<String> varying = new HashSet<>();
    for (int i = 0; i < documents.length; i++) {
      BigDecimal value = value(i, column.index());
      if (value != null) {
        BigDecimal before = first.putIfAbsent(documents[i], value);
        if (before != null && before.compareTo(value) != 0) {
          varying.add(documents[i]);
        }
        counts.merge(documents[i], 1, Integer::sum);
      }
    }
    long several = counts.values().stream().filter(count -> count > 1).count();
    // one document with two totals is a mistake (FIL-013), most of them are lines
    boolean mostlyVaries = several > 0 && varying.size() * 2L >= several;
    return mostlyVaries || (column.means("total_ht") && constantButOfLine(column, counts));
  }

  private boolean constantButOfLine(Layout.Column column, Map<String, Integer> counts) {
    boolean seen = false;
    for (int i = 0; i < documents.length; i++) {
      BigDecimal value = value(i, column.index());
      BigDecimal gross = gross(i);
      if (value != null && gross != null && counts.getOrDefault(documents[i], 0) > 1) {
        if (gross.subtract(value).abs().compareTo(CLOSE) >= 0) {
          return false;
        }
        seen = true;
      }
    }
    return seen;
  }

  /** The number of the row's document, its own or the one above; empty when there is none. */
  String document(int row) {
    return documents[row];
  }

  private @Nullable BigDecimal gross(int row) {
    BigDecimal q = qty == null ? null : value(row, qty);
    BigDecimal p = price == null ? null : value(row, price);
    return q == null || p == null ? null : q.multiply(p);
  }

  private @Nullable BigDecimal value(int row, int column) {
    return ColumnMeanings.number(rows.get(row).cell(column));
  }

  private static Optional<Integer> index(List<Layout.Column> columns, String field) {
    return columns.stream().filter(c -> c.means(field)).map(Layout.Column::index).findFirst();
  }
}
