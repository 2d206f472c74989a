package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.PartyAnswer;
import dz.manchengo.hub.catalog.PartyMatch;
import dz.manchengo.hub.catalog.PartyMention;
import dz.manchengo.hub.documents.Feed;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.Severity;
import dz.manchengo.hub.documents.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or an order on its way to the tables, with all that has been found out about it so
 * far.
 */
abstract class Pending {
  final RawDocument raw;
  final List<Finding> findings;
  PartyAnswer whom = PartyAnswer.UNKNOWN;

  /** Whether the party it names is the company itself (MDM-029). */
  boolean ownCompany;

  List<ResolvedLine> lines = List.of();
  boolean unchanged;
  long id;

  Pending(RawDocument raw) {
    this.raw = raw;
    this.findings = new ArrayList<>(raw.findings());
  }

  /** Its party as the file names it. */
  abstract PartyMention mention();

  abstract LocalDate date();

  /** Its lines after the rules: what is computed with and written. */
  abstract List<Invoice.Line> content();

  /** Whether it was complete enough for the rules. */
  abstract boolean isAssessed();

  /** Whether the tables have an earlier revision of it. */
  abstract boolean isRevision();

  /** The row of the tables that holds it; null while none does. */
  abstract Verdict.@Nullable Identity identity();

  /** Whether its quantities have to be known in the articles' own units (MDM-008, MDM-023). */
  boolean needsUnits() {
    return true;
  }

  /** Of what is posted, DA. */
  abstract Verdict.Totals totals();

  /** Adds a finding of the whole document. */
  void tell(String rule, String field, @Nullable String value, Object... params) {
    tell(rule, raw.place(), field, value, params);
  }

  /** Adds a finding at a row, in the column that gives the field. */
  void tell(String rule, Place row, String field, @Nullable String value, Object... params) {
    findings.add(finding(rule, row, field, value, params));
  }

  /** Adds a finding of the whole document that is a rejection elsewhere, and here a remark. */
  void remark(String rule, String field, @Nullable String value, Object... params) {
    findings.add(finding(rule, raw.place(), field, value, params).withSeverity(Severity.INFO));
  }

  /** Adds a finding at a row that is a rejection elsewhere. */
  void warn(String rule, Place row, String field, @Nullable String value, Object... params) {
    findings.add(finding(rule, row, field, value, params).withSeverity(Severity.WARN));
  }

  /** Adds a finding of the whole document that is a warning elsewhere. */
  void refuse(String rule, String field, Object... params) {
    findings.add(
        finding(rule, raw.place(), field, raw.number(), params).withSeverity(Severity.REJECT_DOC));
  }

  /** What nobody knows: a rejection, or a warning where a provisional record was made. */
  void tellUnknown(String rule, Place row, String field, String value, Object... created) {
    Object[] params = Stream.concat(Stream.of("value", value), Stream.of(created)).toArray();
    Finding finding = finding(rule, row, field, value, params);
    findings.add(created.length == 0 ? finding : finding.withSeverity(Severity.WARN));
  }

  /** The first of the fields that the file has a column for. */
  String oneOf(String field, String otherwise) {
    return raw.headers().containsKey(field) ? field : otherwise;
  }

  private Finding finding(
      String rule, Place row, String field, @Nullable String value, Object... params) {
    Place place = row.at(raw.headers().getOrDefault(field, ""));
    return RuleBook.finding(rule, place, value, params).withDocument(raw.number());
  }

  /** Its findings as the feed sees them. */
  void apply(Feed feed) {
    List<Finding> applied = feed.applied(findings);
    if (applied != findings) {
      findings.clear();
      findings.addAll(applied);
    }
  }

  /** Whether it still stands. */
  boolean stands() {
    if (!isAssessed()) {
      return false;
    }
    for (Finding finding : findings) {
      if (finding.severity().rejects()) {
        return false;
      }
    }
    return true;
  }

  boolean toBeWritten() {
    return !unchanged && stands();
  }

  /** Null while nobody, or nobody in particular, is known to be meant. */
  @Nullable PartyMatch knownParty() {
    return whom instanceof PartyAnswer.Known known ? known.match() : null;
  }

  PartyMatch party() {
    return Objects.requireNonNull(knownParty());
  }

  Verdict verdict() {
    if (!stands()) {
      return Verdict.rejected(raw, findings);
    }
    Verdict.Outcome outcome =
        unchanged
            ? Verdict.Outcome.UNCHANGED
            : isRevision() ? Verdict.Outcome.REVISED : Verdict.Outcome.CREATED;
    return new Verdict(raw, outcome, totals(), findings, identity());
  }
}
