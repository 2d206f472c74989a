package dz.manchengo.hub.sales;

import static dz.manchengo.hub.documents.RawDocument.date;
import static dz.manchengo.hub.documents.RawDocument.number;
import static dz.manchengo.hub.documents.RawDocument.text;

import dz.manchengo.hub.catalog.VatLaw;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a document as lines of an invoice or order; says what is missing for one. */
final class LineAssembly {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final RawDocument raw;
  private final LocalDate date;
  private final RawFindings findings;
  private final @Nullable BigDecimal standIn;
  private final Set<Integer> rateless = new HashSet<>();
  private final Map<Place, BigDecimal> services = new HashMap<>(0);
  private boolean severalRates;

  /**
   * @param today stands in where the document has no date
   */
  LineAssembly(RawDocument raw, LocalDate today, RawFindings findings) {
    this(raw, today, findings, null);
  }

  /**
   * @param standIn rate of lines that name none; null where a rate is required
   */
  LineAssembly(
      RawDocument raw, LocalDate today, RawFindings findings, @Nullable BigDecimal standIn) {
    this.standIn = standIn;
    this.raw = raw;
    this.date = Objects.requireNonNullElse(date(raw.header(), "doc_date"), today);
    this.findings = findings;
  }

  /** Takes « Transport ; 200,00 » as done once where the invoice's total counts it (INV-053). */
  LineAssembly withServices() {
    services.putAll(ServiceLines.in(raw, LineAssembly::amount));
    return this;
  }

  /** The lines that are whole; what the others lack is among the findings. */
  List<Invoice.Line> lines() {
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

  /** Numbers of the lines that bear the stand-in; after {@link #lines()}. */
  Set<Integer> rateless() {
    return rateless;
  }

  /** What the document's VAT is on: as printed, else what its lines come to. */
  private @Nullable BigDecimal base() {
    BigDecimal printed = number(raw.header(), "total_ht");
    if (printed != null) {
      return printed;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (RawDocument.Line line : raw.lines()) {
      BigDecimal amount = amount(line.values());
      if (amount == null) {
        return withoutTax();
      }
      sum = sum.add(amount);
    }
    BigDecimal discount = number(raw.header(), "global_discount");
    return discount == null ? sum : sum.subtract(discount);
  }

  /** Of prices with tax: « Total TTC » less « Dont TVA ». */
  private @Nullable BigDecimal withoutTax() {
    BigDecimal ttc = number(raw.header(), "total_ttc");
    BigDecimal vat = number(raw.header(), "total_vat");
    return ttc == null || vat == null ? null : ttc.subtract(vat);
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

  /**
   * An amount of VAT from which no rate follows is not a missing rate; beside a quantity or a price
   * that cannot be read it shows nothing, and that is told already.
   */
  private void tellNoRate(RawDocument.Line line) {
    for (String field : List.of("line_vat", "total_vat")) {
      BigDecimal ofLine = number(line.values(), field);
      BigDecimal given = ofLine == null ? number(raw.header(), field) : ofLine;
      if (given != null) {
        boolean legible = (ofLine == null ? base() : amount(line.values())) != null;
        if (legible && ofLine == null && raw.lines().size() > 1) {
          tellSeveralRates(line, field, given);
        } else if (legible) {
          String text = Figures.of(given);
          findings.add("INV-035", line.place(), field, text, "value", text);
        }
        return;
      }
    }
    findings.required(line.place(), "vat_rate");
  }

  /** Once for the document (INV-056): the VAT of all of its lines is of no one rate. */
  private void tellSeveralRates(RawDocument.Line line, String field, BigDecimal vat) {
    if (!severalRates) {
      severalRates = true;
      String text = Figures.of(vat);
      String base = Figures.of(Objects.requireNonNull(base()));
      String number = String.valueOf(raw.number());
      findings.add("INV-056", line.place(), field, text, "no", number, "value", text, "base", base);
    }
  }

  private Invoice.@Nullable Line line(
      RawDocument.Line line, int lineNumber, @Nullable BigDecimal rateOfDocument) {
    Map<String, Object> values = line.values();
    BigDecimal service = services.get(line.place());
    BigDecimal qty = service == null ? quantity(values) : BigDecimal.ONE;
    boolean done = raw.isOfServices();
    if (done && amount(values) == null) {
      findings.required(line.place(), "line_ht");
    }
    if (qty == null && !done) {
      findings.required(line.place(), "qty");
    }
    BigDecimal said = rate(values, rateOfDocument);
    if (said == null) {
      rateless.add(lineNumber);
    }
    BigDecimal rate = said == null ? standIn : said;
    if (rate == null) {
      tellNoRate(line);
    }
    LinePrice price =
        service == null
            ? LinePrice.of(line, qty, rate, findings)
            : new LinePrice(service, null, null);
    if (price == null && !done && !hasPrice(values)) {
      findings.required(line.place(), "unit_price_ht");
    }
    TaxedPrices.check(raw, line, rate, findings);
    String code = text(values, "product_code");
    String description = text(values, "description");
    if (code == null && description == null) {
      findings.required(line.place(), "description", "product_code");
    }
    if (qty == null || rate == null || price == null || (code == null && description == null)) {
      checkRate(line.place(), rate);
      return null;
    }
    if (service != null && ServiceLines.areCounted(raw, LineAssembly::amount)) {
      String shown = Figures.of(service);
      String name = Objects.requireNonNullElse(description, "").strip();
      findings.add("INV-053", line.place(), "qty", shown, "text", name, "value", shown);
    }
    return new Invoice.Line(
        lineNumber,
        code,
        description,
        qty,
        text(values, "uom"),
        price.price(),
        price.pct(),
        price.amount(),
        rate,
        text(values, "vat_exempt_reason"),
        number(values, "line_ht"),
        text(values, "lot_code"),
        line.place());
  }

  /** The rules see whole lines only; who corrects the rest of this one wants to know at once. */
  private void checkRate(Place place, @Nullable BigDecimal rate) {
    if (rate != null && !VatLaw.isRate(rate, date)) {
      String shown = Figures.of(rate);
      findings.add("INV-016", place, "vat_rate", shown, "value", shown);
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
    if (StampLine.isCalled(Objects.requireNonNullElse(text(values, "description"), ""))) {
      return BigDecimal.ZERO; // a duty bears none
    }
    BigDecimal proved = VatRates.of(amount(values), number(values, "line_vat"), 1);
    return proved != null ? proved : rateOfDocument;
  }

  private static @Nullable BigDecimal quantity(Map<String, Object> values) {
    BigDecimal exact = number(values, "qty_exact");
    return exact == null ? number(values, "qty") : exact;
  }

  /** The line's amount excluding tax as printed, else by its quantity, price and discount. */
  private static @Nullable BigDecimal amount(Map<String, Object> values) {
    BigDecimal printed = number(values, "line_ht");
    BigDecimal qty = quantity(values);
    BigDecimal net = number(values, "unit_price_net_ht");
    BigDecimal price = net == null ? number(values, "unit_price_ht") : net;
    if (printed != null || qty == null || price == null) {
      return printed;
    }
    BigDecimal gross = qty.multiply(price);
    if (net != null) {
      return gross;
    }
    BigDecimal pct = number(values, "discount_pct");
    BigDecimal off = number(values, "discount_amount");
    if (off == null) {
      off = pct == null ? BigDecimal.ZERO : gross.multiply(pct).movePointLeft(2);
    }
    return gross.subtract(off);
  }

  /** Whether a price is missing only because two of them contradict each other. */
  private static boolean hasPrice(Map<String, Object> values) {
    return number(values, "unit_price_ht") != null || number(values, "unit_price_net_ht") != null;
  }
}
