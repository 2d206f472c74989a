package dz.manchengo.hub.masterdata;

import dz.manchengo.hub.catalog.ProductCards;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Hints;
import dz.manchengo.hub.documents.KnownHeaders;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a list of master records, with the values that it gives. */
final class MasterRow {
  final RawDocument raw;
  final List<Finding> findings;
  final Map<String, String> given = new LinkedHashMap<>();
  String code = "";
  Verdict.Outcome outcome = Verdict.Outcome.REJECTED;

  MasterRow(RawDocument raw) {
    this.raw = raw;
    this.findings = new ArrayList<>(raw.findings());
  }

  void tell(String rule, String field, @Nullable String value, Object... params) {
    String header = raw.headers().getOrDefault(column(field), "");
    findings.add(
        RuleBook.finding(rule, raw.place().at(header), value, params).withDocument(raw.number()));
  }

  /** Adds that sentence of {@code hints.tsv} to what was told last. */
  void hintLast(String hint) {
    int last = findings.size() - 1;
    findings.set(last, findings.get(last).with(Hints.PARAM, hint));
  }

  /** Whether the file has a column for that field. */
  boolean hasColumn(String field) {
    return raw.headers().containsKey(column(field));
  }

  boolean stands() {
    return findings.stream().noneMatch(f -> f.severity().rejects());
  }

  /** FMT-001, unless a finding says already why the field has no value. */
  void require(String field) {
    String header = raw.headers().getOrDefault(field, "");
    boolean said =
        !header.isEmpty()
            && findings.stream()
                .anyMatch(f -> f.severity().rejects() && f.place().column().equals(header));
    if (!said) {
      tell("FMT-001", field, null, "field", label(field));
    }
  }

  /** Takes over a text, a code or a word of a closed list. */
  void take(String field) {
    Object value = raw.header().get(field);
    if (value != null) {
      given.put(field, value.toString());
    }
  }

  /** Takes over a number between the bounds (MDM-019). */
  void take(String field, int scale, String min, String max) {
    BigDecimal value = RawDocument.number(raw.header(), field);
    if (value != null) {
      take(field, value, scale, new BigDecimal(min), new BigDecimal(max));
    }
  }

  private void take(String field, BigDecimal value, int scale, BigDecimal min, BigDecimal max) {
    BigDecimal rounded = value.setScale(scale, RoundingMode.HALF_UP);
    boolean broken = scale == 0 && rounded.compareTo(value) != 0;
    if (broken || rounded.compareTo(min) < 0 || rounded.compareTo(max) > 0) {
      String allowed = scale == 0 ? "reason.whole" : "reason.between";
      tellImpossible(field, value.toPlainString(), allowed, "min", min, "max", max);
    } else {
      given.put(field, plain(rounded));
    }
  }

  void tellImpossible(String field, String value, String allowed, Object... params) {
    List<Object> all =
        new ArrayList<>(List.of("value", value, "field", label(field), "allowed", allowed));
    all.addAll(List.of(params));
    tell("MDM-019", field, value, all.toArray());
  }

  static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /** The column that gives a value of a card. */
  private static String column(String field) {
    if (field.startsWith(ProductCards.PACK)) {
      return "pack_factor";
    }
    return field.startsWith("is_") || field.equals("customer_type") ? "party_role" : field;
  }

  /** As the sender calls it. */
  String label(String field) {
    String column = column(field);
    String header = raw.headers().get(column);
    String name = header == null ? KnownHeaders.label(column) : header.strip();
    return field.startsWith(ProductCards.PACK)
        ? name + " " + field.substring(ProductCards.PACK.length())
        : name;
  }

  void apply(Feed feed) {
    List<Finding> applied = feed.applied(findings);
    if (applied != findings) {
      findings.clear();
      findings.addAll(applied);
    }
  }

  Verdict verdict() {
    return stands()
        ? new Verdict(raw, outcome, Verdict.Totals.ZERO, findings)
        : Verdict.rejected(raw, findings);
  }
}
