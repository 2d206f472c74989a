package dz.manchengo.hub.sales;

import static dz.manchengo.hub.documents.RawDocument.text;

import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * What only words say of an invoice, beside its figures: « Avoir sur facture FV-12 » as what was
 * sold, « Annulée » as a remark, « FACTURE ANNULEE » as the customer. Nobody posts it by such words
 * alone, and nobody posts it as if they were not there (INV-047).
 *
 * @param why a key of {@code reasons.tsv}
 */
record SaidInWords(Place place, String field, String words, String why) {
  /** A longer remark is a letter, which may speak of other invoices. */
  private static final int LONGEST_REMARK = 80;

  private static final String ORIGINAL = "original_no";

  /** « Annule et remplace la facture 12 » is the one that counts. */
  private static final String IS_CANCELLED =
      "(?:annulee?s?|cancell?ed|void(?:ed)?)\\b(?! (?:et remplace|l|la|le|les|notre|votre|facture)\\b).*";

  private static final Pattern CANCELLED = Pattern.compile("(?:facture )?" + IS_CANCELLED);
  private static final Pattern CANCELLED_REMARK = Pattern.compile("(?:.* )?" + IS_CANCELLED);
  private static final Pattern CANCELLED_BESIDE = Pattern.compile(".*\\( *annulee?s? *\\).*");

  private static final String IS_CREDIT = "(?:facture )?(?:d )?avoirs?\\b.*|notes? de credit\\b.*";
  private static final Pattern CREDIT = Pattern.compile(IS_CREDIT);

  /** « Retour palettes vides » among the articles: nobody sells a return. */
  private static final Pattern RETURN = Pattern.compile(IS_CREDIT + "|retours?\\b.*");

  /** Whether they say that it is cancelled. */
  boolean isCancellation() {
    return why.equals("reason.said.cancelled");
  }

  /** Whether it is the number of the invoice that it corrects. */
  boolean isOriginal() {
    return field.equals(ORIGINAL);
  }

  /** The first of its texts that says such a thing; empty for an invoice of which none does. */
  static Optional<SaidInWords> in(RawDocument raw) {
    Optional<SaidInWords> side =
        column(raw, RawDocument.SAID_PURCHASE, "reason.said.purchase")
            .or(() -> column(raw, RawDocument.SAID_SALE, "reason.said.sale"));
    if (side.isPresent()) {
      return side;
    }
    Optional<SaidInWords> cancelled =
        raw.header().containsKey("status") ? Optional.empty() : cancelled(raw);
    if (cancelled.isPresent() || raw.header().containsKey("doc_kind") || isNegative(raw)) {
      return cancelled;
    }
    if (isCreditByNumber(raw)) {
      return Optional.empty();
    }
    return column(raw, RawDocument.SAID_CREDIT, "reason.said.credit")
        .or(() -> column(raw, RawDocument.SAID_SIGN, "reason.said.sign"))
        .or(() -> original(raw))
        .or(() -> remark(raw, CREDIT, "reason.said.credit"))
        .or(() -> line(raw, text -> is(text, RETURN), "reason.said.credit"));
  }

  /** « AV-12 » in a file « avoirs.csv »: the name and the number say the same. */
  static boolean isCreditByNumber(RawDocument raw) {
    String number = raw.number();
    return number != null
        && raw.header().containsKey(RawDocument.SAID_CREDIT)
        && !raw.header().containsKey("doc_kind")
        && CreditSeries.has(number);
  }

  /** An invoice may correct another one; most documents that name one are credit notes. */
  private static Optional<SaidInWords> original(RawDocument raw) {
    String number = raw.number();
    boolean asked = number != null && CreditSeries.has(number); // INV-042
    return column(raw, ORIGINAL, "reason.said.sign")
        .filter(said -> !asked && !said.words().equalsIgnoreCase(number));
  }

  private static Optional<SaidInWords> cancelled(RawDocument raw) {
    return remark(raw, CANCELLED_REMARK, "reason.said.cancelled")
        .or(() -> customer(raw))
        .or(() -> line(raw, SaidInWords::isCancelled, "reason.said.cancelled"));
  }

  /** Of a column that nobody knows. */
  private static Optional<SaidInWords> column(RawDocument raw, String field, String why) {
    return Optional.ofNullable(text(raw.header(), field))
        .map(text -> new SaidInWords(raw.place(), field, text, why));
  }

  private static Optional<SaidInWords> remark(RawDocument raw, Pattern pattern, String why) {
    String text = text(raw.header(), "note");
    return text == null || text.length() > LONGEST_REMARK || !is(text, pattern)
        ? Optional.empty()
        : Optional.of(new SaidInWords(raw.place(), "note", text, why));
  }

  private static Optional<SaidInWords> customer(RawDocument raw) {
    String name = text(raw.header(), "party_name");
    return name == null || !is(name, CANCELLED)
        ? Optional.empty()
        : Optional.of(new SaidInWords(raw.place(), "party_name", name, "reason.said.cancelled"));
  }

  private static Optional<SaidInWords> line(RawDocument raw, Predicate<String> says, String why) {
    return raw.lines().stream()
        .flatMap(
            line -> {
              String text = text(line.values(), "description");
              return text == null || !says.test(text)
                  ? Stream.empty()
                  : Stream.of(new SaidInWords(line.place(), "description", text, why));
            })
        .findFirst();
  }

  private static boolean isCancelled(String text) {
    return is(text, CANCELLED) || CANCELLED_BESIDE.matcher(folded(text)).matches();
  }

  /** Its amounts make a credit note of it by themselves, or of the line. */
  static boolean isNegative(RawDocument raw) {
    return Stream.concat(
            Stream.of(raw.header()), raw.lines().stream().map(RawDocument.Line::values))
        .map(Map::values)
        .anyMatch(values -> values.stream().anyMatch(SaidInWords::isNegative));
  }

  private static boolean isNegative(@Nullable Object value) {
    return value instanceof BigDecimal number && number.signum() < 0;
  }

  private static boolean is(String text, Pattern pattern) {
    String words = folded(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return pattern.matcher(words).matches();
  }

  private static String folded(String text) {
    return StringUtils.stripAccents(text).toLowerCase(Locale.ROOT);
  }
}
