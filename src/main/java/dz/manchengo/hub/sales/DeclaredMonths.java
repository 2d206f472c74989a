package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Finding;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * INV-030, once for each month of a file and not for each invoice: a file of old months would have
 * nothing else to say. Where a feed refuses such invoices each of them keeps its own.
 */
final class DeclaredMonths {
  private static final String RULE = "INV-030";

  private final Map<YearMonth, Told> months = new TreeMap<>();

  private record Told(Finding first, int count) {
    Finding finding() {
      return first.withDocument(null).with("n", String.valueOf(count));
    }

    Told oneMore() {
      return new Told(first, count + 1);
    }
  }

  /** Takes it from what is written; a refused or unchanged invoice is not recorded now. */
  void collect(Candidate candidate) {
    List<Finding> told =
        candidate.findings.stream()
            .filter(found -> found.rule().equals(RULE) && !found.severity().rejects())
            .toList();
    candidate.findings.removeAll(told);
    if (candidate.toBeWritten()) {
      YearMonth month = YearMonth.from(candidate.date());
      told.forEach(found -> months.merge(month, new Told(found, 1), (a, b) -> a.oneMore()));
    }
  }

  /** By month; told once. */
  List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    months.values().forEach(told -> all.add(told.finding()));
    months.clear();
    return all;
  }
}
