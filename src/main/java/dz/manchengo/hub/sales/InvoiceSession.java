package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.UnreadableFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The invoices of one file on their way to the tables. Credit notes wait until the invoices of
 * their file are written: what they correct may stand below them.
 */
final class InvoiceSession implements DocumentPosting.Session {
  /** Credit notes that may wait; a file of nothing else corrects invoices of other files. */
  private static final int MOST_WAITING = 5_000;

  private final DocumentPosting.Posting posting;
  private final long own;
  private final VoidNumbers voids;
  private final InvoiceJudging judging;
  private final PartyReferences parties;
  private final LineReferences lines;
  private final PriceReference prices;
  private final FormerInvoices former;
  private final Chronology chronology;
  private final SoldThoughMissing missing;
  private final OriginalInvoices originals;
  private final LineLots lots;
  private final InvoiceTables tables;
  private final List<Candidate> waiting = new ArrayList<>();
  private final DeclaredMonths declared = new DeclaredMonths();
  private Map<String, String> headers = Map.of();
  private int journalEntries;

  InvoiceSession(
      DocumentPosting.Posting posting,
      long own,
      VoidNumbers voids,
      InvoiceJudging judging,
      PartyReferences parties,
      LineReferences lines,
      PriceReference prices,
      FormerInvoices former,
      Chronology chronology,
      SoldThoughMissing missing,
      OriginalInvoices originals,
      LineLots lots,
      InvoiceTables tables) {
    this.posting = posting;
    this.own = own;
    this.voids = voids;
    this.judging = judging;
    this.parties = parties;
    this.lines = lines;
    this.prices = prices;
    this.former = former;
    this.chronology = chronology;
    this.missing = missing;
    this.originals = originals;
    this.lots = lots;
    this.tables = tables;
  }

  @Override
  public void post(List<RawDocument> documents, DocumentPosting.Answers answers) {
    headers = documents.get(0).headers();
    List<Candidate> all = documents.stream().map(Candidate::new).toList();
    voids.passOver(all);
    all.stream().filter(c -> !c.passedOver).forEach(judging::assemble);
    List<Candidate> assembled = all.stream().filter(c -> c.assembled != null).toList();
    judge(assembled);
    List<Candidate> now = new ArrayList<>();
    for (Candidate candidate : all) {
      (mustWait(candidate) ? waiting : now).add(candidate);
    }
    write(now, answers);
    if (waiting.size() > MOST_WAITING) {
      writeWaiting(answers);
    }
  }

  @Override
  public void end(DocumentPosting.Answers answers) throws UnreadableFile {
    if (posting.writes()) {
      originals.link(posting.submission());
      originals
          .overCredited(posting.submission(), headers.getOrDefault("doc_no", ""))
          .forEach(answers::finding);
    }
    writeWaiting(answers);
    prices.check().forEach(answers::finding);
    tellJournal(answers);
    declared.findings().forEach(answers::finding);
    if (posting.writes()) {
      prices.remember();
      tellBrokenChronology(answers);
      tellMissing(answers);
    }
  }

  private static boolean mustWait(Candidate candidate) {
    return candidate.toBeWritten() && OriginalInvoices.namesOriginal(candidate.invoice());
  }

  private void judge(List<Candidate> assembled) {
    parties.find(assembled);
    assembled.forEach(judging::assess);
    judging.applySeverities(assembled);
    parties.settle(assembled);
    lines.settle(assembled);
    former.recognise(posting.submission(), own, standing(assembled));
    assembled.stream().filter(c -> c.completion != null).forEach(this::complete);
    judging.applySeverities(assembled);
  }

  private void complete(Candidate candidate) {
    judging.complete(candidate);
    lines.settleUnits(candidate);
  }

  private void writeWaiting(DocumentPosting.Answers answers) {
    originals.check(standing(waiting));
    write(waiting, answers);
    waiting.clear();
  }

  private void write(List<Candidate> candidates, DocumentPosting.Answers answers) {
    parties.tellChanges(candidates);
    judging.applySeverities(candidates);
    candidates.forEach(declared::collect);
    List<Candidate> toWrite = candidates.stream().filter(Candidate::toBeWritten).toList();
    prices.compare(toWrite);
    lots.note(toWrite);
    journalEntries +=
        (int) toWrite.stream().filter(c -> c.invoice().isJournalEntry() && !c.statusOnly).count();
    if (posting.writes()) {
      parties.change(toWrite);
      tables.write(posting.submission(), own, toWrite);
    }
    candidates.forEach(candidate -> answers.verdict(candidate.verdict()));
  }

  /** INV-037, once for the file: what a journal gives is good for what is owed only. */
  private void tellJournal(DocumentPosting.Answers answers) {
    if (journalEntries > 0) {
      Finding told = RuleBook.finding("INV-037", Place.FILE, null, "n", journalEntries);
      posting.feed().applied(List.of(told)).forEach(answers::finding);
    }
  }

  /** Seen among the written: too late to refuse. */
  private void tellBrokenChronology(DocumentPosting.Answers answers) {
    Feed feed = posting.feed();
    if (feed.severities().get("INV-026") != Feed.Applied.OFF) {
      chronology
          .broken(posting.submission(), headers.getOrDefault("doc_no", ""))
          .forEach(answers::finding);
    }
  }

  private void tellMissing(DocumentPosting.Answers answers) {
    List<Finding> sold = missing.of(posting.submission(), headers.getOrDefault("qty", ""));
    posting.feed().applied(sold).forEach(answers::finding);
  }

  private static List<Candidate> standing(List<Candidate> candidates) {
    return candidates.stream().filter(Candidate::stands).toList();
  }
}
