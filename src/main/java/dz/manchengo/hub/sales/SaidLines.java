package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.NameKey;
import dz.manchengo.hub.documents.Invoice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What all lines of one product say in one invoice or order, besides quantity and price.
 *
 * @param lineHt their amounts together, DA
 * @param uoms codes of units, parted by {@link #PART}; empty where none is named, as are lots
 */
record SaidLines(
    long documentId,
    long productId,
    BigDecimal lineHt,
    String vatRates,
    String uoms,
    String lots,
    String descriptions) {
  private static final String PART = "\u001f";
  private static final BigDecimal CENT = new BigDecimal("0.01");

  /** Of an invoice that has been read. */
  static List<SaidLines> of(Candidate candidate) {
    return of(candidate, candidate.assessed().computed().lines());
  }

  /** Of a document that has been read, with what its lines come to. */
  static List<SaidLines> of(Pending candidate, List<ComputedInvoice.ComputedLine> computed) {
    Map<Long, List<Integer>> byProduct = new LinkedHashMap<>();
    for (int i = 0; i < candidate.lines.size(); i++) {
      byProduct.computeIfAbsent(candidate.lines.get(i).productId(), p -> new ArrayList<>()).add(i);
    }
    return byProduct.entrySet().stream()
        .map(one -> of(candidate, computed, one.getKey(), one.getValue()))
        .toList();
  }

  private static SaidLines of(
      Pending candidate,
      List<ComputedInvoice.ComputedLine> computed,
      long product,
      List<Integer> indexes) {
    List<Invoice.Line> lines = candidate.content();
    return new SaidLines(
        0,
        product,
        indexes.stream()
            .map(i -> computed.get(i).ht().amount())
            .reduce(BigDecimal.ZERO, BigDecimal::add),
        joined(
            indexes, i -> lines.get(i).vatRate().setScale(2, RoundingMode.HALF_UP).toPlainString()),
        joined(indexes, i -> candidate.lines.get(i).uom()),
        joined(indexes, i -> lines.get(i).lotCode()),
        joined(indexes, i -> lines.get(i).description()));
  }

  private static String joined(List<Integer> indexes, Function<Integer, @Nullable String> part) {
    return indexes.stream()
        .map(part)
        .filter(text -> text != null && !text.isBlank())
        .distinct()
        .collect(Collectors.joining(PART));
  }

  /** Whether nothing that both say differs. */
  boolean agreesWith(SaidLines other) {
    BigDecimal rounding = CENT.multiply(BigDecimal.valueOf(2));
    return lineHt.subtract(other.lineHt).abs().compareTo(rounding) <= 0
        && same(vatRates, other.vatRates)
        && same(uoms, other.uoms)
        && same(lots, other.lots)
        && same(named(descriptions), named(other.descriptions));
  }

  private static boolean same(String a, String b) {
    return a.isEmpty() || b.isEmpty() || parts(a).equals(parts(b));
  }

  private static Set<String> parts(String text) {
    return Set.copyOf(List.of(text.split(PART, -1)));
  }

  private static String named(String texts) {
    return Stream.of(texts.split(PART, -1)).map(NameKey::of).collect(Collectors.joining(PART));
  }

  /** The unit that they are all in; null where none or several are named. */
  @Nullable String uom() {
    return onlyOne(uoms);
  }

  /** The lot that they are all of; null where none or several are named. */
  @Nullable String lot() {
    return onlyOne(lots);
  }

  private static @Nullable String onlyOne(String text) {
    return text.isEmpty() || text.contains(PART) ? null : text;
  }

  /** Whether a unit or a lot is named where the other names none. */
  boolean tellsMoreThan(SaidLines other) {
    return (other.uoms.isEmpty() && !uoms.isEmpty()) || (other.lots.isEmpty() && !lots.isEmpty());
  }
}
