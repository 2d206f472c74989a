package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.KnownHeaders;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a revision changes in the lines, product by product: quantity and price, old → new. */
final class LineChanges {
  /** As many as a bookkeeper reads. */
  private static final int MOST = 6;

  private LineChanges() {}

  /** All lines of one product in one document, as the tables have them. */
  record Sum(
      long documentId,
      long productId,
      String product,
      BigDecimal quantity,
      BigDecimal lowestPrice,
      BigDecimal highestPrice) {

    Sum plus(Sum other) {
      return new Sum(
          documentId,
          productId,
          product,
          quantity.add(other.quantity),
          lowestPrice.min(other.lowestPrice),
          highestPrice.max(other.highestPrice));
    }

    String price() {
      String lowest = Figures.of(lowestPrice);
      return lowestPrice.compareTo(highestPrice) == 0
          ? lowest
          : lowest + "–" + Figures.of(highestPrice);
    }
  }

  static List<String> of(Pending candidate, List<Sum> before) {
    List<String> changes = new ArrayList<>();
    Map<Long, Sum> then = new LinkedHashMap<>();
    before.forEach(sum -> then.put(sum.productId(), sum));
    sums(candidate)
        .forEach(
            (product, now) -> {
              Sum former = then.remove(product);
              if (former == null) {
                changes.add("+ " + now.product() + " × " + Figures.of(now.quantity()));
              } else {
                compare(changes, candidate, former, now);
              }
            });
    then.values()
        .forEach(gone -> changes.add("− " + gone.product() + " × " + Figures.of(gone.quantity())));
    return changes;
  }

  /** The changes in a sentence; {@code otherwise} where nothing of what is compared changed. */
  static String told(List<String> changes, String otherwise) {
    if (changes.isEmpty()) {
      return otherwise;
    }
    String told = String.join(" ; ", changes.subList(0, Math.min(MOST, changes.size())));
    return changes.size() > MOST ? told + " ; … (+" + (changes.size() - MOST) + ")" : told;
  }

  private static void compare(List<String> changes, Pending candidate, Sum before, Sum now) {
    String quantity = Figures.of(before.quantity());
    if (!quantity.equals(Figures.of(now.quantity()))) {
      changes.add(
          now.product()
              + " "
              + label(candidate, "qty")
              + " "
              + quantity
              + " → "
              + Figures.of(now.quantity()));
    }
    if (!before.price().equals(now.price())) {
      changes.add(
          now.product()
              + " "
              + label(candidate, "unit_price_ht")
              + " "
              + before.price()
              + " → "
              + now.price());
    }
  }

  private static Map<Long, Sum> sums(Pending candidate) {
    Map<Long, Sum> sums = new LinkedHashMap<>();
    for (int i = 0; i < candidate.lines.size(); i++) {
      Invoice.Line line = candidate.content().get(i);
      String shown =
          Objects.requireNonNullElse(line.productCode(), String.valueOf(line.description()));
      BigDecimal price = line.unitPriceHt();
      long product = candidate.lines.get(i).productId();
      sums.merge(product, new Sum(0, product, shown, line.keptQuantity(), price, price), Sum::plus);
    }
    return sums;
  }

  /** The sender's own word for a field. */
  static String label(Pending candidate, String field) {
    String header = candidate.raw.headers().get(field);
    return header == null ? KnownHeaders.label(field) : header.strip();
  }
}
