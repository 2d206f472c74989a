package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Verdict;
import dz.manchengo.hub.documents.Verdict.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request's documents.
 *
 * @param submission that keeps them; 0 where nothing was kept
 * @param status of the submission
 * @param items in their order
 * @param findings of none of them in particular
 */
public record DirectAnswer(
    long submission, String status, List<Item> items, List<Finding> findings) {

  /**
   * One item.
   *
   * @param number of its document; null where it has none
   * @param identity null where nothing stands in the tables
   * @param totals DA, credit notes negative
   */
  public record Item(
      Outcome outcome,
      @Nullable String number,
      Verdict.@Nullable Identity identity,
      Verdict.Totals totals,
      List<Finding> findings) {

    Item identifiedBy(Verdict.Identity by) {
      return new Item(outcome, number, by, totals, findings);
    }

    Item refused() {
      return outcome == Outcome.REJECTED
          ? this
          : new Item(
              Outcome.REJECTED,
              number,
              null,
              Verdict.Totals.ZERO,
              findings.stream().map(Finding::withoutRecord).toList());
    }
  }

  DirectAnswer with(Item only) {
    return new DirectAnswer(submission, status, List.of(only), findings);
  }

  int count(Outcome outcome) {
    return (int) items.stream().filter(item -> item.outcome() == outcome).count();
  }

  /** As other programs are told, like an {@link Answer}. */
  Map<String, Object> told(DirectRequest request) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", submission);
    told.put("name", request.name());
    told.put("channel", "REST");
    told.put("folder", request.posting().document());
    told.put("feed", request.feed().name());
    told.put("status", status);
    told.put("rowsRead", request.rows());
    told.put("created", count(Outcome.CREATED));
    told.put("revised", count(Outcome.REVISED));
    told.put("unchanged", count(Outcome.UNCHANGED));
    told.put("rejected", count(Outcome.REJECTED));
    told.put("totalHt", totals().ht().toPlainString());
    told.put("totalVat", totals().vat().toPlainString());
    told.put("totalTtc", totals().ttc().toPlainString());
    return told;
  }

  /** Of the items created and revised, DA. */
  Verdict.Totals totals() {
    return items.stream()
        .filter(i -> i.outcome() == Outcome.CREATED || i.outcome() == Outcome.REVISED)
        .map(Item::totals)
        .reduce(Verdict.Totals.ZERO, Verdict.Totals::plus);
  }
}
