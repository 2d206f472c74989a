package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.ProductMatch;
import dz.manchengo.hub.catalog.StampSchedule;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Order;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.platform.Figures;
import dz.manchengo.hub.platform.Money;
import dz.manchengo.hub.sales.ComputedInvoice.ComputedLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be said of the orders of one file without asking the tables of orders. */
final class OrderJudging {
  private static final Money LARGEST = Money.of("1000000000000");

  /** No stamp duty is ever due on an order. */
  private static final StampSchedule NO_STAMP = new StampSchedule(List.of());

  private final Feed feed;
  private final LocalDate today;
  private final LineReferences references;
  private final Set<String> told = new HashSet<>();

  OrderJudging(Feed feed, LocalDate today, LineReferences references) {
    this.feed = feed;
    this.today = today;
    this.references = references;
  }

  /** Makes an order of the rows, or says what is missing for one. */
  void assemble(OrderCandidate candidate) {
    OrderAssembly assembly = new OrderAssembly(candidate.raw, feed, today);
    Order order = assembly.order();
    candidate.findings.addAll(assembly.findings());
    if (order != null) {
      candidate.take(order);
    }
  }

  /** Header and lines by themselves; totals too where all rates are known by now. */
  void assess(OrderCandidate candidate) {
    Order order = candidate.order();
    candidate.computed = InvoiceTotals.of(candidate.content, Money.ZERO);
    LocalDate wanted = order.requestedDate();
    if (wanted != null && wanted.isBefore(order.date())) {
      candidate.tell(
          "ORD-010", "requested_date", wanted.toString(), "req", wanted, "date", order.date());
    }
    Findings findings = new Findings(order.number(), order.place());
    checkLines(candidate, findings);
    take(findings, candidate);
    if (isRated(order)) {
      compareTotals(candidate);
    }
  }

  private static void checkLines(OrderCandidate candidate, Findings findings) {
    LineChecks checks = new LineChecks(candidate.date(), findings);
    List<ComputedLine> computed = candidate.computed().lines();
    for (int i = 0; i < candidate.content.size(); i++) {
      Invoice.Line line = candidate.content.get(i);
      int before = findings.rejections();
      if (line.quantity().signum() <= 0) {
        findings.add(line, "ORD-006", "qty", Figures.of(line.quantity()), Map.of());
      }
      checks.price(line);
      checks.values(line, computed.get(i));
      if (findings.rejections() == before) {
        checks.amount(line, computed.get(i));
      }
    }
  }

  /** What only the records of the products tell: rates that the file leaves out, whole units. */
  void settle(OrderCandidate candidate) {
    if (candidate.lines.size() < candidate.content.size()) {
      return; // a product that nobody knows refused it
    }
    checkCounts(candidate);
    if (!isRated(candidate.order())) {
      takeRates(candidate);
      compareTotals(candidate);
    }
    candidate.fingerprint = OrderFingerprint.ofLines(candidate.content, candidate.lines);
  }

  private static boolean isRated(Order order) {
    for (Order.Line line : order.lines()) {
      if (!line.rateGiven()) {
        return false;
      }
    }
    return true;
  }

  /** ORD-007. */
  private void checkCounts(OrderCandidate candidate) {
    for (int i = 0; i < candidate.content.size(); i++) {
      Invoice.Line line = candidate.content.get(i);
      String uom = unit(candidate.lines.get(i), line);
      if (uom != null && isFraction(line.quantity()) && references.units().isCounted(uom)) {
        String value = Figures.of(line.quantity());
        candidate.tell("ORD-007", line.place(), "qty", value, "value", value, "uom", uom);
      }
    }
  }

  /** That of the line; where it names none, that of a product somebody has described. */
  private @Nullable String unit(ResolvedLine resolved, Invoice.Line line) {
    if (resolved.uom() != null || line.uom() != null) {
      return resolved.uom();
    }
    ProductMatch match = references.match(line);
    return match == null || match.provisional() ? null : match.baseUom();
  }

  private static boolean isFraction(BigDecimal quantity) {
    return quantity.scale() > 0 && quantity.stripTrailingZeros().scale() > 0;
  }

  /** ORD-016 or ORD-018, once for each product. */
  private void takeRates(OrderCandidate candidate) {
    List<Invoice.Line> rated = new ArrayList<>(candidate.content.size());
    for (int i = 0; i < candidate.content.size(); i++) {
      Invoice.Line line = candidate.content.get(i);
      ProductMatch match = references.match(line);
      if (match == null || candidate.order().lines().get(i).rateGiven()) {
        rated.add(line);
        continue;
      }
      rated.add(InvoiceCopy.rated(line, match.vatRate()));
      if (told.add(match.code())) {
        tellRate(candidate, line, match);
      }
    }
    candidate.content = rated;
    candidate.computed = InvoiceTotals.of(rated, Money.ZERO);
  }

  private static void tellRate(OrderCandidate candidate, Invoice.Line line, ProductMatch match) {
    String rate = Figures.of(match.vatRate());
    String unread = candidate.raw.headers().get(RawDocument.UNREAD_VAT);
    if (unread == null) {
      candidate.tell(
          "ORD-016", line.place(), "vat_rate", rate, "value", rate, "product", match.code());
    } else {
      Place place = line.place();
      Object[] params = {"column", unread, "value", rate, "product", match.code()};
      candidate.tell("ORD-018", place, RawDocument.UNREAD_VAT, rate, params);
    }
  }

  /** ORD-015 and the tolerances of invoices; totals of refused lines are not accused. */
  private void compareTotals(OrderCandidate candidate) {
    Order order = candidate.order();
    boolean declared = !order.declared().equals(Invoice.Declared.NOTHING);
    if (declared && candidate.stands()) {
      Findings findings = new Findings(order.number(), order.place());
      TotalsComparison comparison =
          new TotalsComparison(asInvoice(candidate), candidate.computed(), "ORD-015");
      comparison.report(NO_STAMP, findings);
      candidate.totals = comparison.status();
      take(findings, candidate);
    }
    checkSize(candidate);
  }

  /** Each number may be in bounds and their product not (FMT-017). */
  private static void checkSize(OrderCandidate candidate) {
    Money ttc = candidate.computed().ttc();
    if (ttc.compareTo(LARGEST) >= 0) {
      String value = ttc.text();
      candidate.tell(
          "FMT-017", "total_ttc", value, "value", value, "field", "TTC", "limit", LARGEST.text());
    }
  }

  /** Totals add up as those of an invoice do. */
  private static Invoice asInvoice(OrderCandidate candidate) {
    Order order = candidate.order();
    return new Invoice(
        Invoice.Direction.SALE,
        Invoice.Kind.INVOICE,
        order.number(),
        order.date(),
        null,
        order.party(),
        null,
        Invoice.Status.VALIDATED,
        null,
        null,
        null,
        null,
        order.declared(),
        candidate.content,
        order.place());
  }

  private static void take(Findings findings, OrderCandidate candidate) {
    if (!findings.all().isEmpty()) {
      findings.all().stream()
          .filter(finding -> !Echo.isIn(candidate.raw, finding))
          .map(finding -> RawFindings.inTheFilesWords(finding, candidate.raw))
          .forEach(candidate.findings::add);
    }
  }
}
