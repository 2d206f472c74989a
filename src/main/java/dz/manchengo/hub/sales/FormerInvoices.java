package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.DocumentNumber;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Invoice.Direction;
import dz.manchengo.hub.documents.Invoice.Status;
import dz.manchengo.hub.documents.Origins;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.platform.Days;
import dz.manchengo.hub.platform.Money;
import dz.manchengo.hub.platform.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the tables hold already of the invoices in a file: the same, another content, a look-alike.
 */
@Component
class FormerInvoices {
  private final JdbcClient db;
  private final Origins origins;

  FormerInvoices(JdbcClient db, Origins origins) {
    this.db = db;
    this.origins = origins;
  }

  /**
   * Same number again (domain notes §3.3): INV-003, INV-004, INV-005, INV-033; for purchases
   * INV-006 too.
   */
  void recognise(long submission, long own, List<Candidate> all) {
    List<Candidate> candidates = withoutDoubles(own, all);
    List<FormerInvoice> found = lookUp(own, candidates);
    Map<Long, List<LineChanges.Sum>> lines = linesOfChanged(found, candidates);
    for (FormerInvoice former : found) {
      Candidate candidate = candidates.get(former.position());
      candidate.origin = origins.of(submission, former);
      judge(candidate, former, lines.getOrDefault(former.invoiceId(), List.of()));
    }
    List<Candidate> purchases =
        candidates.stream()
            .filter(c -> c.invoice().direction() == Direction.PURCHASE && c.toBeWritten())
            .toList();
    tellLookAlikes(submission, purchases);
  }

  /** One invoice under two names of its supplier: rows that were not put together. */
  private static List<Candidate> withoutDoubles(long own, List<Candidate> candidates) {
    Map<String, Candidate> seen = new HashMap<>();
    List<Candidate> singles = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Invoice invoice = candidate.invoice();
      String identity =
          invoice.kind()
              + "|"
              + issuer(own, candidate)
              + "|"
              + InvoiceIdentity.fiscalYear(invoice)
              + "|"
              + DocumentNumber.norm(invoice.number());
      Candidate first = seen.putIfAbsent(identity, candidate);
      if (first == null) {
        singles.add(candidate);
      } else {
        refuseAsDouble(candidate, first);
        refuseAsDouble(first, candidate); // half an invoice must not stand
      }
    }
    return singles;
  }

  private static void refuseAsDouble(Candidate candidate, Candidate other) {
    if (!candidate.stands()) {
      return;
    }
    candidate.refuse(
        "INV-006",
        "doc_no",
        "other",
        other.invoice().number(),
        "origin",
        Origins.here(other.raw.place()));
  }

  private List<FormerInvoice> lookUp(long own, List<Candidate> candidates) {
    return db.sql(Sql.file("sales/find_former_invoices.sql"))
        .param("directions", texts(candidates, c -> c.invoice().direction().name()))
        .param("kinds", texts(candidates, c -> c.invoice().kind().name()))
        .param("issuers", candidates.stream().map(c -> issuer(own, c)).toArray(Long[]::new))
        .param(
            "years",
            candidates.stream()
                .map(c -> InvoiceIdentity.fiscalYear(c.invoice()))
                .toArray(Integer[]::new))
        .param("numbers", texts(candidates, c -> DocumentNumber.norm(c.invoice().number())))
        .query(FormerInvoice.class)
        .list();
  }

  private Map<Long, List<LineChanges.Sum>> linesOfChanged(
      List<FormerInvoice> found, List<Candidate> candidates) {
    Long[] changed =
        found.stream()
            .filter(f -> !isSame(candidates.get(f.position()), f))
            .map(FormerInvoice::invoiceId)
            .toArray(Long[]::new);
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

  private static boolean isSame(Candidate candidate, FormerInvoice former) {
    return InvoiceFingerprint.isOf(candidate.asReceived(), former.contentHash());
  }

  private static void judge(
      Candidate candidate, FormerInvoice former, List<LineChanges.Sum> lines) {
    candidate.former = former;
    Invoice invoice = candidate.invoice();
    Status before = Status.valueOf(former.status());
    if (isCancelledThoughPaid(candidate, former)) {
      tell(candidate, "INV-033", "paid", new Money(former.paid()).text());
    } else if (isSame(candidate, former)) {
      if (movesOn(before, candidate)) {
        tell(candidate, "INV-005", "diff", before + " → " + invoice.status());
      } else {
        candidate.unchanged = true;
        tell(candidate, "INV-003");
      }
    } else if (completes(candidate, former)) {
      return;
    } else if (invoice.direction() == Direction.SALE && before != Status.DRAFT) {
      tell(candidate, "INV-004", "diff", difference(candidate, former, lines));
    } else {
      tell(candidate, "INV-005", "diff", difference(candidate, former, lines));
    }
  }

  /**
   * A journal and a file with lines tell of one invoice (decision 0017): INV-003, INV-038, INV-039.
   */
  private static boolean completes(Candidate candidate, FormerInvoice former) {
    Completion completion = new Completion(candidate, former);
    if (!completion.concernsJournal()) {
      return false;
    }
    boolean movesOn = movesOn(Status.valueOf(former.status()), candidate);
    if (completion.wouldLoseLines() && (movesOn || !completion.agrees())) {
      tell(candidate, "INV-039", "diff", difference(candidate, former, List.of()));
      return true;
    }
    if (movesOn || !completion.agrees()) {
      return false;
    }
    candidate.unchanged = !completion.addsSomething();
    candidate.completion = candidate.unchanged ? null : completion;
    tell(candidate, candidate.unchanged ? "INV-003" : "INV-038");
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
    if (!candidate.raw.header().containsKey("status") || now == before || now == Status.ON_HOLD) {
      return false;
    }
    return now == Status.CANCELLED ? before != Status.PAID : rank(now) > rank(before);
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

  record LookAlike(int position, String other, long submissionId, String sourceSheet, int sourceRow)
      implements Origins.Stored {}

  private void tellLookAlikes(long submission, List<Candidate> purchases) {
    if (purchases.isEmpty()) {
      return;
    }
    Map<Integer, LookAlike> others = new HashMap<>();
    db.sql(Sql.file("sales/find_look_alikes.sql"))
        .param("issuers", purchases.stream().map(c -> c.party().id()).toArray(Long[]::new))
        .param("numbers", texts(purchases, c -> DocumentNumber.norm(c.invoice().number())))
        .param("loose", texts(purchases, c -> DocumentNumber.loose(c.invoice().number())))
        .param("dates", texts(purchases, c -> c.invoice().date().toString()))
        .param(
            "ttcs", texts(purchases, c -> c.assessed().computed().ttc().amount().toPlainString()))
        .query(LookAlike.class)
        .list()
        .forEach(found -> others.putIfAbsent(found.position(), found));
    Map<String, Candidate> inFile = new HashMap<>();
    for (int i = 0; i < purchases.size(); i++) {
      Candidate candidate = purchases.get(i);
      String key =
          candidate.party().id() + "|" + DocumentNumber.loose(candidate.invoice().number());
      Candidate above = inFile.putIfAbsent(key, candidate);
      LookAlike other = others.get(i);
      if (other != null) {
        tellAlike(candidate, other.other(), origins.of(submission, other));
      } else if (above != null) {
        tellAlike(candidate, above.invoice().number(), Origins.here(above.raw.place()));
      }
    }
  }

  private static void tellAlike(Candidate candidate, String other, String origin) {
    tell(candidate, "INV-006", "other", other, "origin", origin);
  }

  record Broken(
      String invoiceNo,
      LocalDate invoiceDate,
      String sourceSheet,
      int sourceRow,
      String other,
      LocalDate otherDate) {
    Finding finding(String numberHeader) {
      return RuleBook.finding(
              "INV-026",
              Place.row(sourceSheet, sourceRow).at(numberHeader),
              invoiceNo,
              "no",
              invoiceNo,
              "date",
              invoiceDate,
              "other",
              other,
              "other_date",
              otherDate)
          .withDocument(invoiceNo);
    }
  }

  /** A higher number with an earlier date in the same series of our own numbers (INV-026). */
  List<Finding> brokenChronology(long submission, String numberHeader) {
    return db
        .sql(Sql.file("sales/find_broken_chronology.sql"))
        .param("submission", submission)
        .query(Broken.class)
        .list()
        .stream()
        .map(broken -> broken.finding(numberHeader))
        .toList();
  }

  private static long issuer(long own, Candidate candidate) {
    return candidate.invoice().direction() == Direction.SALE ? own : candidate.party().id();
  }

  private static void tell(Candidate candidate, String rule, Object... params) {
    Object[] all =
        Stream.concat(
                Stream.of(
                    "no",
                    candidate.invoice().number(),
                    "rev",
                    candidate.revision(),
                    "origin",
                    candidate.origin),
                Stream.of(params))
            .toArray();
    candidate.tell(rule, "doc_no", candidate.invoice().number(), all);
  }

  private static String[] texts(
      List<Candidate> candidates, java.util.function.Function<Candidate, String> text) {
    return candidates.stream().map(text).toArray(String[]::new);
  }
}
