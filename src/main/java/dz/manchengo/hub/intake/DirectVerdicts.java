package dz.manchengo.hub.intake;

import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.Verdict;
import dz.manchengo.hub.documents.Verdict.Outcome;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/** Takes the verdicts on documents that are posted together. */
final class DirectVerdicts implements DocumentPosting.Answers {
  private final IdentityHashMap<RawDocument, Verdict> verdicts = new IdentityHashMap<>();
  private final List<Finding> findings = new ArrayList<>(0);

  @Override
  public void verdict(Verdict verdict) {
    verdicts.put(verdict.document(), verdict);
  }

  @Override
  public void finding(Finding finding) {
    findings.add(finding);
  }

  List<Finding> findings() {
    return findings;
  }

  /** The same again of documents that were refused in an attempt before. */
  void take(DirectVerdicts former, List<RawDocument> documents) {
    documents.forEach(document -> verdict(former.of(document)));
  }

  /** Whether documents that stand or fall together fall. */
  boolean refuses(List<RawDocument> documents) {
    return documents.stream().anyMatch(document -> of(document).outcome() == Outcome.REJECTED);
  }

  boolean refusesAnyOf(List<List<RawDocument>> items) {
    return items.stream().anyMatch(this::refuses);
  }

  /** Whether a master record was made for it. */
  boolean madeRecords(RawDocument document) {
    return of(document).findings().stream()
        .anyMatch(finding -> Hints.CREATED.equals(finding.params().get(Hints.PARAM)));
  }

  /** What becomes of documents that stand or fall together. */
  DirectAnswer.Item item(List<RawDocument> documents) {
    List<Verdict> all = documents.stream().map(this::of).toList();
    Outcome outcome =
        all.stream().map(Verdict::outcome).reduce(Outcome.UNCHANGED, DirectVerdicts::gravest);
    List<Finding> told = all.stream().flatMap(verdict -> verdict.findings().stream()).toList();
    return new DirectAnswer.Item(
        outcome,
        documents.get(0).number(),
        outcome == Outcome.REJECTED ? null : all.get(0).identity(),
        outcome == Outcome.REJECTED ? Verdict.Totals.ZERO : totals(all),
        outcome == Outcome.REJECTED ? told.stream().map(Finding::withoutRecord).toList() : told);
  }

  private Verdict of(RawDocument document) {
    return Objects.requireNonNull(verdicts.get(document), "a document without a verdict");
  }

  private static Verdict.Totals totals(List<Verdict> verdicts) {
    return verdicts.stream().map(Verdict::totals).reduce(Verdict.Totals.ZERO, Verdict.Totals::plus);
  }

  private static Outcome gravest(Outcome a, Outcome b) {
    List<Outcome> order =
        List.of(Outcome.UNCHANGED, Outcome.CREATED, Outcome.REVISED, Outcome.REJECTED);
    return order.indexOf(a) > order.indexOf(b) ? a : b;
  }
}
