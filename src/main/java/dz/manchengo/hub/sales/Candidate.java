package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.PartyAnswer;
import dz.manchengo.hub.catalog.PartyMatch;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.Severity;
import dz.manchengo.hub.documents.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One invoice on its way to the tables, with all that has been found out about it so far. */
final class Candidate {
  final RawDocument raw;
  final List<Finding> findings;
  @Nullable Invoice assembled;
  @Nullable Assessed assessed;
  PartyAnswer whom = PartyAnswer.UNKNOWN;
  List<ResolvedLine> lines = List.of();
  @Nullable FormerInvoice former;
  @Nullable Long originalId;
  boolean unchanged;
  long id;

  Candidate(RawDocument raw) {
    this.raw = raw;
    this.findings = new ArrayList<>(raw.findings());
  }

  /** Adds a finding of the whole document. */
  void tell(String rule, String field, @Nullable String value, Object... params) {
    tell(rule, raw.place(), field, value, params);
  }

  /** Adds a finding at a row, in the column that gives the field. */
  void tell(String rule, Place row, String field, @Nullable String value, Object... params) {
    findings.add(finding(rule, row, field, value, params));
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

  /** Whether it still stands. */
  boolean stands() {
    return assessed != null && findings.stream().noneMatch(f -> f.severity().rejects());
  }

  boolean toBeWritten() {
    return stands() && !unchanged;
  }

  Invoice invoice() {
    return assessed().normalised();
  }

  /** Before any rule touched it: what is hashed must not depend on master data. */
  Invoice asReceived() {
    return Objects.requireNonNull(assembled);
  }

  Assessed assessed() {
    return Objects.requireNonNull(assessed);
  }

  /** Null while nobody, or nobody in particular, is known to be meant. */
  @Nullable PartyMatch knownParty() {
    return whom instanceof PartyAnswer.Known known ? known.match() : null;
  }

  PartyMatch party() {
    return Objects.requireNonNull(knownParty());
  }

  int revision() {
    return former == null ? 1 : former.revision() + 1;
  }

  Verdict verdict() {
    if (!stands()) {
      return Verdict.rejected(raw, findings);
    }
    Verdict.Outcome outcome =
        unchanged
            ? Verdict.Outcome.UNCHANGED
            : former == null ? Verdict.Outcome.CREATED : Verdict.Outcome.REVISED;
    return new Verdict(raw, outcome, totals(), findings);
  }

  private Verdict.Totals totals() {
    ComputedInvoice computed = assessed().computed();
    BigDecimal sign = BigDecimal.valueOf(invoice().kind().sign());
    return new Verdict.Totals(
        computed.ht().amount().multiply(sign),
        computed.vat().amount().multiply(sign),
        computed.ttc().amount().multiply(sign));
  }
}
