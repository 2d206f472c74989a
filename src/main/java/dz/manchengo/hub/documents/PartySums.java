package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of each customer or supplier come to: « Sous-total Omar » may stand below rows of
 * others.
 */
final class PartySums {
  /** More parties than get a sub-total of their own, fewer than would fill a memory. */
  private static final int MOST = 1_000;

  private final Map<String, Map<String, RunningSums>> byParty = new HashMap<>();
  private Map<String, RunningSums> current = new HashMap<>();
  private String name = "";
  private int ofGroup;

  /** The party of the rows from here on; one that says none is of the one above. */
  void party(@Nullable Object said) {
    if (said != null && !said.equals(name)) {
      name = said.toString();
      ofGroup++;
      String party = HeaderName.normalise(name);
      Map<String, RunningSums> known = byParty.get(party);
      current = known == null ? new HashMap<>() : known;
      if (known == null && byParty.size() < MOST) {
        byParty.put(party, current);
      }
    }
  }

  /** Whether rows of more than one party have come since the last total. */
  boolean areSeveral() {
    return ofGroup > 1;
  }

  /** A total has come. */
  void endGroup() {
    name = "";
    ofGroup = 0;
  }

  void add(String field, BigDecimal amount, boolean again, boolean credit) {
    current.merge(
        field,
        RunningSums.NOTHING.plus(amount, again, credit),
        (before, one) -> before.plus(amount, again, credit));
  }

  /** Of the party that the label ends with; empty where it names none. */
  Map<String, RunningSums> named(TotalLabel label) {
    String rest = label.name();
    while (!rest.isEmpty()) {
      Map<String, RunningSums> sums = byParty.get(rest);
      if (sums != null) {
        return sums;
      }
      int space = rest.indexOf(' ');
      rest = space < 0 ? "" : rest.substring(space + 1);
    }
    return Map.of();
  }
}
