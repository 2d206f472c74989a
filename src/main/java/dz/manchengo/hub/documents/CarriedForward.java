package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Amounts above which rows are not all in the sheet: of an earlier month or year, and « Report » at
 * the head of a page, to which the page's own rows are added for its « À reporter ».
 */
final class CarriedForward {
  private final Map<String, BigDecimal> earlier = new HashMap<>();
  private Map<String, BigDecimal> page = Map.of();
  private Map<String, RunningSums> atHead = Map.of();

  /** Of an earlier period: only the totals of everything may hold it. */
  void bring(Map<String, BigDecimal> amounts) {
    amounts.forEach((field, amount) -> earlier.merge(field, amount, BigDecimal::add));
  }

  /**
   * A page begins.
   *
   * @param sums of the rows above
   * @param head what it begins with
   */
  void turnPage(Map<String, RunningSums> sums, Map<String, BigDecimal> head) {
    page = head;
    atHead = new HashMap<>(sums);
  }

  /**
   * What a total of everything may be.
   *
   * @param ways what the rows come to
   * @param all of the field's rows
   */
  Stream<BigDecimal> added(String field, List<BigDecimal> ways, RunningSums all) {
    BigDecimal former = earlier.get(field);
    Stream<BigDecimal> alone =
        former == null
            ? ways.stream()
            : ways.stream().flatMap(way -> Stream.of(way, way.add(former)));
    BigDecimal head = page.get(field);
    RunningSums above = atHead.getOrDefault(field, RunningSums.NOTHING);
    return head == null
        ? alone
        : Stream.concat(alone, all.minus(above).ways().stream().map(head::add));
  }
}
