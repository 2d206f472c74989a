package dz.manchengo.hub.sales;

import dz.manchengo.hub.catalog.PartyMention;
import dz.manchengo.hub.documents.Invoice;
import dz.manchengo.hub.documents.RawDocument;
import dz.manchengo.hub.documents.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
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

  /** It says another status and nothing else: all the rest is that of the former revision. */
  boolean statusOnly;

  /** A number that was never used: nothing is done, and nothing is wrong. */
  boolean passedOver;

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
  Verdict.@Nullable Identity identity() {
    if (unchanged && former != null) {
      return new Verdict.Identity(former.invoiceId(), former.revision());
    }
    return id == 0 ? null : new Verdict.Identity(id, revision());
  }

  @Override
  Verdict verdict() {
    return passedOver
        ? new Verdict(raw, Verdict.Outcome.UNCHANGED, Verdict.Totals.ZERO, findings)
        : super.verdict();
  }

  @Override
  Verdict.Totals totals() {
    if (assessed().status() == Invoice.Status.CANCELLED) {
      return Verdict.Totals.ZERO; // nobody owes it
    }
    ComputedInvoice computed = assessed().computed();
    BigDecimal sign = BigDecimal.valueOf(invoice().kind().sign());
    return new Verdict.Totals(
        computed.ht().amount().multiply(sign),
        computed.vat().amount().multiply(sign),
        computed.ttc().amount().multiply(sign));
  }

  /** Whose number it bears: the company's own or the supplier's. */
  long issuer(long own) {
    return invoice().direction() == Invoice.Direction.SALE ? own : party().id();
  }

  /** Tells at its number, with what sentences about former ones speak of. */
  void tellNumber(String rule, Object... params) {
    Object[] all =
        Stream.concat(
                Stream.of("no", invoice().number(), "rev", revision(), "origin", origin),
                Stream.of(params))
            .toArray();
    tell(rule, "doc_no", invoice().number(), all);
  }

  /** A text of each, as a parameter of a statement. */
  static String[] texts(List<Candidate> candidates, Function<Candidate, String> text) {
    return candidates.stream().map(text).toArray(String[]::new);
  }
}
