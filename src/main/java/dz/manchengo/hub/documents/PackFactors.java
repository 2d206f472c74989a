package dz.manchengo.hub.documents;

import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * « Qté/colis », « Colisage », « PCB » of a line: how much is in a pack, and no quantity of the
 * line. Beside « Nb colis » and « Quantité » it has to give the quantity (FMT-032); beside « Nb
 * colis » alone nobody knows whether the price is the pack's, unless an amount is compared
 * (FMT-033).
 */
final class PackFactors {
  private static final String PACKS =
      "(?:colis|cartons?|ctn|caisses?|cs|fardeaux?|packs?|paquets?|palettes?|box|case)";

  private static final Pattern FACTOR =
      Pattern.compile(
          "\\s*(?:(?:qte|quantite|qty|nb|nbre|nombre|unites?|pieces?|pcs|units?|u)\\b[ .a-z]*?"
              + "(?:/|\\bpar\\b|\\bper\\b)\\s*"
              + PACKS
              + "|colisage|p\\.?c\\.?b\\.?)\\s*");

  private static final Pattern OF_PACKS = Pattern.compile("\\b" + PACKS + "\\b");

  private static final Set<String> DOCUMENTS = Set.of("invoices", "orders");
  private static final Set<String> AMOUNTS =
      Set.of("line_ht", "line_ttc", "total_ht", "total_ttc", "net_to_pay");

  private final Layout.@Nullable Column factor;
  private final Layout.@Nullable Column quantity;
  private final Layout.@Nullable Column packs;
  private final boolean proved;

  /**
   * Those of a sheet.
   *
   * @param byField the columns that are read
   */
  PackFactors(Layout layout, Feed feed, Map<String, ColumnSurvey> byField) {
    ColumnSurvey read = byField.get("qty");
    boolean matters = read != null && DOCUMENTS.contains(feed.document());
    List<Layout.Column> factors =
        layout.columns().stream()
            .filter(column -> column.match().isUnknown() && isFactor(column.header()))
            .toList();
    this.factor = matters && factors.size() == 1 ? factors.get(0) : null;
    this.quantity = read == null ? null : read.column();
    this.packs =
        layout.columns().stream()
            .filter(column -> column.means("qty") && !column.equals(quantity))
            .filter(column -> isOfPacks(column.header()))
            .findFirst()
            .orElse(null);
    this.proved = AMOUNTS.stream().anyMatch(byField::containsKey);
  }

  /** Whether a header says how much a pack holds: « Qté/colis », and not « Qté colis ». */
  static boolean isFactor(String header) {
    return FACTOR.matcher(Typography.fold(Typography.plain(header))).matches();
  }

  private static boolean isOfPacks(String header) {
    return OF_PACKS.matcher(HeaderName.normalise(header)).find();
  }

  /** Compares a row, whose quantity has been read. */
  void check(SourceRow source, DataRow row) {
    BigDecimal qty = row.number("qty");
    BigDecimal held = factor == null ? null : CellValue.exact(source.cell(factor.index()));
    if (qty == null || held == null || held.signum() <= 0) {
      return;
    }
    Layout.Column column = Objects.requireNonNull(quantity);
    if (packs != null) {
      BigDecimal number = CellValue.exact(source.cell(packs.index()));
      if (number != null && number.multiply(held).compareTo(qty) != 0) {
        tell("FMT-032", column, row, qty, number, held);
      }
    } else if (!proved && isOfPacks(column.header()) && held.compareTo(BigDecimal.ONE) != 0) {
      tell("FMT-033", column, row, qty, qty, held);
    }
  }

  private static void tell(
      String rule,
      Layout.Column column,
      DataRow row,
      BigDecimal qty,
      BigDecimal number,
      BigDecimal held) {
    String value = Figures.of(qty);
    row.add(
        RuleBook.finding(
            rule,
            row.place().at(column.header()),
            value,
            "value",
            value,
            "field",
            column.header().strip(),
            "n",
            Figures.of(number),
            "factor",
            Figures.of(held),
            "product",
            Figures.of(number.multiply(held))));
  }
}
