package dz.manchengo.hub.sales;

import static dz.manchengo.hub.documents.RawDocument.date;
import static dz.manchengo.hub.documents.RawDocument.number;
import static dz.manchengo.hub.documents.RawDocument.text;

import dz.manchengo.hub.catalog.PartyMention;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.PaymentTerm;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.platform.Figures;
import dz.manchengo.hub.platform.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of a document's rows as an {@link Invoice}; says what is missing for one. */
final class InvoiceAssembly {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final PartyMention NOBODY =
      new PartyMention(null, null, null, null, null, null, null);

  private final RawDocument raw;
  private final Feed feed;
  private final LocalDate today;
  private final RawFindings findings;
  private boolean complete;

  InvoiceAssembly(RawDocument raw, Feed feed, LocalDate today) {
    this.raw = raw;
    this.feed = feed;
    this.today = today;
    this.findings = new RawFindings(raw);
  }

  /** What is missing or wrong; call after {@link #invoice()}. */
  List<Finding> findings() {
    return findings.all();
  }

  /**
   * False when something is missing without which there is no invoice; after {@link #invoice()}.
   */
  boolean isComplete() {
    return complete;
  }

  /**
   * The invoice. Where it is not complete it holds stand-ins and the lines that are whole, so that
   * the rules can still say at once what else is wrong with those.
   */
  Invoice invoice() {
    Map<String, Object> header = raw.header();
    String number = raw.number();
    LocalDate date = date(header, "doc_date");
    if (number == null) {
      findings.numberMissing("INV-001");
    }
    if (date == null) {
      findings.required(raw.place(), "doc_date");
    }
    PartyMention party = party(header);
    findings.checkCurrency();
    boolean journal = raw.isJournal();
    LocalDate day = Objects.requireNonNullElse(date, today);
    JournalEntry entry = journal ? new JournalEntry(raw, day, findings) : null;
    List<Invoice.RateTotal> byRate = entry == null ? List.of() : entry.byRate();
    List<Invoice.Line> lines =
        journal ? List.of() : new LineAssembly(raw, today, findings).withServices().lines();
    boolean whole = journal ? !byRate.isEmpty() : lines.size() == raw.lines().size();
    complete = number != null && date != null && party != null && whole;
    Invoice.Declared declared =
        DeclaredTotals.of(raw, byRate, entry == null ? BigDecimal.ZERO : entry.excess());
    if (!journal) {
      DeclaredTotals.tellUncompared(raw, findings);
    }
    Invoice.Line stamp = declared.stamp() == null ? StampLine.in(lines) : null;
    if (stamp != null) {
      lines = StampLine.without(lines, stamp);
      declared = DeclaredStamp.with(declared, declared.ttc(), stamp.unitPriceHt());
      String shown = Figures.of(stamp.unitPriceHt());
      findings.add("INV-045", stamp.place(), "description", shown, "value", shown);
    }
    BigDecimal discount = journal ? null : discount(header, lines);
    declared = DeclaredTotals.afterDiscount(declared, lines, discount);
    Invoice.Kind kind = kind(Objects.requireNonNullElse(number, ""), header);
    if (discount == null && kind == Invoice.Kind.INVOICE) {
      DiscountLines found = DiscountLines.in(lines);
      lines = found.others();
      discount = tell(found);
    }
    if (declared.equals(Invoice.Declared.NOTHING)) {
      DiscountLines.raising(lines).forEach(this::tellRaising);
      tellBareDiscount(number(header, "global_discount"));
    }
    tellOrders(text(header, "order_no"));
    tellDraft(status(header));
    tellWords();
    String shownNumber = Objects.requireNonNullElse(number, "");
    tellOtherPaper(shownNumber);
    askForKind(shownNumber);
    return new Invoice(
        feed.direction(),
        kind,
        shownNumber,
        day,
        due(header, day),
        Objects.requireNonNullElse(party, NOBODY),
        (Invoice.PaymentMethod) header.get("payment_method"),
        status(header),
        text(header, "original_no"),
        text(header, "order_no"),
        text(header, "delivery_no"),
        discount,
        declared,
        lines,
        raw.place());
  }

  private static @Nullable LocalDate due(Map<String, Object> header, LocalDate day) {
    return header.get(PaymentTerm.FIELD) instanceof PaymentTerm term
        ? term.from(day)
        : date(header, "due_date");
  }

  private void tellRaising(Invoice.Line line) {
    String shown = Figures.of(line.quantity().multiply(line.unitPriceHt()));
    String text = String.valueOf(line.description()).strip();
    findings.add("INV-054", line.place(), "unit_price_ht", shown, "text", text, "value", shown);
  }

  /** INV-050; what they come to, null where there are none. */
  private @Nullable BigDecimal tell(DiscountLines found) {
    for (Invoice.Line line : found.discounts()) {
      String shown = Figures.of(line.quantity().multiply(line.unitPriceHt()));
      String text = Objects.requireNonNullElse(line.description(), "").strip();
      findings.add("INV-050", line.place(), "description", shown, "text", text, "value", shown);
    }
    return found.discounts().isEmpty() ? null : found.amount();
  }

  /** Of the whole document, DA; a percentage is one of what its lines come to. */
  private @Nullable BigDecimal discount(Map<String, Object> header, List<Invoice.Line> lines) {
    BigDecimal amount = number(header, "global_discount");
    BigDecimal percent = number(header, "global_discount_pct");
    if (amount != null || percent == null) {
      return TaxedDiscounts.global(raw, amount, lines);
    }
    BigDecimal gross = InvoiceTotals.of(lines, Money.ZERO).ht().amount();
    return gross.multiply(percent).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
  }

  /** What is invoiced is taken from one order; where several are named nobody knows from which. */
  private void tellOrders(@Nullable String orders) {
    if (feed.direction() == Invoice.Direction.SALE && orders != null && orders.contains(", ")) {
      findings.add("INV-046", raw.place(), "order_no", orders, "value", orders);
    }
  }

  /** « Remise globale 5 »: dinars as its column says, and maybe 5 % as its writer meant. */
  private void tellBareDiscount(@Nullable BigDecimal discount) {
    if (discount != null && discount.signum() > 0 && discount.compareTo(HUNDRED) <= 0) {
      String value = Figures.of(discount);
      findings.add(
          "FMT-019",
          raw.place(),
          "global_discount",
          value,
          "value",
          value,
          "field",
          raw.headers().getOrDefault("global_discount", "").strip(),
          "unit",
          "reason.discount.dinars",
          "why",
          "reason.discount.unproved");
    }
  }

  /** How far it is; whether it was paid stands in a column of its own in some programs. */
  private static Invoice.Status status(Map<String, Object> header) {
    Invoice.Status own = (Invoice.Status) header.get("status");
    Invoice.Status paid = (Invoice.Status) header.get("payment_status");
    if (own == null || (own == Invoice.Status.VALIDATED && paid != null)) {
      return paid == null ? Invoice.Status.VALIDATED : paid;
    }
    return own;
  }

  /** INV-047; of a cancelled one only the tables can tell whether there is anything to cancel. */
  private void tellDraft(Invoice.Status status) {
    if (status == Invoice.Status.DRAFT) {
      String field = raw.header().get("status") == status ? "status" : "payment_status";
      findings.add(
          "INV-047",
          raw.place(),
          field,
          raw.written(field, status),
          "no",
          Objects.requireNonNullElse(raw.number(), ""),
          "why",
          "reason.status.draft");
    }
  }

  /** INV-047: « Annulée » as a remark, « Avoir sur facture 12 » or « Retour » as what was sold. */
  private void tellWords() {
    SaidInWords.in(raw)
        .filter(said -> !said.isOriginal() || !isCredited(raw.number()))
        .ifPresent(
            said ->
                findings.add(
                    "INV-047",
                    said.place(),
                    said.field(),
                    said.words(),
                    "no",
                    Objects.requireNonNullElse(raw.number(), ""),
                    "why",
                    said.why(),
                    "text",
                    said.words(),
                    "column",
                    raw.headers().getOrDefault(said.field(), "").strip()));
  }

  /** « PROFORMA 12 », « BL-12 », Odoo's « BILL/2026/11/0001 »: INV-048, INV-049, INV-063. */
  private void tellOtherPaper(String number) {
    PaperNumber paper = PaperNumber.of(number);
    boolean sale = feed.direction() == Invoice.Direction.SALE;
    if (paper != null && (sale || !paper.isSuppliers())) {
      boolean refused = paper.spelled() && !raw.header().containsKey("doc_kind");
      String rule = !refused ? "INV-049" : paper.isSuppliers() ? "INV-063" : "INV-048";
      findings.add(rule, raw.place(), "doc_no", number, "no", number, "paper", paper.phrase());
    }
  }

  /** INV-042: recorded as an invoice, a credit note would be wrong by twice its amount. */
  private void askForKind(String number) {
    if (feed.creditNoteNumber() == null
        && CreditSeries.has(number)
        && !raw.header().containsKey("doc_kind")
        && !SaidInWords.isCreditByNumber(raw)
        && !SaidInWords.isNegative(raw)) {
      findings.add("INV-042", raw.place(), "doc_no", number, "no", number);
    }
  }

  private Invoice.Kind kind(String number, Map<String, Object> header) {
    Object kind = header.get("doc_kind");
    if (kind != null) {
      return (Invoice.Kind) kind;
    }
    if (SaidInWords.isCreditByNumber(raw)) {
      String said = String.valueOf(text(header, RawDocument.SAID_CREDIT));
      findings.add("FIL-030", raw.place(), "doc_no", number, "value", said);
      return Invoice.Kind.CREDIT_NOTE;
    }
    return isCredited(number) ? Invoice.Kind.CREDIT_NOTE : Invoice.Kind.INVOICE;
  }

  /** By its number, where the feed knows how credit notes are numbered. */
  private boolean isCredited(@Nullable String number) {
    Pattern credits = feed.creditNoteNumber();
    return credits != null && number != null && credits.matcher(number).find();
  }

  private @Nullable PartyMention party(Map<String, Object> header) {
    PartyMention named = RawParty.in(header);
    if (named != null) {
      return named;
    }
    Feed.AnonymousParty anonymous = feed.anonymousParty();
    if (anonymous == null) {
      findings.required(raw.place(), "party_code", "party_name");
      return null;
    }
    boolean sale = feed.direction() == Invoice.Direction.SALE;
    String missing = sale ? "reason.customer" : "reason.supplier";
    findings.add("INV-031", raw.place(), "party_code", null, "list", missing);
    return RawParty.of(anonymous.code(), anonymous.name(), header);
  }
}
