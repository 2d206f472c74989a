package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a column comes to so far. People sum what they see, programs what they mean: an amount of
 * the document that stands on each of its lines counts as often as it stands or once, and credit
 * notes add or take away.
 *
 * @param byRow every row
 * @param byDocument every document once
 * @param net every document once, credit notes negative
 */
record RunningSums(BigDecimal byRow, BigDecimal byDocument, BigDecimal net) {
  static final RunningSums NOTHING =
      new RunningSums(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  RunningSums plus(BigDecimal value, boolean again, boolean credit) {
    return again
        ? new RunningSums(byRow.add(value), byDocument, net)
        : new RunningSums(
            byRow.add(value),
            byDocument.add(value),
            net.add(credit ? value.abs().negate() : value));
  }

  RunningSums minus(RunningSums other) {
    return new RunningSums(
        byRow.subtract(other.byRow),
        byDocument.subtract(other.byDocument),
        net.subtract(other.net));
  }

  /**
   * What a total of it may be.
   *
   * @param journal whether each row is a document: nobody repeats it there
   */
  List<BigDecimal> ways(boolean journal) {
    return journal ? List.of(byDocument, byDocument, net) : ways();
  }

  List<BigDecimal> ways() {
    return List.of(byRow, byDocument, net);
  }
}
