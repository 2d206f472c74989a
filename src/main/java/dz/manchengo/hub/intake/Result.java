package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.Interpreted;
import dz.manchengo.hub.documents.Verdict;
import dz.manchengo.hub.documents.Verdict.Outcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a file, in figures.
 *
 * @param posted control totals of the documents created and revised, DA, credit notes negative
 */
record Result(
    String status,
    int rowsRead,
    int rowsRefused,
    Map<Outcome, Integer> documents,
    Verdict.Totals posted) {
  static final Result NOTHING = new Result("REJECTED", 0, 0, Map.of(), Verdict.Totals.ZERO);

  static Result of(Interpreted interpreted, List<Verdict> verdicts) {
    Map<Outcome, Integer> documents = new EnumMap<>(Outcome.class);
    Verdict.Totals posted = Verdict.Totals.ZERO;
    int refused = 0;
    for (Verdict verdict : verdicts) {
      documents.merge(verdict.outcome(), 1, Integer::sum);
      switch (verdict.outcome()) {
        case CREATED, REVISED -> posted = posted.plus(verdict.totals());
        case REJECTED -> refused += verdict.document().rows().size();
        case UNCHANGED -> {}
      }
    }
    return new Result(
        status(documents), interpreted.rowsRead(), refused, Map.copyOf(documents), posted);
  }

  int count(Outcome outcome) {
    return documents.getOrDefault(outcome, 0);
  }

  private static String status(Map<Outcome, Integer> documents) {
    if (!documents.containsKey(Outcome.REJECTED)) {
      return "POSTED";
    }
    return documents.size() == 1 ? "REJECTED" : "PARTIAL";
  }
}
