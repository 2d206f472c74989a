package dz.manchengo.hub.documents;

import dz.manchengo.hub.catalog.PartyMention;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or credit note as it came in. Amounts are dinars (DA) and positive, the sign is
 * carried by {@link Kind}; a declared amount is null when the file does not give it.
 */
public record Invoice(
    Direction direction,
    Kind kind,
    String number,
    LocalDate date,
    @Nullable LocalDate dueDate,
    PartyMention party,
    @Nullable PaymentMethod paymentMethod,
    Status status,
    @Nullable String originalNumber,
    @Nullable String orderNumber,
    @Nullable String deliveryNumber,
    @Nullable BigDecimal globalDiscount,
    Declared declared,
    List<Line> lines,
    Place place) {

  public enum Direction {
    SALE,
    PURCHASE
  }

  public enum Kind {
    INVOICE,
    CREDIT_NOTE,
    RECAP,
    DEPOSIT;

    /** −1 for a credit note, else 1. */
    public int sign() {
      return this == CREDIT_NOTE ? -1 : 1;
    }
  }

  public enum PaymentMethod {
    ESPECES,
    CHEQUE,
    VIREMENT,
    CARTE,
    TRAITE,
    /** At once; in cash or not, nobody says. */
    COMPTANT,
    AUTRE
  }

  public enum Status {
    DRAFT,
    VALIDATED,
    PARTIALLY_PAID,
    PAID,
    CANCELLED,
    ON_HOLD
  }

  /** Whether it has its totals only, from a journal without lines (decision 0017). */
  public boolean isJournalEntry() {
    return lines.isEmpty() && !declared.byRate().isEmpty();
  }

  /**
   * Totals as printed on the document, in DA.
   *
   * @param net what is to be paid, before what was paid in advance and what is retained
   * @param prepaid what was paid in advance, by the document's word
   * @param retained what is held back as a guarantee, by the document's word
   * @param byRate what is taxed at which rate; only of an invoice without lines
   */
  public record Declared(
      @Nullable BigDecimal ht,
      @Nullable BigDecimal vat,
      @Nullable BigDecimal ttc,
      @Nullable BigDecimal stamp,
      @Nullable BigDecimal net,
      @Nullable BigDecimal prepaid,
      @Nullable BigDecimal retained,
      List<RateTotal> byRate) {
    public static final Declared NOTHING = new Declared(null, null, null, null, null);

    public Declared(
        @Nullable BigDecimal ht,
        @Nullable BigDecimal vat,
        @Nullable BigDecimal ttc,
        @Nullable BigDecimal stamp,
        @Nullable BigDecimal net) {
      this(ht, vat, ttc, stamp, net, null, null, List.of());
    }
  }

  /**
   * What an invoice comes to at one rate.
   *
   * @param rate percent, for example 19
   * @param base DA excluding tax
   * @param vat DA as printed
   */
  public record RateTotal(BigDecimal rate, BigDecimal base, BigDecimal vat) {}

  /**
   * One line.
   *
   * @param quantity in {@code uom}, with every decimal of the file: its amount is computed with it
   * @param unitPriceHt DA excluding tax, up to 6 decimals
   * @param discountPct 0 to 100; null when none is given
   * @param discountAmount DA; null when none is given
   * @param vatRate percent, for example 19
   * @param declaredHt the line's amount excluding tax as printed, null when not given
   */
  public record Line(
      int number,
      @Nullable String productCode,
      @Nullable String description,
      BigDecimal quantity,
      @Nullable String uom,
      BigDecimal unitPriceHt,
      @Nullable BigDecimal discountPct,
      @Nullable BigDecimal discountAmount,
      BigDecimal vatRate,
      @Nullable String vatExemptReason,
      @Nullable BigDecimal declaredHt,
      @Nullable String lotCode,
      Place place) {

    /** The quantity as the tables keep it: 4 decimals. */
    public BigDecimal keptQuantity() {
      return quantity.scale() <= 4 ? quantity : quantity.setScale(4, RoundingMode.HALF_UP);
    }

    /** The same line in a unit and of a lot. */
    public Line in(@Nullable String unit, @Nullable String lot) {
      return new Line(
          number,
          productCode,
          description,
          quantity,
          unit,
          unitPriceHt,
          discountPct,
          discountAmount,
          vatRate,
          vatExemptReason,
          declaredHt,
          lot,
          place);
    }
  }
}
