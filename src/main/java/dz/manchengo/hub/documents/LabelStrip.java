package dz.manchengo.hub.documents;

import java.util.List;

/**
 * « Numéro | Date | Code client | Mode de règlement » over their values, above the lines of a form:
 * labels, and not the header of the table, however many they are.
 */
final class LabelStrip {
  private static final List<String> AMOUNTS = List.of("line_ht", "line_ttc");

  /** Of « Client | SARL Amel » below it. */
  private static final int MOST_BESIDE = 2;

  private LabelStrip() {}

  /** Whether that header is one: it has one row of values, and the lines begin further down. */
  static boolean isOne(Layout layout, List<Layout> all) {
    return !hasLines(layout)
        && all.stream()
            .filter(LabelStrip::hasLines)
            .anyMatch(lines -> isAbove(layout, lines.headerRows().get(0).number()));
  }

  private static boolean hasLines(Layout layout) {
    return layout.has("qty")
        && (layout.has("description") || layout.has("product_code"))
        && (PriceUnits.PRICES.stream().anyMatch(layout::has)
            || AMOUNTS.stream().anyMatch(layout::has));
  }

  private static boolean isAbove(Layout layout, int lines) {
    int header = layout.headerRow().number();
    List<SourceRow> between =
        layout.sheet().head().stream()
            .filter(row -> row.number() > header && row.number() < lines)
            .filter(row -> !row.isBlank())
            .toList();
    return !between.isEmpty()
        && between.get(0).number() == header + 1
        && between.stream().skip(1).allMatch(row -> filled(row) <= MOST_BESIDE);
  }

  private static long filled(SourceRow row) {
    return row.cells().stream().filter(cell -> !cell.isBlank()).count();
  }
}
