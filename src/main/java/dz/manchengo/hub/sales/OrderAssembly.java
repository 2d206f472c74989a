package dz.manchengo.hub.sales;

import static dz.manchengo.hub.documents.RawDocument.date;
import static dz.manchengo.hub.documents.RawDocument.text;

import dz.manchengo.hub.catalog.PartyMention;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Order;
import dz.manchengo.hub.documents.RawDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of a document's rows as an {@link Order}; says what is missing for one. */
final class OrderAssembly {
  private static final BigDecimal NORMAL_RATE = BigDecimal.valueOf(19);

  private final RawDocument raw;
  private final Feed feed;
  private final LocalDate today;
  private final RawFindings findings;

  OrderAssembly(RawDocument raw, Feed feed, LocalDate today) {
    this.raw = raw;
    this.feed = feed;
    this.today = today;
    this.findings = new RawFindings(raw);
  }

  /** What is missing or wrong; call after {@link #order()}. */
  List<Finding> findings() {
    return findings.all();
  }

  /** The order; null when something is missing without which there is none. */
  @Nullable Order order() {
    Map<String, Object> header = raw.header();
    String number = raw.number();
    LocalDate date = date(header, "doc_date");
    if (number == null) {
      findings.numberMissing("ORD-001");
    } else {
      checkPaper(number);
    }
    if (date == null) {
      findings.required(raw.place(), "doc_date");
    }
    PartyMention party = party(header);
    findings.checkCurrency();
    List<Order.Line> lines = lines();
    if (number == null || date == null || party == null || lines.size() < raw.lines().size()) {
      return null;
    }
    return new Order(
        number,
        date,
        requested(lines),
        party,
        text(header, "customer_ref"),
        (Order.Status) header.get("status"),
        text(header, "cancel_reason"),
        text(header, "salesperson"),
        text(header, "note"),
        DeclaredTotals.of(raw),
        lines,
        raw.place());
  }

  /** « Devis 12 » is an offer, which binds nobody yet (ORD-017). */
  private void checkPaper(String number) {
    PaperNumber paper = PaperNumber.of(number);
    if (paper != null && paper.spelled() && !paper.isOfOrder()) {
      Object[] params = {"no", number, "paper", paper.phrase()};
      findings.add("ORD-017", raw.place(), "doc_no", number, params);
    }
  }

  private @Nullable PartyMention party(Map<String, Object> header) {
    PartyMention named = RawParty.in(header);
    Feed.AnonymousParty anonymous = feed.anonymousParty();
    if (named == null && anonymous == null) {
      findings.required(raw.place(), "party_code", "party_name");
    }
    return named != null || anonymous == null
        ? named
        : RawParty.of(anonymous.code(), anonymous.name(), header);
  }

  /** The lines that are whole, all of them where the document is. */
  private List<Order.Line> lines() {
    LineAssembly assembly = new LineAssembly(raw, today, findings, NORMAL_RATE);
    List<Invoice.Line> whole = assembly.lines();
    Set<Integer> rateless = assembly.rateless();
    List<Order.Line> lines = new ArrayList<>(whole.size());
    boolean all = whole.size() == raw.lines().size();
    for (int i = 0; i < whole.size(); i++) {
      LocalDate wanted = all ? date(raw.lines().get(i).values(), "requested_date") : null;
      boolean given = rateless.isEmpty() || !rateless.contains(whole.get(i).number());
      lines.add(new Order.Line(whole.get(i), given, wanted));
    }
    return lines;
  }

  private @Nullable LocalDate requested(List<Order.Line> lines) {
    return lines.stream()
        .map(Order.Line::requestedDate)
        .filter(Objects::nonNull)
        .min(LocalDate::compareTo)
        .orElse(date(raw.header(), "requested_date"));
  }
}
