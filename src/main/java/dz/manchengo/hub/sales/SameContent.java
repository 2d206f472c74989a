package dz.manchengo.hub.sales;

import dz.manchengo.hub.documents.Invoice;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Whether an invoice that comes again says what the tables hold (domain notes §3.3): the same
 * content, and the same totals, printed or computed. A file may print totals that another one
 * leaves out; one that prints others is a correction.
 */
final class SameContent {
  private static final BigDecimal CENT = new BigDecimal("0.01");

  private SameContent() {}

  static boolean of(Candidate candidate, FormerInvoice former) {
    return InvoiceFingerprint.isOf(candidate.asReceived(), former.contentHash())
        && (candidate.invoice().isJournalEntry() || sameTotals(candidate, former));
  }

  /** The same totals, printed or computed. */
  static boolean sameTotals(Candidate candidate, FormerInvoice former) {
    Invoice.Declared declared = candidate.invoice().declared();
    ComputedInvoice computed = candidate.assessed().computed();
    int lines = candidate.invoice().lines().size();
    return isSame(declared.ht(), computed.ht().amount(), former.declHt(), former.compHt(), lines)
        && isSame(
            declared.vat(), computed.vat().amount(), former.declVat(), former.compVat(), lines)
        && isSame(
            declared.ttc(), computed.ttc().amount(), former.declTtc(), former.compTtc(), lines);
  }

  /** To the rounding that honest methods differ by where one of the two prints nothing (§2.2). */
  private static boolean isSame(
      @Nullable BigDecimal printed,
      BigDecimal computed,
      @Nullable BigDecimal printedBefore,
      BigDecimal computedBefore,
      int lines) {
    BigDecimal now = printed == null ? computed : printed;
    BigDecimal before = printedBefore == null ? computedBefore : printedBefore;
    boolean both = printed != null && printedBefore != null;
    BigDecimal tolerance =
        both ? BigDecimal.ZERO : CENT.multiply(BigDecimal.valueOf(Math.max(2, lines)));
    return now.subtract(before).abs().compareTo(tolerance) <= 0;
  }
}
