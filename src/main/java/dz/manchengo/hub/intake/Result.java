package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.Severity;
import dz.manchengo.hub.documents.Verdict;
import dz.manchengo.hub.documents.Verdict.Outcome;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What becomes of a file, in figures that grow with each verdict. */
final class Result {
  private final int rowsRead;
  private final Map<Outcome, Integer> documents = new EnumMap<>(Outcome.class);
  private Verdict.Totals posted = Verdict.Totals.ZERO;
  private int rowsOfDocuments;
  private int rowsRefused;
  private boolean condemned;

  Result(int rowsRead) {
    this.rowsRead = rowsRead;
  }

  /** Counts a document by its own merits. */
  void add(Verdict verdict) {
    documents.merge(verdict.outcome(), 1, Integer::sum);
    rowsOfDocuments += verdict.document().rows().size();
    condemned |= verdict.findings().stream().anyMatch(f -> f.severity() == Severity.REJECT_FILE);
    switch (verdict.outcome()) {
      case CREATED, REVISED -> posted = posted.plus(verdict.totals());
      case REJECTED -> rowsRefused += verdict.document().rows().size();
      case UNCHANGED -> {}
    }
  }

  /** Something besides its documents refuses the whole file. */
  void condemn() {
    condemned = true;
  }

  /** Whether what is known so far refuses the whole file. */
  boolean refusesFile(Feed feed) {
    return condemned || feed.policy().isExceeded(rowsRefused, rowsRead);
  }

  /** FIL-024, where the feed's policy refuses the whole file. */
  Optional<Finding> excess(Feed feed) {
    if (!feed.policy().isExceeded(rowsRefused, rowsRead)) {
      return Optional.empty();
    }
    BigDecimal percent =
        BigDecimal.valueOf(rowsRefused * 100L)
            .divide(BigDecimal.valueOf(rowsRead), 2, RoundingMode.UP);
    return Optional.of(
        RuleBook.finding(
            "FIL-024",
            Place.FILE,
            null,
            "n",
            rowsRefused,
            "rows",
            rowsRead,
            "pct",
            Figures.of(percent),
            "limit",
            Figures.of(feed.policy().maxErrors())));
  }

  /** The figures of the file when it is refused as a whole, faultless documents too. */
  Result allRefused() {
    Result refused = new Result(rowsRead);
    int all = documents.values().stream().mapToInt(Integer::intValue).sum();
    if (all > 0) {
      refused.documents.put(Outcome.REJECTED, all);
    }
    refused.rowsRefused = rowsOfDocuments;
    return refused;
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
