package dz.manchengo.hub.sales;

import static dz.manchengo.hub.documents.RawDocument.number;

import dz.manchengo.hub.documents.Invoice.RateTotal;
import dz.manchengo.hub.documents.RateColumns;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.platform.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as a journal has it: totals without lines (decision 0017). What is taxed at which rate
 * follows from the columns, or from the one rate that the VAT proves; it is never guessed.
 */
final class JournalEntry {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** What rounding leaves between a base and the one that its VAT gives: a centime is 5 or 11. */
  private static final BigDecimal CLOSE = new BigDecimal("0.12");

  private final RawDocument raw;
  private final LocalDate date;
  private final RawFindings findings;
  private final BigDecimal discount;
  private final BigDecimal repeated;

  JournalEntry(RawDocument raw, LocalDate date, RawFindings findings) {
    this.raw = raw;
    this.date = date;
    this.findings = findings;
    this.discount = new JournalDiscount(raw, printedVat()).amount(findings);
    this.repeated = RepeatedBase.of(raw);
  }

  /** How far its printed HT is above what it is: a discount; a base that stands twice is below. */
  BigDecimal excess() {
    return discount.subtract(repeated);
  }

  /** By ascending rate; empty, and said why, when the file does not prove it. */
  List<RateTotal> byRate() {
    Map<BigDecimal, BigDecimal> vat = RateColumns.vat(raw.header());
    Map<BigDecimal, BigDecimal> bases = RateColumns.bases(raw.header());
    boolean untaxedAlone = bases.size() == 1 && bases.containsKey(BigDecimal.ZERO);
    if (vat.isEmpty() && untaxedAlone && (printedVat() != null || UntaxedPart.rate(raw) != null)) {
      UntaxedPart untaxed = UntaxedPart.of(raw, printedVat());
      return untaxed.amount().signum() == 0 ? plain() : besideUntaxed(untaxed);
    }
    if (!vat.isEmpty() || !bases.isEmpty()) {
      return ofColumns(vat, bases);
    }
    return plain();
  }

  /** One VAT on all of it, or a row for each. */
  private List<RateTotal> plain() {
    if (raw.lines().stream().allMatch(line -> line.values().containsKey("vat_rate"))) {
      return ofRows();
    }
    JournalParts parts = new JournalParts(raw, findings);
    return parts.isSeveral() ? parts.byRate() : ofTotals();
  }

  /** « Base 19 », « TVA 19 », « TVA 9 »: a column for each rate; what they leave is exempt. */
  private List<RateTotal> ofColumns(
      Map<BigDecimal, BigDecimal> vat, Map<BigDecimal, BigDecimal> bases) {
    Map<BigDecimal, RateTotal> totals = new TreeMap<>();
    bases.forEach(
        (rate, base) ->
            totals.put(rate, new RateTotal(rate, base, vat.getOrDefault(rate, tax(base, rate)))));
    BigDecimal ht = ht();
    Map<BigDecimal, BigDecimal> taxed = taxed(vat, bases, ht);
    vat.forEach(
        (rate, amount) ->
            totals.computeIfAbsent(
                rate, r -> new RateTotal(r, taxed.getOrDefault(r, BigDecimal.ZERO), amount)));
    totals.values().removeIf(total -> total.base().signum() == 0 && total.vat().signum() == 0);
    if (ht != null) {
      addExempt(totals, ht);
    }
    return List.copyOf(totals.values());
  }

  private void addExempt(Map<BigDecimal, RateTotal> totals, BigDecimal ht) {
    BigDecimal rest =
        totals.values().stream().map(RateTotal::base).reduce(ht, BigDecimal::subtract);
    RateTotal only = totals.size() == 1 ? totals.values().iterator().next() : null;
    boolean tooMuchTaxed = rest.signum() * ht.signum() < 0;
    if (isStamp(rest)) {
      return;
    }
    if (only != null && (tooMuchTaxed || rest.abs().compareTo(CLOSE) <= 0)) {
      totals.put(only.rate(), new RateTotal(only.rate(), ht, only.vat()));
    } else if (tooMuchTaxed) {
      return; // the totals do not add up, and are told so
    } else if (rest.abs().compareTo(CLOSE) > 0 || totals.isEmpty()) {
      tellRest(rest, ht);
      totals.merge(
          BigDecimal.ZERO,
          new RateTotal(BigDecimal.ZERO, rest, BigDecimal.ZERO),
          (a, b) -> new RateTotal(a.rate(), a.base().add(b.base()), a.vat()));
    }
  }

  /** Where only the total is printed, the stamp in it is no base. */
  private boolean isStamp(BigDecimal rest) {
    BigDecimal stamp = number(raw.header(), "stamp");
    return stamp != null
        && stamp.signum() != 0
        && sum("total_ht", "line_ht") == null
        && rest.subtract(stamp).abs().compareTo(CLOSE) <= 0;
  }

  /** It may be exempt, and it may be a slip in the VAT. */
  private void tellRest(BigDecimal rest, BigDecimal ht) {
    String no = String.valueOf(raw.number());
    String shown = Figures.of(rest);
    findings.add(
        "INV-041", raw.place(), "total_ht", shown, "no", no, "rest", shown, "ht", Figures.of(ht));
  }

  /** A row for each rate, or one with a column « Taux ». */
  private List<RateTotal> ofRows() {
    Map<BigDecimal, RateTotal> totals = new TreeMap<>();
    for (RawDocument.Line line : raw.lines()) {
      BigDecimal said = number(line.values(), "vat_rate");
      BigDecimal rate = said == null ? BigDecimal.ZERO : percent(said);
      BigDecimal base = raw.lines().size() == 1 ? ht() : either(line, "line_ht", ofRow());
      BigDecimal vat = either(line, "line_vat", vat());
      if (base == null) {
        findings.required(line.place(), "total_ht");
        return List.of();
      }
      RateTotal total = new RateTotal(rate, base, vat == null ? tax(base, rate) : vat);
      totals.merge(
          rate,
          total,
          (a, b) -> new RateTotal(a.rate(), a.base().add(b.base()), a.vat().add(b.vat())));
    }
    return List.copyOf(totals.values());
  }

  private @Nullable BigDecimal ofRow() {
    BigDecimal ht = ht();
    return ht == null ? null : ht.subtract(repeated);
  }

  private static @Nullable BigDecimal either(
      RawDocument.Line line, String field, @Nullable BigDecimal ofDocument) {
    BigDecimal own = number(line.values(), field);
    return own == null ? ofDocument : own;
  }

  /**
   * Two of HT, VAT and TTC: the one rate at which they belong together, or two. Where others of the
   * journal have exempt parts this one may have one too, and nothing tells which it is (INV-035).
   */
  private List<RateTotal> ofTotals() {
    BigDecimal vat = vat();
    BigDecimal ht = ht();
    if (ht == null || vat == null) {
      findings.required(raw.place(), ht == null ? "total_ht" : "total_vat");
      return List.of();
    }
    BigDecimal rate = vat.signum() == 0 ? BigDecimal.ZERO : VatRates.near(ht, vat);
    if (rate == null && !raw.headers().containsKey(RawDocument.EXEMPT_BESIDE)) {
      return MixedRates.of(raw, date, ht, vat, findings);
    }
    if (rate == null) {
      String shown = Figures.of(vat);
      findings.add("INV-035", raw.place(), "total_vat", shown, "value", shown);
      return List.of();
    }
    return List.of(new RateTotal(rate, ht, vat));
  }

  /** « Exonéré » is a part of HT, or stands beside it, and the one VAT is on the rest. */
  private List<RateTotal> besideUntaxed(UntaxedPart untaxed) {
    BigDecimal printed = ht();
    RateTotal exempt = new RateTotal(BigDecimal.ZERO, untaxed.amount(), BigDecimal.ZERO);
    if (printed == null) {
      return List.of(exempt);
    }
    BigDecimal taxed = untaxed.beside() ? printed : printed.subtract(untaxed.amount());
    if (taxed.signum() == 0) {
      return List.of(exempt);
    }
    BigDecimal said = printedVat() == null ? UntaxedPart.rate(raw) : null;
    BigDecimal vat = said == null ? vat() : tax(taxed, said);
    if (vat == null) {
      return List.of(exempt);
    }
    if (vat.signum() == 0) {
      tellRest(taxed, taxed.add(untaxed.amount()));
      return List.of(new RateTotal(BigDecimal.ZERO, taxed.add(untaxed.amount()), vat));
    }
    if (!untaxed.proved() && said != null) { // « HT » may be with it or without it
      tellRest(untaxed.amount(), printed);
    }
    BigDecimal rate = said == null ? VatRates.near(taxed, vat) : said;
    List<RateTotal> rest =
        rate == null
            ? MixedRates.of(raw, date, taxed, vat, findings)
            : List.of(new RateTotal(rate, taxed, vat));
    return rest.isEmpty() ? rest : Stream.concat(Stream.of(exempt), rest.stream()).toList();
  }

  private @Nullable BigDecimal ht() {
    BigDecimal ht = sum("total_ht", "line_ht");
    return ht != null
        ? ht.subtract(excess())
        : difference(sum("total_ttc", "line_ttc"), printedVat());
  }

  private @Nullable BigDecimal vat() {
    BigDecimal vat = printedVat();
    return vat != null ? vat : difference(sum("total_ttc", "line_ttc"), ht());
  }

  private @Nullable BigDecimal printedVat() {
    return DeclaredTotals.of(raw).vat();
  }

  private @Nullable BigDecimal sum(String ofDocument, String ofLine) {
    BigDecimal total = number(raw.header(), ofDocument);
    if (total != null) {
      return total;
    }
    List<BigDecimal> parts = new ArrayList<>();
    for (RawDocument.Line line : raw.lines()) {
      BigDecimal part = number(line.values(), ofLine);
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    return parts.isEmpty() ? null : parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static @Nullable BigDecimal difference(
      @Nullable BigDecimal whole, @Nullable BigDecimal part) {
    return whole == null || part == null ? null : whole.subtract(part);
  }

  static BigDecimal percent(BigDecimal rate) {
    boolean fraction = rate.signum() > 0 && rate.compareTo(BigDecimal.ONE) < 0;
    return (fraction ? rate.multiply(HUNDRED) : rate).stripTrailingZeros();
  }

  static BigDecimal tax(BigDecimal base, BigDecimal rate) {
    return base.multiply(rate).divide(HUNDRED, 2, RoundingMode.HALF_UP);
  }

  /**
   * What bears the VAT of the rates that have no base of their own: together what the others leave
   * of the printed amount, where that is a matter of centimes. Nothing is known of a rate of 0.
   */
  private static Map<BigDecimal, BigDecimal> taxed(
      Map<BigDecimal, BigDecimal> vat, Map<BigDecimal, BigDecimal> bases, @Nullable BigDecimal ht) {
    Map<BigDecimal, BigDecimal> alone = new TreeMap<>(vat);
    alone.keySet().removeAll(bases.keySet());
    alone.entrySet().removeIf(of -> of.getKey().signum() == 0 || of.getValue().signum() == 0);
    BigDecimal left = ht == null ? null : bases.values().stream().reduce(ht, BigDecimal::subtract);
    Map<BigDecimal, BigDecimal> split = left == null ? null : RateSplit.of(alone, left);
    if (split == null) {
      alone.replaceAll((rate, amount) -> RateSplit.nearest(amount, rate));
    }
    return split == null ? alone : split;
  }
}
