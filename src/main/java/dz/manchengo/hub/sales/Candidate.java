package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.PartyMention;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One invoice on its way to the tables. */
final class Candidate extends Pending {
  @Nullable Invoice assembled;
  @Nullable Assessed assessed;
  @Nullable FormerInvoice former;

  /** Where that is from. */
  String origin = "";

  @Nullable Long originalId;
  @Nullable Completion completion;

  Candidate(RawDocument raw) {
    super(raw);
  }

  @Override
  PartyMention mention() {
    return asReceived().party();
  }

  @Override
  LocalDate date() {
    return invoice().date();
  }

  @Override
  List<Invoice.Line> content() {
    return invoice().lines();
  }

  @Override
  boolean isAssessed() {
    return assessed != null;
  }

  @Override
  boolean isRevision() {
    return former != null;
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

  int revision() {
    return former == null ? 1 : former.revision() + 1;
  }

  @Override
  Verdict.Totals totals() {
    ComputedInvoice computed = assessed().computed();
    BigDecimal sign = BigDecimal.valueOf(invoice().kind().sign());
    return new Verdict.Totals(
        computed.ht().amount().multiply(sign),
        computed.vat().amount().multiply(sign),
        computed.ttc().amount().multiply(sign));
  }
}
