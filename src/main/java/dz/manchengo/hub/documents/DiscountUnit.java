package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the number in a column « Remise » counts. */
enum DiscountUnit {
  PERCENT("discount_pct", Aliases.Type.PCT, "{reason.read.discount-pct}"),
  DINAR("discount_amount", Aliases.Type.MONEY, "{reason.read.discount-amount}");

  static final List<String> FIELDS = Stream.of(values()).map(DiscountUnit::field).toList();

  private final String field;
  private final Aliases.Type type;
  private final String label;

  DiscountUnit(String field, Aliases.Type type, String label) {
    this.field = field;
    this.type = type;
    this.label = label;
  }

  String field() {
    return field;
  }

  Aliases.Type type() {
    return type;
  }

  /** As the acknowledgement says it. */
  String label() {
    return label;
  }

  /** The phrase of {@code reasons.tsv} for the sentence of FMT-019. */
  String reason() {
    return this == PERCENT ? "reason.discount.percent" : "reason.discount.dinars";
  }

  /** What a discount takes from that line. */
  BigDecimal off(BigDecimal gross, BigDecimal discount) {
    return this == PERCENT ? gross.multiply(discount).movePointLeft(2) : discount;
  }

  /** The unit of that field; null for null. */
  static @Nullable DiscountUnit of(@Nullable String field) {
    return Stream.of(values()).filter(unit -> unit.field.equals(field)).findFirst().orElse(null);
  }

  /** The unit that a cell or a header names: {@code 5 %}, {@code 50 DA}; null when none. */
  static @Nullable DiscountUnit named(String text) {
    if (text.contains("%")) {
      return PERCENT;
    }
    String letters = text.replace(".", "").toUpperCase(Locale.ROOT);
    return letters.contains("DA") || letters.contains("DZD") || letters.contains("دج")
        ? DINAR
        : null;
  }
}
