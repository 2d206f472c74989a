package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.Parties;
import dz.manchengo.hub.catalog.PartyMatch;
import dz.manchengo.hub.catalog.StampSchedule;
import dz.manchengo.hub.catalog.StampSchedules;
import dz.manchengo.hub.documents.Aliases;
import dz.manchengo.hub.documents.DocumentPosting;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.UnreadableFile;
import dz.manchengo.hub.documents.Verdict;
import dz.manchengo.hub.platform.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Invoices and credit notes into {@code invoice}, {@code invoice_line} and {@code invoice_vat}. A
 * document whose line is refused is refused whole; its neighbours are posted.
 */
@Component
class InvoicePosting implements DocumentPosting {
  private static final Money LARGEST = Money.of("1000000000000");

  private final PartyReferences partyReferences;
  private final LineReferences lineReferences;
  private final Parties parties;
  private final StampSchedules stamps;
  private final PriceReference prices;
  private final FormerInvoices former;
  private final OriginalInvoices originals;
  private final InvoiceTables tables;
  private final Clock clock;

  InvoicePosting(
      PartyReferences partyReferences,
      LineReferences lineReferences,
      Parties parties,
      StampSchedules stamps,
      PriceReference prices,
      FormerInvoices former,
      OriginalInvoices originals,
      InvoiceTables tables,
      Clock clock) {
    this.partyReferences = partyReferences;
    this.lineReferences = lineReferences;
    this.parties = parties;
    this.stamps = stamps;
    this.prices = prices;
    this.former = former;
    this.originals = originals;
    this.tables = tables;
    this.clock = clock;
  }

  @Override
  public String document() {
    return "invoices";
  }

  @Override
  public List<String> scopes() {
    return List.of("INVOICE", "LINE");
  }

  @Override
  public List<List<String>> required() {
    return List.of(
        List.of("doc_no"),
        List.of("doc_date"),
        List.of("party_code", "party_name", "party_nif"),
        List.of("product_code", "description"),
        List.of("qty"),
        List.of("unit_price_ht", "unit_price_net_ht", "unit_price_ttc"));
  }

  @Override
  public Session open(Posting posting) {
    return new Gathered(posting);
  }

  private final class Gathered implements Session {
    private final Posting posting;
    private final List<RawDocument> documents = new ArrayList<>();

    private Gathered(Posting posting) {
      this.posting = posting;
    }

    @Override
    public void post(List<RawDocument> portion, Consumer<Verdict> verdicts) {
      documents.addAll(portion);
    }

    @Override
    public void end(Consumer<Verdict> verdicts) throws UnreadableFile {
      InvoicePosting.this.post(posting.submission(), posting.feed(), documents).forEach(verdicts);
    }
  }

  private List<Verdict> post(long submission, Feed feed, List<RawDocument> documents)
      throws UnreadableFile {
    List<Candidate> all = documents.stream().map(Candidate::new).toList();
    StampSchedule schedule = stamps.current();
    LocalDate today = LocalDate.now(clock);
    all.forEach(candidate -> assemble(candidate, feed, schedule, today));
    judge(
        schedule, today, all.stream().filter(c -> c.assembled != null).toList(), feed, submission);
    List<Candidate> toWrite = all.stream().filter(Candidate::toBeWritten).toList();
    partyReferences.takeRoles(toWrite, feed);
    prices.check(feed.direction(), feed.unitOf("unit_price_ht"), toWrite);
    tables.write(submission, parties.own(), toWrite);
    prices.remember(feed.direction(), toWrite);
    if (feed.severities().get("INV-026") != Feed.Applied.OFF) {
      former.tellBrokenChronology(
          submission, toWrite); // seen among the written: too late to refuse
    }
    return all.stream().map(Candidate::verdict).toList();
  }

  private static void assemble(
      Candidate candidate, Feed feed, StampSchedule schedule, LocalDate today) {
    InvoiceAssembly assembly = new InvoiceAssembly(candidate.raw, feed, today);
    Invoice invoice = assembly.invoice();
    candidate.findings.addAll(assembly.findings());
    if (assembly.isComplete()) {
      candidate.assembled = invoice;
    } else {
      InvoiceRules.assess(invoice, context(candidate, schedule, today)).findings().stream()
          .filter(finding -> finding.severity().rejects() && isOfLine(finding, invoice))
          .map(finding -> inTheFilesWords(finding, candidate.raw))
          .map(finding -> finding.withDocument(candidate.raw.number()))
          .forEach(candidate.findings::add);
    }
  }

  private static boolean isOfLine(Finding finding, Invoice invoice) {
    return finding.params().containsKey("line")
        && invoice.lines().stream().anyMatch(line -> line.place().row() == finding.place().row());
  }

  private void judge(
      StampSchedule schedule,
      LocalDate today,
      List<Candidate> assembled,
      Feed feed,
      long submission) {
    partyReferences.find(assembled, feed);
    for (Candidate candidate : assembled) {
      candidate.assessed =
          InvoiceRules.assess(
              Objects.requireNonNull(candidate.assembled), context(candidate, schedule, today));
      candidate.assessed.findings().stream()
          .filter(finding -> !isEcho(finding, candidate.raw))
          .map(finding -> inTheFilesWords(finding, candidate.raw))
          .forEach(candidate.findings::add);
      checkSize(candidate);
    }
    applySeverities(assembled, feed);
    partyReferences.settle(assembled, feed, submission);
    lineReferences.settle(assembled, feed, submission);
    former.recognise(parties.own(), standing(assembled));
    originals.check(parties.own(), standing(assembled));
    PartyReferences.tellRoles(assembled, feed);
    applySeverities(assembled, feed);
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

  /** Totals miss because the reader refused a row: that was said already. */
  private static boolean isEcho(Finding finding, RawDocument raw) {
    return raw.rejected() && (finding.rule().equals("INV-013") || finding.rule().equals("INV-014"));
  }

  private static List<Candidate> standing(List<Candidate> candidates) {
    return candidates.stream().filter(Candidate::stands).toList();
  }

  private static InvoiceContext context(
      Candidate candidate, StampSchedule schedule, LocalDate today) {
    PartyMatch party = candidate.knownParty();
    return new InvoiceContext(
        today,
        schedule,
        party == null ? null : party.paymentTermsDays(),
        candidate.raw.headers().keySet());
  }

  /** The rules speak of canonical fields; the sender knows his own headers. */
  private static Finding inTheFilesWords(Finding finding, RawDocument raw) {
    String field = finding.params().get("field");
    String header = field == null ? null : raw.headers().get(field);
    if (field == null) {
      return finding;
    }
    Map<String, String> params = new HashMap<>(finding.params());
    params.put("field", header == null ? Aliases.label(field) : header.strip());
    return new Finding(
        finding.rule(),
        finding.severity(),
        finding.document(),
        header == null ? finding.place() : finding.place().at(header),
        finding.value(),
        params);
  }

  private static void applySeverities(List<Candidate> candidates, Feed feed) {
    for (Candidate candidate : candidates) {
      List<Finding> applied = new ArrayList<>();
      for (Finding finding : candidate.findings) {
        Finding one = feed.apply(finding);
        if (one != null) {
          applied.add(one);
        }
      }
      candidate.findings.clear();
      candidate.findings.addAll(applied);
    }
  }
}
