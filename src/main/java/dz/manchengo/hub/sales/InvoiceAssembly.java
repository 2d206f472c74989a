package dz.manchengo.hub.sales;

import static dz.manchengo.hub.documents.RawDocument.date;
import static dz.manchengo.hub.documents.RawDocument.number;
import static dz.manchengo.hub.documents.RawDocument.text;

import dz.manchengo.hub.catalog.PartyMention;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.RawDocument;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of a document's rows as an {@link Invoice}; says what is missing for one. */
final class InvoiceAssembly {
  private static final Set<String> DINAR = Set.of("DZD", "DA", "DINAR", "DINARS", "دج");

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
      findings.add("INV-001", raw.place(), "doc_no", null, "row", raw.place().row());
    }
    if (date == null) {
      findings.required(raw.place(), "doc_date");
    }
    PartyMention party = party(header);
    checkCurrency(header);
    List<Invoice.Line> lines = new LineAssembly(raw, today, findings).lines();
    complete =
        number != null && date != null && party != null && lines.size() == raw.lines().size();
    String shownNumber = Objects.requireNonNullElse(number, "");
    return new Invoice(
        feed.direction(),
        kind(shownNumber, header),
        shownNumber,
        Objects.requireNonNullElse(date, today),
        date(header, "due_date"),
        Objects.requireNonNullElse(party, NOBODY),
        (Invoice.PaymentMethod) header.get("payment_method"),
        status(header),
        text(header, "original_no"),
        text(header, "order_no"),
        text(header, "delivery_no"),
        number(header, "global_discount"),
        new Invoice.Declared(
            number(header, "total_ht"),
            declared("total_vat", "line_vat"),
            declared("total_ttc", "line_ttc"),
            number(header, "stamp"),
            number(header, "net_to_pay")),
        lines,
        raw.place());
  }

  /** A total as printed; where it is printed line by line, their sum. */
  private @Nullable BigDecimal declared(String ofDocument, String ofLine) {
    BigDecimal total = number(raw.header(), ofDocument);
    if (total != null) {
      return total;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (RawDocument.Line line : raw.lines()) {
      BigDecimal part = number(line.values(), ofLine);
      if (part == null) {
        return null;
      }
      sum = sum.add(part);
    }
    return sum;
  }

  private static Invoice.Status status(Map<String, Object> header) {
    Object status = header.get("status");
    return status == null ? Invoice.Status.VALIDATED : (Invoice.Status) status;
  }

  private Invoice.Kind kind(String number, Map<String, Object> header) {
    Object kind = header.get("doc_kind");
    if (kind != null) {
      return (Invoice.Kind) kind;
    }
    boolean credit =
        feed.creditNoteNumber() != null && feed.creditNoteNumber().matcher(number).find();
    return credit ? Invoice.Kind.CREDIT_NOTE : Invoice.Kind.INVOICE;
  }

  private @Nullable PartyMention party(Map<String, Object> header) {
    String code = text(header, "party_code");
    String name = text(header, "party_name");
    String nif = text(header, "party_nif");
    if (code == null && name == null && nif == null) {
      Feed.AnonymousParty anonymous = feed.anonymousParty();
      if (anonymous == null) {
        findings.required(raw.place(), "party_code", "party_name");
        return null;
      }
      String buyer =
          feed.direction() == Invoice.Direction.SALE
              ? "reason.mention.customer"
              : "reason.mention.supplier";
      findings.add("INV-031", raw.place(), "party_code", null, "list", buyer);
      code = anonymous.code();
      name = anonymous.name();
    }
    return new PartyMention(
        code,
        name == null && code == null ? nif : name,
        nif,
        text(header, "party_nis"),
        text(header, "party_rc"),
        text(header, "party_ai"),
        text(header, "party_address"));
  }

  private void checkCurrency(Map<String, Object> header) {
    String currency = text(header, "currency");
    if (currency != null && !DINAR.contains(currency.replace(".", "").toUpperCase(Locale.ROOT))) {
      findings.add("FMT-015", raw.place(), "currency", currency, "value", currency);
    }
  }
}
