package dz.manchengo.hub.sales;

import static dz.manchengo.hub.documents.RawDocument.date;
import static dz.manchengo.hub.documents.RawDocument.number;
import static dz.manchengo.hub.documents.RawDocument.text;

import dz.manchengo.hub.catalog.PartyMention;
import dz.manchengo.hub.catalog.VatLaw;
import dz.manchengo.hub.documents.Aliases;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.RuleBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of a document's rows as an {@link Invoice}; says what is missing for one. */
final class InvoiceAssembly {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Set<String> DINAR = Set.of("DZD", "DA", "DINAR", "DINARS", "دج");

  private static final PartyMention NOBODY =
      new PartyMention(null, null, null, null, null, null, null);

  private final RawDocument raw;
  private final Feed feed;
  private final LocalDate today;
  private final List<Finding> findings = new ArrayList<>();
  private boolean complete;

  InvoiceAssembly(RawDocument raw, Feed feed, LocalDate today) {
    this.raw = raw;
    this.feed = feed;
    this.today = today;
  }

  /** What is missing or wrong; call after {@link #invoice()}. */
  List<Finding> findings() {
    return findings;
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
      add("INV-001", raw.place(), "doc_no", null, "row", raw.place().row());
    }
    if (date == null) {
      required(raw.place(), "doc_date");
    }
    PartyMention party = party(header);
    checkCurrency(header);
    List<Invoice.Line> lines = lines();
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
        required(
            raw.place(), raw.headers().containsKey("party_code") ? "party_code" : "party_name");
        return null;
      }
      String buyer = feed.direction() == Invoice.Direction.SALE ? "client" : "fournisseur";
      add("INV-031", raw.place(), "party_code", null, "list", buyer);
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
    if (currency != null
        && !DINAR.contains(currency.replace(".", "").toUpperCase(java.util.Locale.ROOT))) {
      add("FMT-015", raw.place(), "currency", currency, "value", currency);
    }
  }

  private List<Invoice.Line> lines() {
    List<Invoice.Line> lines = new ArrayList<>();
    boolean numbered = hasDistinctLineNumbers();
    BigDecimal rateOfDocument =
        VatRates.of(base(), number(raw.header(), "total_vat"), raw.lines().size());
    for (int i = 0; i < raw.lines().size(); i++) {
      RawDocument.Line line = raw.lines().get(i);
      int lineNumber =
          numbered ? Objects.requireNonNull(number(line.values(), "line_no")).intValue() : i + 1;
      Invoice.Line assembled = line(line, lineNumber, rateOfDocument);
      if (assembled != null) {
        lines.add(assembled);
      }
    }
    return lines;
  }

  /** What the document's VAT is on: as printed, else quantity × price. */
  private @Nullable BigDecimal base() {
    BigDecimal printed = number(raw.header(), "total_ht");
    if (printed != null) {
      return printed;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (RawDocument.Line line : raw.lines()) {
      BigDecimal qty = number(line.values(), "qty");
      BigDecimal price = number(line.values(), "unit_price_ht");
      BigDecimal amount = number(line.values(), "line_ht");
      if (amount == null && (qty == null || price == null)) {
        return null;
      }
      sum = sum.add(amount != null || qty == null || price == null ? amount : qty.multiply(price));
    }
    return sum;
  }

  private boolean hasDistinctLineNumbers() {
    Set<Integer> seen = new HashSet<>();
    for (RawDocument.Line line : raw.lines()) {
      BigDecimal number = number(line.values(), "line_no");
      if (number == null || !isCount(number) || !seen.add(number.intValue())) {
        return false;
      }
    }
    return !seen.isEmpty();
  }

  private static boolean isCount(BigDecimal number) {
    return number.signum() > 0
        && number.stripTrailingZeros().scale() <= 0
        && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) < 0;
  }

  private Invoice.@Nullable Line line(
      RawDocument.Line line, int lineNumber, @Nullable BigDecimal rateOfDocument) {
    Map<String, Object> values = line.values();
    BigDecimal qty = number(values, "qty");
    if (qty == null) {
      required(line.place(), "qty");
    }
    BigDecimal rate = rate(values, rateOfDocument);
    if (rate == null) {
      required(line.place(), "vat_rate");
    }
    BigDecimal net = number(values, "unit_price_net_ht");
    BigDecimal price = price(values, net, rate);
    if (price == null) {
      required(line.place(), "unit_price_ht");
    }
    String code = text(values, "product_code");
    String description = text(values, "description");
    if (code == null && description == null) {
      required(
          line.place(), raw.headers().containsKey("description") ? "description" : "product_code");
    }
    if (qty == null || rate == null || price == null || (code == null && description == null)) {
      checkRate(line.place(), rate);
      return null;
    }
    boolean netOnly = number(values, "unit_price_ht") == null && net != null;
    return new Invoice.Line(
        lineNumber,
        code,
        description,
        qty,
        text(values, "uom"),
        price,
        netOnly ? null : number(values, "discount_pct"),
        netOnly ? null : number(values, "discount_amount"),
        rate,
        text(values, "vat_exempt_reason"),
        number(values, "line_ht"),
        text(values, "lot_code"),
        line.place());
  }

  /** The rules see whole lines only; who corrects the rest of this one wants to know at once. */
  private void checkRate(Place place, @Nullable BigDecimal rate) {
    LocalDate date = Objects.requireNonNullElse(date(raw.header(), "doc_date"), today);
    if (rate != null && !VatLaw.isRate(rate, date)) {
      String shown = rate.stripTrailingZeros().toPlainString();
      add("INV-016", place, "vat_rate", shown, "value", shown);
    }
  }

  /** The line's own rate, as a percentage; else the one that its or the document's VAT proves. */
  private static @Nullable BigDecimal rate(
      Map<String, Object> values, @Nullable BigDecimal rateOfDocument) {
    BigDecimal rate = number(values, "vat_rate");
    if (rate != null) {
      boolean fraction = rate.signum() > 0 && rate.compareTo(BigDecimal.ONE) < 0;
      return fraction ? rate.multiply(HUNDRED) : rate;
    }
    BigDecimal proved = VatRates.of(number(values, "line_ht"), number(values, "line_vat"), 1);
    return proved != null ? proved : rateOfDocument;
  }

  private static @Nullable BigDecimal price(
      Map<String, Object> values, @Nullable BigDecimal net, @Nullable BigDecimal rate) {
    BigDecimal price = number(values, "unit_price_ht");
    if (price != null || net != null) {
      return price != null ? price : net;
    }
    BigDecimal ttc = number(values, "unit_price_ttc");
    return ttc == null || rate == null
        ? null
        : ttc.multiply(HUNDRED).divide(HUNDRED.add(rate), 6, RoundingMode.HALF_UP);
  }

  /** FMT-001, unless a finding says already why the field has no value. */
  private void required(Place place, String field) {
    String column = raw.headers().getOrDefault(field, "");
    boolean said =
        raw.findings().stream()
            .anyMatch(
                f ->
                    f.severity().rejects()
                        && f.place().row() == place.row()
                        && f.place().sheet().equals(place.sheet())
                        && f.place().column().equals(column));
    if (!said) {
      String shown = column.isEmpty() ? Aliases.label(field) : column.strip();
      add("FMT-001", place, field, null, "field", shown);
    }
  }

  private void add(
      String rule, Place place, String field, @Nullable String value, Object... params) {
    Place at = place.at(raw.headers().getOrDefault(field, ""));
    findings.add(RuleBook.finding(rule, at, value, params).withDocument(raw.number()));
  }
}
