package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.PartyMatch;
import dz.manchengo.hub.documents.Finding;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One invoice on its way to the tables, with all that has been found out about it so far. */
final class Candidate {
  final RawDocument raw;
  final List<Finding> findings;
  @Nullable Invoice assembled;
  @Nullable Assessed assessed;
  @Nullable PartyMatch party;
  List<ResolvedLine> lines = List.of();
  @Nullable FormerInvoice former;
  @Nullable Long originalId;
  boolean unchanged;
  long id;

  Candidate(RawDocument raw) {
    this.raw = raw;
    this.findings = new ArrayList<>(raw.findings());
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

  PartyMatch party() {
    return Objects.requireNonNull(party);
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
