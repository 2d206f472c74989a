package dz.manchengo.hub.stock;

import dz.manchengo.hub.catalog.ProductMatch;
import dz.manchengo.hub.catalog.WarehouseMatch;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.Severity;
import dz.manchengo.hub.documents.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row of a stock file on its way to the tables, with all that was found out so far. */
abstract class StockRow {
  final RawDocument raw;
  private final List<Finding> findings;
  private @Nullable ProductMatch product;
  private @Nullable WarehouseMatch warehouse;
  @Nullable LotMatch lot;
  private BigDecimal factor = BigDecimal.ONE;

  StockRow(RawDocument raw) {
    this.raw = raw;
    this.findings = new ArrayList<>(raw.findings());
  }

  /** Adds a finding in the column that gives the field. */
  final void tell(String rule, String field, @Nullable String value, Object... params) {
    findings.add(finding(rule, field, value, params));
  }

  /** Adds a rejection as the warning that it is where a record was made all the same. */
  final void warn(String rule, String field, @Nullable String value, Object... params) {
    findings.add(finding(rule, field, value, params).withSeverity(Severity.WARN));
  }

  final Finding finding(String rule, String field, @Nullable String value, Object... params) {
    return RuleBook.finding(rule, raw.place().at(column(field)), value, params)
        .withDocument(raw.number());
  }

  /** Header of the column that gives the field; empty where none does. */
  String column(String field) {
    return raw.headers().getOrDefault(field, "");
  }

  final List<Finding> findings() {
    return findings;
  }

  /** The findings as the feed sees them. */
  final void apply(Feed feed) {
    List<Finding> applied = feed.applied(findings);
    if (applied != findings) {
      findings.clear();
      findings.addAll(applied);
    }
  }

  final boolean stands() {
    return findings.stream().noneMatch(f -> f.severity().rejects());
  }

  @Nullable String text(String field) {
    return RawDocument.text(raw.header(), field);
  }

  final @Nullable BigDecimal number(String field) {
    return RawDocument.number(raw.header(), field);
  }

  /** Product codes are compared in capitals. */
  final @Nullable String productCode() {
    String code = text("product_code");
    return code == null ? null : code.toUpperCase(Locale.ROOT);
  }

  /** As the file names it. */
  final String productShown() {
    return Objects.requireNonNullElse(text("product_code"), String.valueOf(text("product_name")));
  }

  /** As the file names it; empty for none. */
  final String lotShown() {
    return Objects.requireNonNullElse(text("lot_code"), "");
  }

  final ProductMatch product() {
    return Objects.requireNonNull(product);
  }

  final WarehouseMatch warehouse() {
    return Objects.requireNonNull(warehouse);
  }

  final void resolve(ProductMatch match, BigDecimal factorToBase) {
    product = match;
    factor = factorToBase;
  }

  final void resolve(WarehouseMatch match) {
    warehouse = match;
  }

  final boolean isResolved() {
    return product != null && warehouse != null;
  }

  /** Whether a product that is kept by lots needs its lot named here. */
  boolean needsLot() {
    return true;
  }

  final @Nullable Long lotId() {
    return lot == null ? null : lot.id();
  }

  /** In the product's base unit. */
  final BigDecimal inBase(BigDecimal quantity) {
    return quantity.multiply(factor).setScale(4, RoundingMode.HALF_UP);
  }

  /** The cost of one base unit, DA, where the file gives that of its own unit. */
  final BigDecimal perBase(BigDecimal cost) {
    return cost.divide(factor, 6, RoundingMode.HALF_UP);
  }

  final Verdict verdict(Verdict.Outcome outcome) {
    return stands()
        ? new Verdict(raw, outcome, Verdict.Totals.ZERO, findings)
        : Verdict.rejected(raw, findings);
  }
}
