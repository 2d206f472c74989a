package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Severity;
import dz.manchengo.hub.documents.Verdict;
import dz.manchengo.hub.documents.Verdict.Outcome;
import java.util.EnumMap;
import java.util.Map;

/** What becomes of a file, in figures that grow with each verdict. */
final class Result {
  private final int rowsRead;
  private final Map<Outcome, Integer> documents = new EnumMap<>(Outcome.class);
  private Verdict.Totals posted = Verdict.Totals.ZERO;
  private int rowsRefused;
  private boolean condemned;

  Result(int rowsRead) {
    this.rowsRead = rowsRead;
  }

  void add(Verdict verdict) {
    documents.merge(verdict.outcome(), 1, Integer::sum);
    condemned |= verdict.findings().stream().anyMatch(f -> f.severity() == Severity.REJECT_FILE);
    switch (verdict.outcome()) {
      case CREATED, REVISED -> posted = posted.plus(verdict.totals());
      case REJECTED -> rowsRefused += verdict.document().rows().size();
      case UNCHANGED -> {}
    }
  }

  /** Whether what is known so far refuses the whole file. */
  boolean refusesFile(Feed feed) {
    return condemned || (feed.policy() == Feed.Policy.WHOLE_FILE && count(Outcome.REJECTED) > 0);
  }

  int rowsRead() {
    return rowsRead;
  }

  int rowsRefused() {
    return rowsRefused;
  }

  /** Control totals of the documents created and revised, DA, credit notes negative. */
  Verdict.Totals posted() {
    return posted;
  }

  int count(Outcome outcome) {
    return documents.getOrDefault(outcome, 0);
  }

  String status() {
    if (documents.isEmpty()) {
      return "REJECTED";
    }
    if (!documents.containsKey(Outcome.REJECTED)) {
      return "POSTED";
    }
    return documents.size() == 1 ? "REJECTED" : "PARTIAL";
  }
}
