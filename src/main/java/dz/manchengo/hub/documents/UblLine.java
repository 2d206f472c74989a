package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of a UBL document, or a charge that is as good as one.
 *
 * @param line of the file
 * @param rate of VAT in per cent; null where nothing says it
 * @param cells by header
 */
record UblLine(int line, @Nullable BigDecimal rate, Map<String, Cell> cells) {
  static final String AMOUNT = "Montant ligne HT";
  static final String DISCOUNT = "Montant remise";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final int PRICE_DECIMALS = 6;

  /** The line, and one more for each charge on it. */
  static List<UblLine> of(UblElement outer, UblTax tax, String currency) {
    UblElement inner = outer.first("LineItem");
    UblElement line = inner == null ? outer : inner;
    UblElement item = line.first("Item");
    UblElement category = item == null ? null : item.first("ClassifiedTaxCategory");
    BigDecimal rate = tax.rate(category, line.all("TaxTotal"));
    Map<String, Cell> cells = new LinkedHashMap<>();
    String number = line.text("ID");
    cells.put(
        "N° ligne", NUMBER.matcher(number).matches() ? UblValue.number(number) : Cell.blank());
    if (item != null) {
      putItem(cells, item);
    }
    putQuantity(cells, line, currency);
    cells.put("Taux TVA", UblValue.number(rate));
    cells.put("Motif d'exonération", UblValue.text(tax.exemption(category)));
    cells.put("TVA ligne", UblValue.amount(line.first("TaxTotal/TaxAmount"), currency));
    cells.put(AMOUNT, UblValue.amount(line.first("LineExtensionAmount"), currency));
    return withAllowances(new UblLine(outer.line(), rate, cells), line, currency);
  }

  private static void putItem(Map<String, Cell> cells, UblElement item) {
    String seller = item.text("SellersItemIdentification/ID");
    String buyer = item.text("BuyersItemIdentification/ID");
    String standard = item.text("StandardItemIdentification/ID");
    cells.put("Code article", UblValue.text(first(seller, standard, buyer)));
    cells.put("Code article client", UblValue.text(first(buyer, seller, standard)));
    cells.put("Désignation", UblValue.text(item.text("Name", "Description")));
    cells.put("N° lot", UblValue.text(item.text("ItemInstance/LotIdentification/LotNumberID")));
    cells.put("DLC", UblValue.date(item.text("ItemInstance/LotIdentification/ExpiryDate")));
  }

  private static String first(String... texts) {
    return java.util.Arrays.stream(texts).filter(text -> !text.isEmpty()).findFirst().orElse("");
  }

  private static void putQuantity(Map<String, Cell> cells, UblElement line, String currency) {
    for (String name : List.of("InvoicedQuantity", "CreditedQuantity", "Quantity")) {
      UblElement quantity = line.first(name);
      if (quantity != null) {
        cells.put("Qté", UblValue.number(quantity.text()));
        cells.put("Unité", UblValue.text(quantity.attribute("unitCode")));
      }
    }
    cells.put("Prix unitaire HT", price(line, currency));
    cells.put(
        "Date livraison",
        UblValue.date(
            line.text(
                "Delivery/RequestedDeliveryPeriod/EndDate",
                "Delivery/RequestedDeliveryPeriod/StartDate")));
  }

  /** For one unit: a price may be that of a hundred (BT-149). */
  private static Cell price(UblElement line, String currency) {
    Cell price = UblValue.amount(line.first("Price/PriceAmount"), currency);
    BigDecimal amount = UblValue.of(price);
    BigDecimal base = UblValue.decimal(line.text("Price/BaseQuantity"));
    return amount == null || base == null || base.signum() <= 0 || isOne(base)
        ? price
        : new Cell.Numeric(amount.divide(base, PRICE_DECIMALS, RoundingMode.HALF_UP));
  }

  private static boolean isOne(BigDecimal base) {
    return base.compareTo(BigDecimal.ONE) == 0;
  }

  private static List<UblLine> withAllowances(UblLine line, UblElement element, String currency) {
    List<UblLine> lines = new ArrayList<>(List.of(line));
    for (UblElement allowance : element.all("AllowanceCharge")) {
      Cell amount = UblValue.amount(allowance.first("Amount"), currency);
      if (!isCharge(allowance)) {
        line.cells.put(DISCOUNT, sum(line.cells.get(DISCOUNT), amount, 1));
      } else {
        line.cells.put(AMOUNT, sum(line.cells.get(AMOUNT), amount, -1));
        lines.add(charge(allowance, amount, line.rate, line.cells.get("Motif d'exonération")));
      }
    }
    return lines;
  }

  static boolean isCharge(UblElement allowance) {
    return allowance.text("ChargeIndicator").equals("true")
        || allowance.text("ChargeIndicator").equals("1");
  }

  /** What is added to the goods, as a line of its own. */
  static UblLine charge(
      UblElement charge, Cell amount, @Nullable BigDecimal rate, @Nullable Cell exemption) {
    String reason = charge.text("AllowanceChargeReason");
    Map<String, Cell> cells = new LinkedHashMap<>();
    cells.put("Désignation", new Cell.Text(reason.isEmpty() ? "Frais" : reason));
    cells.put("Qté", new Cell.Numeric(BigDecimal.ONE));
    cells.put("Prix unitaire HT", amount);
    cells.put("Taux TVA", UblValue.number(rate));
    cells.put("Motif d'exonération", exemption == null ? Cell.blank() : exemption);
    cells.put(AMOUNT, amount);
    return new UblLine(charge.line(), rate, cells);
  }

  /** An amount that is no number stays visible, and is refused. */
  private static Cell sum(@Nullable Cell before, Cell amount, int sign) {
    BigDecimal number = UblValue.of(amount);
    if (number == null) {
      return amount.isBlank() ? Objects.requireNonNullElse(before, Cell.blank()) : amount;
    }
    BigDecimal signed = sign < 0 ? number.negate() : number;
    BigDecimal sum = before == null ? null : UblValue.of(before);
    return new Cell.Numeric(sum == null ? signed : sum.add(signed));
  }

  /** Takes a part of a document's allowance off. */
  void take(BigDecimal share) {
    cells.put(DISCOUNT, sum(cells.get(DISCOUNT), new Cell.Numeric(share), 1));
    cells.put(AMOUNT, sum(cells.get(AMOUNT), new Cell.Numeric(share), -1));
  }

  /** Net amount; null where the file has none that is a number. */
  @Nullable BigDecimal amount() {
    Cell amount = cells.get(AMOUNT);
    return amount == null ? null : UblValue.of(amount);
  }
}
