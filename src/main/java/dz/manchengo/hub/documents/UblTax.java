package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The taxes of a document: its rates by category, and what of them is VAT and what stamp duty. */
final class UblTax {
  /** Exempt, outside of VAT, at zero, reverse charge, intra-community, export. */
  private static final Map<String, String> ZERO =
      Map.of(
          "E", "Exonéré de TVA",
          "O", "Hors du champ de la TVA",
          "Z", "Taux zéro",
          "AE", "Autoliquidation par le client",
          "K", "Livraison intracommunautaire",
          "G", "Exportation");

  private static final Pattern STAMP = Pattern.compile("(?i).*(timbre|stamp).*|DT");

  private final UblElement root;
  private final String currency;

  UblTax(UblElement root, String currency) {
    this.root = root;
    this.currency = currency;
  }

  /** Taxes of the document, in its own currency. */
  private Stream<UblElement> totals() {
    return root.all("TaxTotal").stream().filter(this::isInCurrency);
  }

  private boolean isInCurrency(UblElement total) {
    UblElement amount = total.first("TaxAmount");
    String own = amount == null ? "" : amount.attribute("currencyID");
    return own.isEmpty() || currency.isEmpty() || own.equals(currency);
  }

  /** Blank where the document states no tax. */
  Cell vat() {
    BigDecimal sum = null;
    for (UblElement total : totals().toList()) {
      Cell amount = UblValue.amount(total.first("TaxAmount"), currency);
      if (UblValue.of(amount) == null) {
        return amount;
      }
      sum = (sum == null ? BigDecimal.ZERO : sum).add(Objects.requireNonNull(UblValue.of(amount)));
    }
    BigDecimal stamp = UblValue.of(stamp());
    return UblValue.number(sum == null || stamp == null ? sum : sum.subtract(stamp));
  }

  /** Blank where there is none. */
  Cell stamp() {
    BigDecimal sum = null;
    for (UblElement subtotal : subtotals().filter(UblTax::isStamp).toList()) {
      BigDecimal amount = UblValue.decimal(subtotal.text("TaxAmount"));
      sum = amount == null ? sum : (sum == null ? amount : sum.add(amount));
    }
    return UblValue.number(sum);
  }

  private static boolean isStamp(UblElement subtotal) {
    return Stream.of("ID", "Name")
        .map(part -> subtotal.text("TaxCategory/TaxScheme/" + part))
        .anyMatch(text -> STAMP.matcher(text).matches());
  }

  private Stream<UblElement> subtotals() {
    return totals().flatMap(total -> total.all("TaxSubtotal").stream());
  }

  /** Rate of a line, or of an allowance; null where nothing says it. */
  @Nullable BigDecimal rate(@Nullable UblElement category, List<UblElement> ownTotals) {
    BigDecimal said = category == null ? null : stated(category);
    if (said == null) {
      said =
          ownTotals.stream()
              .flatMap(total -> total.all("TaxSubtotal").stream())
              .map(UblTax::statedBy)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
    }
    return said != null ? said : ofDocument(category == null ? "" : category.text("ID"));
  }

  private static @Nullable BigDecimal stated(UblElement category) {
    return ZERO.containsKey(category.text("ID"))
        ? BigDecimal.ZERO
        : UblValue.decimal(category.text("Percent"));
  }

  private static @Nullable BigDecimal statedBy(UblElement subtotal) {
    UblElement category = subtotal.first("TaxCategory");
    BigDecimal rate = category == null ? null : stated(category);
    return rate != null ? rate : UblValue.decimal(subtotal.text("Percent"));
  }

  /** The only rate of the document, or of the category in it. */
  private @Nullable BigDecimal ofDocument(String category) {
    Set<BigDecimal> rates =
        subtotals()
            .filter(subtotal -> !isStamp(subtotal))
            .filter(s -> category.isEmpty() || s.text("TaxCategory/ID").equals(category))
            .map(UblTax::statedBy)
            .filter(Objects::nonNull)
            .map(BigDecimal::stripTrailingZeros)
            .collect(Collectors.toSet());
    return rates.size() == 1 ? rates.iterator().next() : null;
  }

  /** Why a category is without VAT; empty for one that is not. */
  String exemption(@Nullable UblElement category) {
    String id = category == null ? "" : category.text("ID");
    if (!ZERO.containsKey(id) || category == null) {
      return "";
    }
    String own = category.text("TaxExemptionReason");
    String ofDocument =
        subtotals()
            .filter(subtotal -> subtotal.text("TaxCategory/ID").equals(id))
            .map(subtotal -> subtotal.text("TaxCategory/TaxExemptionReason"))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(ZERO.getOrDefault(id, ""));
    return own.isEmpty() ? ofDocument : own;
  }
}
