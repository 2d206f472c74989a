package dz.manchengo.hub.production;

import dz.manchengo.hub.documents.Batch;
import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.stock.BatchLots;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The batches of one file on their way to the tables. */
final class ProductionSession implements DocumentPosting.Session {
  private final DocumentPosting.Posting posting;
  private final ItemReferences items;
  private final BatchLots lots;
  private final FormerBatches former;
  private final BatchTables tables;

  ProductionSession(
      DocumentPosting.Posting posting,
      ItemReferences items,
      BatchLots lots,
      FormerBatches former,
      BatchTables tables) {
    this.posting = posting;
    this.items = items;
    this.lots = lots;
    this.former = former;
    this.tables = tables;
  }

  @Override
  public void post(List<RawDocument> documents, DocumentPosting.Answers answers) {
    List<BatchCandidate> all = documents.stream().map(BatchCandidate::new).toList();
    all.forEach(BatchAssembly::assemble);
    List<BatchCandidate> assembled = all.stream().filter(c -> c.assembled != null).toList();
    former.recognise(posting.submission(), assembled);
    judge(assembled.stream().filter(c -> !c.unchanged).toList());
    applySeverities(all);
    if (posting.writes()) {
      List<BatchCandidate> toWrite = all.stream().filter(BatchCandidate::toBeWritten).toList();
      tables.write(posting.submission(), toWrite);
    }
    all.forEach(candidate -> answers.verdict(candidate.verdict()));
  }

  @Override
  public void end(DocumentPosting.Answers answers) {}

  private void judge(List<BatchCandidate> candidates) {
    former.findRecipes(candidates);
    candidates.forEach(BatchRules::check);
    candidates.forEach(Measure::checkUsual);
    applySeverities(candidates);
    items.settle(candidates);
    candidates.forEach(candidate -> former.tellRevision(posting.submission(), candidate));
    for (BatchCandidate candidate : candidates) {
      if (isResolved(candidate)) {
        candidate.yields = Yields.of(candidate);
        MassRules.check(candidate);
      }
    }
    applySeverities(candidates);
    checkLots(candidates.stream().filter(ProductionSession::isResolved).toList());
  }

  /** Outputs of all first: what one batch makes another one of the same file may use. */
  private void checkLots(List<BatchCandidate> candidates) {
    LotRules rules = new LotRules(new LotBook(lots.find(lotCodes(candidates))), items);
    candidates.forEach(rules::checkOutputs);
    candidates.forEach(rules::checkInputs);
  }

  private static List<String> lotCodes(List<BatchCandidate> candidates) {
    return candidates.stream()
        .map(BatchCandidate::batch)
        .flatMap(
            batch ->
                Stream.concat(
                    batch.outputs().stream().map(Batch.Output::lot),
                    batch.inputs().stream().map(Batch.Input::lot)))
        .flatMap(Stream::ofNullable)
        .map(DocumentNumber::norm)
        .toList();
  }

  private static boolean isResolved(BatchCandidate candidate) {
    return candidate.product != null
        && candidate.outputs.size() == candidate.batch().outputs().size()
        && candidate.inputs.size() == candidate.batch().inputs().size();
  }

  /** The findings as the feed sees them. */
  private void applySeverities(List<BatchCandidate> candidates) {
    Feed feed = posting.feed();
    for (BatchCandidate candidate : candidates) {
      List<Finding> applied = new ArrayList<>(feed.applied(candidate.findings));
      candidate.findings.clear();
      candidate.findings.addAll(applied);
    }
  }
}
