package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.UnreadableFile;
import java.util.List;

/** The orders of one file on their way to the tables, portion by portion. */
final class OrderSession implements DocumentPosting.Session {
  private final DocumentPosting.Posting posting;
  private final OrderJudging judging;
  private final OrderCancellations cancellations;
  private final PartyReferences parties;
  private final LineReferences lines;
  private final PriceReference prices;
  private final OrderPrices odd;
  private final FormerOrders former;
  private final OrderLookAlikes alike;
  private final OrderTables tables;

  OrderSession(
      DocumentPosting.Posting posting,
      OrderJudging judging,
      OrderCancellations cancellations,
      PartyReferences parties,
      LineReferences lines,
      PriceReference prices,
      FormerOrders former,
      OrderLookAlikes alike,
      OrderTables tables) {
    this.posting = posting;
    this.judging = judging;
    this.cancellations = cancellations;
    this.parties = parties;
    this.lines = lines;
    this.prices = prices;
    this.odd = new OrderPrices(prices);
    this.former = former;
    this.alike = alike;
    this.tables = tables;
  }

  @Override
  public void post(List<RawDocument> documents, DocumentPosting.Answers answers) {
    List<OrderCandidate> all = documents.stream().map(OrderCandidate::new).toList();
    all.stream().filter(c -> !c.raw.isJournal()).forEach(judging::assemble);
    cancellations.assemble(all.stream().filter(c -> c.raw.isJournal()).toList());
    judge(all.stream().filter(c -> c.assembled != null).toList());
    applySeverities(all);
    List<OrderCandidate> toWrite = written(all);
    tell(toWrite);
    applySeverities(toWrite);
    if (posting.writes()) {
      List<OrderCandidate> left = written(toWrite);
      parties.change(left);
      tables.write(posting, left);
    }
    all.forEach(candidate -> answers.verdict(candidate.verdict()));
  }

  @Override
  public void end(DocumentPosting.Answers answers) throws UnreadableFile {
    // orders are no sales: their prices are nobody's reference, and ORD-009 told of odd ones
    prices.check();
  }

  private void judge(List<OrderCandidate> assembled) {
    parties.find(assembled);
    assembled.forEach(judging::assess);
    applySeverities(assembled);
    parties.settle(assembled);
    lines.settle(assembled);
    assembled.forEach(judging::settle);
    applySeverities(assembled);
    ask(assembled.stream().filter(OrderCandidate::stands).toList());
  }

  /** Questions come one after the other: the server has nothing else to do until they are put. */
  private void ask(List<OrderCandidate> standing) {
    former.recognise(posting, standing);
    alike.find(standing);
    if (posting.writes()) {
      tables.number(standing);
    }
  }

  /** What only those that will be written are told. */
  private void tell(List<OrderCandidate> toWrite) {
    parties.tellChanges(toWrite);
    prices.compare(toWrite);
    odd.tell(toWrite);
    alike.tell(toWrite);
  }

  private void applySeverities(List<OrderCandidate> candidates) {
    candidates.forEach(candidate -> candidate.apply(posting.feed()));
  }

  private static List<OrderCandidate> written(List<OrderCandidate> candidates) {
    return candidates.stream().filter(OrderCandidate::toBeWritten).toList();
  }
}
