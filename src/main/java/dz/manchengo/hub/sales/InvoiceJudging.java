package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.PartyMatch;
import dz.manchengo.hub.catalog.StampSchedule;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.platform.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** What can be said of the invoices of one file without asking the database. */
final class InvoiceJudging {
  private static final Money LARGEST = Money.of("1000000000000");

  private final Feed feed;
  private final StampSchedule schedule;
  private final LocalDate today;

  InvoiceJudging(Feed feed, StampSchedule schedule, LocalDate today) {
    this.feed = feed;
    this.schedule = schedule;
    this.today = today;
  }

  /** Makes an invoice of the rows; where that fails, what is wrong with its lines is told too. */
  void assemble(Candidate candidate) {
    InvoiceAssembly assembly = new InvoiceAssembly(candidate.raw, feed, today);
    Invoice invoice = assembly.invoice();
    candidate.findings.addAll(assembly.findings());
    if (assembly.isComplete()) {
      candidate.assembled = invoice;
    } else {
      InvoiceRules.assess(invoice, context(candidate)).findings().stream()
          .filter(finding -> finding.severity().rejects() && isOfLine(finding, invoice))
          .map(finding -> RawFindings.inTheFilesWords(finding, candidate.raw))
          .map(finding -> finding.withDocument(candidate.raw.number()))
          .forEach(candidate.findings::add);
    }
  }

  private static boolean isOfLine(Finding finding, Invoice invoice) {
    return finding.params().containsKey("line")
        && invoice.lines().stream().anyMatch(line -> line.place().row() == finding.place().row());
  }

  /** Applies the rules; the parties that are known have been found by then. */
  void assess(Candidate candidate) {
    candidate.assessed =
        InvoiceRules.assess(Objects.requireNonNull(candidate.assembled), context(candidate));
    candidate.assessed.findings().stream()
        .filter(finding -> !Echo.isIn(candidate.raw, finding))
        .map(finding -> RawFindings.inTheFilesWords(finding, candidate.raw))
        .forEach(candidate.findings::add);
    checkSize(candidate);
  }

  /**
   * Takes over what only the earlier file said of payment and stamp; that has been judged when it
   * came.
   */
  void complete(Candidate candidate) {
    Completion completion = candidate.completion;
    if (completion != null) {
      candidate.assessed = InvoiceRules.assess(completion.completed(), context(candidate));
    }
  }

  /** Each number may be in bounds and their product not (FMT-017). */
  private static void checkSize(Candidate candidate) {
    Money ttc = candidate.assessed().computed().ttc();
    if (ttc.abs().compareTo(LARGEST) >= 0) {
      candidate.tell(
          "FMT-017",
          "total_ttc",
          ttc.text(),
          "value",
          ttc.text(),
          "field",
          "TTC",
          "limit",
          LARGEST.text());
    }
  }

  private InvoiceContext context(Candidate candidate) {
    PartyMatch party = candidate.knownParty();
    return new InvoiceContext(
        today,
        schedule,
        party == null ? null : party.paymentTermsDays(),
        candidate.raw.headers().keySet());
  }

  void applySeverities(List<Candidate> candidates) {
    candidates.forEach(candidate -> candidate.apply(feed));
  }
}
