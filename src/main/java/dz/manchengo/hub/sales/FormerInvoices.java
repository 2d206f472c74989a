package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.Enumerations;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Invoice.Direction;
import dz.manchengo.hub.documents.Invoice.Status;
import dz.manchengo.hub.documents.Origins;
import dz.manchengo.hub.platform.Days;
import dz.manchengo.hub.platform.Money;
import dz.manchengo.hub.platform.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the tables hold already of the invoices in a file: the same or another content. */
@Component
class FormerInvoices {
  private final JdbcClient db;
  private final Origins origins;
  private final LookAlikeInvoices lookAlikes;

  FormerInvoices(JdbcClient db, Origins origins, LookAlikeInvoices lookAlikes) {
    this.db = db;
    this.origins = origins;
    this.lookAlikes = lookAlikes;
  }

  /**
   * Same number again (domain notes §3.3): INV-003, INV-004, INV-005, INV-033; for purchases
   * INV-006 too; INV-047 for a cancelled one of which the tables know nothing.
   */
  void recognise(long submission, long own, List<Candidate> all) {
    List<Candidate> candidates = InvoiceDoubles.refused(own, all);
    List<FormerInvoice> found = lookUp(own, candidates);
    Long[] changed = changed(found, candidates);
    Map<Long, List<LineChanges.Sum>> lines = linesOf(changed);
    Map<Long, List<SaidLines>> said = saidOf(changed);
    for (FormerInvoice former : found) {
      Candidate candidate = candidates.get(former.position());
      candidate.origin = origins.of(submission, former);
      long id = former.invoiceId();
      judge(candidate, former, lines.getOrDefault(id, List.of()), said.getOrDefault(id, List.of()));
    }
    candidates.forEach(FormerInvoices::refuseCancelled);
    List<Candidate> purchases =
        candidates.stream()
            .filter(c -> c.invoice().direction() == Direction.PURCHASE && c.toBeWritten())
            .toList();
    lookAlikes.tell(submission, purchases);
    lookAlikes.tellSales(submission, own, newSales(candidates));
  }

  private static void refuseCancelled(Candidate candidate) {
    if (candidate.former == null && candidate.invoice().status() == Status.CANCELLED) {
      boolean own = candidate.raw.header().get("status") == Status.CANCELLED;
      String field = own ? "status" : "payment_status";
      String word = candidate.raw.written(field, Status.CANCELLED);
      String number = candidate.invoice().number();
      candidate.tell("INV-047", field, word, "no", number, "why", "reason.status.cancelled");
    }
  }

  private static List<Candidate> newSales(List<Candidate> candidates) {
    return candidates.stream()
        .filter(
            c -> c.invoice().direction() == Direction.SALE && c.toBeWritten() && !c.isRevision())
        .filter(c -> c.invoice().kind() == Invoice.Kind.INVOICE)
        .toList();
  }

  private List<FormerInvoice> lookUp(long own, List<Candidate> candidates) {
    return db.sql(Sql.file("sales/find_former_invoices.sql"))
        .param("directions", Candidate.texts(candidates, c -> c.invoice().direction().name()))
        .param("kinds", Candidate.texts(candidates, c -> c.invoice().kind().name()))
        .param("issuers", candidates.stream().map(c -> c.issuer(own)).toArray(Long[]::new))
        .param(
            "years",
            candidates.stream()
                .map(c -> InvoiceIdentity.fiscalYear(c.invoice()))
                .toArray(Integer[]::new))
        .param(
            "numbers", Candidate.texts(candidates, c -> DocumentNumber.norm(c.invoice().number())))
        .query(FormerInvoice.class)
        .list();
  }

  private static Long[] changed(List<FormerInvoice> found, List<Candidate> candidates) {
    return found.stream()
        .filter(f -> !SameContent.of(candidates.get(f.position()), f))
        .map(FormerInvoice::invoiceId)
        .toArray(Long[]::new);
  }

  private Map<Long, List<SaidLines>> saidOf(Long[] changed) {
    return changed.length == 0
        ? Map.of()
        : db
            .sql(Sql.file("sales/find_said_lines.sql"))
            .param("invoices", changed)
            .query(SaidLines.class)
            .list()
            .stream()
            .collect(Collectors.groupingBy(SaidLines::documentId));
  }

  private Map<Long, List<LineChanges.Sum>> linesOf(Long[] changed) {
    return changed.length == 0
        ? Map.of()
        : db
            .sql(Sql.file("sales/find_invoice_lines.sql"))
            .param("invoices", changed)
            .query(LineChanges.Sum.class)
            .list()
            .stream()
            .collect(Collectors.groupingBy(LineChanges.Sum::documentId));
  }

  private static void judge(
      Candidate candidate,
      FormerInvoice former,
      List<LineChanges.Sum> lines,
      List<SaidLines> said) {
    candidate.former = former;
    Invoice invoice = candidate.invoice();
    Status before = Status.valueOf(former.status());
    if (isCancelledThoughPaid(candidate, former)) {
      candidate.tellNumber("INV-033", "paid", new Money(former.paid()).text());
    } else if (SameContent.of(candidate, former)) {
      if (movesOn(before, candidate)) {
        candidate.tellNumber("INV-005", "diff", moved(candidate, former));
      } else {
        candidate.unchanged = true;
        candidate.tellNumber("INV-003");
      }
    } else if (completes(candidate, former)
        || agrees(candidate, former, new Agreement(candidate, former, lines, said))) {
      return;
    } else if (invoice.direction() == Direction.SALE && before != Status.DRAFT) {
      candidate.tellNumber("INV-004", "diff", difference(candidate, former, lines));
    } else {
      candidate.tellNumber("INV-005", "diff", difference(candidate, former, lines));
    }
  }

  /**
   * A journal and a file with lines tell of one invoice (decision 0017): INV-003, INV-038, INV-039;
   * a journal that says the same with a later status moves that on, lines and all (INV-005).
   */
  private static boolean completes(Candidate candidate, FormerInvoice former) {
    Completion completion = new Completion(candidate, former);
    if (!completion.concernsJournal()) {
      return false;
    }
    boolean movesOn = movesOn(Status.valueOf(former.status()), candidate);
    if (movesOn && candidate.invoice().isJournalEntry() && completion.saysTheStatusOnly()) {
      candidate.statusOnly = true;
      candidate.tellNumber("INV-005", "diff", moved(candidate, former));
      return true;
    }
    if (completion.wouldLoseLines() && !completion.agrees()) {
      candidate.tellNumber("INV-039", "diff", difference(candidate, former, List.of()));
      return true;
    }
    if (movesOn || !completion.agrees()) {
      return false;
    }
    candidate.unchanged = !completion.addsSomething();
    candidate.completion = candidate.unchanged ? null : completion;
    candidate.tellNumber(candidate.unchanged ? "INV-003" : "INV-038");
    return true;
  }

  /** From a file with other columns: INV-003, or a revision that says more (INV-005). */
  private static boolean agrees(Candidate candidate, FormerInvoice former, Agreement agreement) {
    boolean movesOn = movesOn(Status.valueOf(former.status()), candidate);
    if (!agreement.holds()) {
      return false;
    }
    if (!movesOn && !agreement.addsSomething()) {
      candidate.unchanged = true;
      candidate.tellNumber("INV-003");
      return true;
    }
    candidate.completion = agreement.completion();
    String moved = moved(candidate, former);
    candidate.tellNumber("INV-005", "diff", movesOn ? moved : "reason.change.more");
    return true;
  }

  private static boolean isCancelledThoughPaid(Candidate candidate, FormerInvoice former) {
    return candidate.invoice().status() == Status.CANCELLED
        && !former.status().equals(Status.CANCELLED.name())
        && former.paid().signum() > 0;
  }

  /** The same content with a later status, which the file says itself, is a new revision. */
  private static boolean movesOn(Status before, Candidate candidate) {
    Status now = candidate.invoice().status();
    if (!saysStatus(candidate) || now == before || now == Status.ON_HOLD) {
      return false;
    }
    return now == Status.CANCELLED ? before != Status.PAID : rank(now) > rank(before);
  }

  /** The status before and now, in the words of people. */
  private static String moved(Candidate candidate, FormerInvoice former) {
    return "{%s} → {%s}"
        .formatted(
            Enumerations.reason(Status.valueOf(former.status())),
            Enumerations.reason(candidate.invoice().status()));
  }

  private static boolean saysStatus(Candidate candidate) {
    Map<String, Object> header = candidate.raw.header();
    return header.containsKey("status") || header.containsKey("payment_status");
  }

  private static int rank(Status status) {
    return switch (status) {
      case DRAFT -> 0;
      case ON_HOLD, VALIDATED -> 1;
      case PARTIALLY_PAID -> 2;
      case PAID -> 3;
      case CANCELLED -> 4;
    };
  }

  private static String difference(
      Candidate candidate, FormerInvoice former, List<LineChanges.Sum> lines) {
    List<String> differences = new ArrayList<>();
    Invoice invoice = candidate.invoice();
    Money before = new Money(former.compTtc());
    Money now = candidate.assessed().computed().ttc();
    if (before.compareTo(now) != 0) {
      differences.add("{reason.change.ttc} " + before.text() + " → " + now.text());
    }
    if (!former.invoiceDate().equals(invoice.date())) {
      differences.add("date " + Days.of(former.invoiceDate()) + " → " + Days.of(invoice.date()));
    }
    if (candidate.party().id() != former.partyId()) {
      differences.add("{reason.change.party}");
    }
    if (!new Completion(candidate, former).concernsJournal()) {
      if (former.lines() != invoice.lines().size()) {
        differences.add("{reason.change.lines} " + former.lines() + " → " + invoice.lines().size());
      }
      differences.addAll(LineChanges.of(candidate, lines));
    }
    return LineChanges.told(differences, "reason.change.detail");
  }
}
