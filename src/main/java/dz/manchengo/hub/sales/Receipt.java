package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Payment;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.RuleBook;
import dz.manchengo.hub.documents.Verdict;
import dz.manchengo.hub.platform.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One payment on its way to the table, with all that has been found out about it so far. */
final class Receipt {
  final RawDocument raw;
  final List<Finding> findings;
  @Nullable Payment assembled;
  @Nullable PaidInvoice meant;
  Money stamp = Money.ZERO;
  boolean unchanged;

  Receipt(RawDocument raw) {
    this.raw = raw;
    this.findings = new ArrayList<>(raw.findings());
  }

  void tell(String rule, String field, @Nullable String value, Object... params) {
    String header = raw.headers().getOrDefault(field, "");
    findings.add(
        RuleBook.finding(rule, raw.place().at(header), value, params).withDocument(raw.number()));
  }

  /** Whether it still stands. */
  boolean stands() {
    return assembled != null
        && meant != null
        && findings.stream().noneMatch(f -> f.severity().rejects());
  }

  boolean toBeWritten() {
    return stands() && !unchanged;
  }

  Payment payment() {
    return Objects.requireNonNull(assembled);
  }

  PaidInvoice invoice() {
    return Objects.requireNonNull(meant);
  }

  Money amount() {
    return new Money(payment().amount());
  }

  String key() {
    return invoice().keyOf(payment());
  }

  Verdict verdict() {
    if (!stands()) {
      return Verdict.rejected(raw, findings);
    }
    return unchanged
        ? new Verdict(raw, Verdict.Outcome.UNCHANGED, Verdict.Totals.ZERO, findings)
        : new Verdict(raw, Verdict.Outcome.CREATED, totals(), findings);
  }

  /** A payment has no tax of its own: its amount is tax included. */
  private Verdict.Totals totals() {
    BigDecimal amount = amount().amount();
    return new Verdict.Totals(
        BigDecimal.ZERO, BigDecimal.ZERO, invoice().isCreditNote() ? amount.negate() : amount);
  }
}
