package dz.manchengo.hub.documents;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form of « Désignation ; Montant HT » and no more: what it invoices is done once, at its amount
 * (INV-053). Its « Total HT » is what its lines come to, or refuses it. A column « Montant » is
 * without tax where that total is its sum (decision 0038).
 */
final class ServiceForm {
  private static final BigDecimal CLOSE = new BigDecimal("0.02");
  private static final Set<String> OF_ARTICLES =
      Set.of("product_code", "qty", "unit_price_ht", "unit_price_net_ht", "unit_price_ttc");
  private static final List<String> AMOUNTS = List.of("line_ht", "total_ht", BareAmount.FIELD);

  private ServiceForm() {}

  /** Whether these columns may be all that such a form has. */
  static boolean may(List<Layout.Column> columns) {
    return columns.stream().anyMatch(column -> column.means("description"))
        && columns.stream().anyMatch(ServiceForm::isAmount);
  }

  /** Whether a row may head one: it is no form if number or total are missing. */
  static boolean isLikely(SourceSheet sheet, Aliases aliases) {
    return sheet.head().stream()
        .map(SourceRow::cells)
        .anyMatch(
            cells ->
                cells.stream().anyMatch(c -> means(c, List.of("description"), aliases))
                    && cells.stream().anyMatch(c -> means(c, AMOUNTS, aliases)));
  }

  private static boolean means(Cell cell, List<String> fields, Aliases aliases) {
    Aliases.Match match = aliases.exactly(cell.text(), List.of("LINE", "INVOICE"));
    return match.fields().stream().anyMatch(field -> fields.contains(field.name()));
  }

  /** Whether the sheet is one. */
  static boolean isOne(Layout layout) {
    List<Layout.Column> own = layout.ownColumns();
    List<Layout.Column> titles =
        layout.columns().stream().filter(c -> c.index() >= layout.titles().from()).toList();
    boolean form =
        titles.stream().anyMatch(ServiceForm::numbersInvoice)
            && titles.stream().anyMatch(column -> column.means("total_ht"));
    return (form || isNoted(layout))
        && own.stream().anyMatch(column -> column.means("description"))
        && own.stream().anyMatch(c -> c.means("line_ht") || c.means("total_ht"))
        && OF_ARTICLES.stream().noneMatch(layout::has);
  }

  /** Out of such a form, on the sheet « À corriger ». */
  private static boolean isNoted(Layout layout) {
    return ReadingNote.in(layout).words().contains(ReadingNote.SERVICES) && layout.has("total_ht");
  }

  private static boolean numbersInvoice(Layout.Column column) {
    return (column.means("doc_no") || column.means(CreditNumbers.FIELD))
        && column.match().fields().get(0).scope().equals("INVOICE");
  }

  private static boolean isAmount(Layout.Column column) {
    return AMOUNTS.stream().anyMatch(column::means);
  }

  /** The table with its column « Montant » as the total below proves it. */
  static Layout settled(Layout table, Aliases aliases) throws UnreadableFile, IOException {
    Layout.Column bare = only(table);
    BigDecimal total = total(table);
    if (bare == null || total == null || OF_ARTICLES.stream().anyMatch(table::has)) {
      return table;
    }
    BigDecimal sum = sum(table, bare);
    if (sum == null || sum.subtract(total).abs().compareTo(CLOSE) > 0) {
      return table;
    }
    Aliases.Match ofLine = aliases.exactly("line_ht", List.of("LINE"));
    List<Layout.Column> columns = new ArrayList<>(table.columns());
    columns.replaceAll(
        column ->
            column.equals(bare)
                ? new Layout.Column(column.index(), column.header(), ofLine)
                : column);
    return new Layout(
        table.sheet(),
        table.headerIndex(),
        table.headerRow(),
        columns,
        table.score(),
        table.details(),
        table.joined(),
        table.titles());
  }

  private static Layout.@Nullable Column only(Layout table) {
    List<Layout.Column> amounts =
        table.ownColumns().stream().filter(ServiceForm::isAmount).toList();
    return amounts.size() == 1 && amounts.get(0).means(BareAmount.FIELD) ? amounts.get(0) : null;
  }

  /** « Total HT » below the table. */
  private static @Nullable BigDecimal total(Layout table) throws UnreadableFile, IOException {
    Layout.Column column =
        table.columns().stream()
            .filter(c -> c.index() >= table.titles().from() && c.means("total_ht"))
            .findFirst()
            .orElse(null);
    BigDecimal[] total = new BigDecimal[1];
    if (column != null) {
      table
          .sheet()
          .read(
              row -> {
                boolean line = isLine(row, table);
                total[0] = line ? CellValue.exact(row.cell(column.index())) : null;
                return !line;
              });
    }
    return total[0];
  }

  /** What stands in the column above the totals; null where a cell is no number beyond doubt. */
  private static @Nullable BigDecimal sum(Layout table, Layout.Column column)
      throws UnreadableFile, IOException {
    int end = table.titles().trailers().stream().min(Integer::compare).orElse(0);
    BigDecimal[] sum = {BigDecimal.ZERO};
    table
        .sheet()
        .read(
            row -> {
              Cell cell = row.cell(column.index());
              if (isLine(row, table) && row.number() < end && !cell.isBlank()) {
                BigDecimal one = CellValue.exact(cell);
                sum[0] = one == null || sum[0] == null ? null : sum[0].add(one);
              }
              return row.number() < end;
            });
    return sum[0];
  }

  private static boolean isLine(SourceRow row, Layout table) {
    return row.number() > table.headerRow().number()
        && !row.isBlank()
        && !table.titles().trailers().contains(row.number());
  }
}
