package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one document.
 *
 * @param totals of the document as posted, DA, credit notes negative; zero for one that is
 *     cancelled
 * @param findings all that is to be said of it, those of reading included
 * @param identity what the tables know it by; null where nothing stands there, or nobody asked
 */
public record Verdict(
    RawDocument document,
    Outcome outcome,
    Totals totals,
    List<Finding> findings,
    @Nullable Identity identity) {

  public Verdict(RawDocument document, Outcome outcome, Totals totals, List<Finding> findings) {
    this(document, outcome, totals, findings, null);
  }

  /** The row that holds it, and which revision of the document that is. */
  public record Identity(long id, int revision) {}

  public enum Outcome {
    CREATED,
    REVISED,
    UNCHANGED,
    REJECTED
  }

  /** Control totals in DA. */
  public record Totals(BigDecimal ht, BigDecimal vat, BigDecimal ttc) {
    public static final Totals ZERO = new Totals(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    public Totals plus(Totals other) {
      return new Totals(ht.add(other.ht), vat.add(other.vat), ttc.add(other.ttc));
    }
  }

  public static Verdict rejected(RawDocument document, List<Finding> findings) {
    return new Verdict(document, Outcome.REJECTED, Totals.ZERO, findings);
  }
}
