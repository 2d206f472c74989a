package dz.manchengo.hub.production;

import dz.manchengo.hub.documents.Batch;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.Severity;
import dz.manchengo.hub.documents.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One batch on its way to the tables, with all that has been found out about it so far. */
final class BatchCandidate {
  final RawDocument raw;
  final List<Finding> findings;
  @Nullable Batch assembled;
  @Nullable FormerBatch former;
  boolean unchanged;
  @Nullable ResolvedItem product;
  @Nullable Recipe recipe;
  List<ResolvedItem> outputs = List.of();
  List<ResolvedItem> inputs = List.of();
  Yields yields = Yields.UNKNOWN;
  long id;

  BatchCandidate(RawDocument raw) {
    this.raw = raw;
    this.findings = new ArrayList<>(raw.findings());
  }

  Batch batch() {
    return Objects.requireNonNull(assembled);
  }

  ResolvedItem product() {
    return Objects.requireNonNull(product);
  }

  /** Whether the file has a column for one of the fields. */
  boolean has(String... fields) {
    return java.util.Arrays.stream(fields).anyMatch(raw.headers()::containsKey);
  }

  /** The first of the fields that the file has a column for. */
  String oneOf(String field, String otherwise) {
    return has(field) ? field : otherwise;
  }

  /** Adds a finding of the whole batch. */
  void tell(String rule, String field, @Nullable String value, Object... params) {
    tell(rule, raw.place(), field, value, params);
  }

  /** Adds a finding at a row, in the column that gives the field. */
  void tell(String rule, Place row, String field, @Nullable String value, Object... params) {
    findings.add(finding(rule, row, field, value, params));
  }

  /** A refusal elsewhere, a warning here. */
  void warn(String rule, Place row, String field, @Nullable String value, Object... params) {
    findings.add(finding(rule, row, field, value, params).withSeverity(Severity.WARN));
  }

  private Finding finding(
      String rule, Place row, String field, @Nullable String value, Object... params) {
    Place place = row.at(raw.headers().getOrDefault(field, ""));
    return RuleBook.finding(rule, place, value, params).withDocument(raw.number());
  }

  /** Whether it still stands. */
  boolean stands() {
    return assembled != null && findings.stream().noneMatch(f -> f.severity().rejects());
  }

  boolean toBeWritten() {
    return stands() && !unchanged;
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
    return new Verdict(raw, outcome, Verdict.Totals.ZERO, findings);
  }
}
