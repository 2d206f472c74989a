package dz.manchengo.hub.reconciliation;

import dz.manchengo.hub.documents.Place;
import dz.manchengo.hub.documents.RuleBook;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A difference between count and book that may become a row of the ledger.
 *
 * @param deltaQty counted less book, in the base unit
 * @param deltaValue DA; null where nobody knows what it cost
 * @param rules that fired of it, CNT-016 of its file too; null for none
 * @param refusal the rule by which somebody may not approve it as he wants to; null where he may
 */
public record Difference(
    long adjustmentId,
    String productCode,
    @Nullable String lotCode,
    BigDecimal deltaQty,
    String baseUom,
    @Nullable BigDecimal deltaValue,
    String level,
    String status,
    @Nullable String reasonCode,
    @Nullable String rules,
    @Nullable String refusal) {

  public boolean isPending() {
    return status.equals("PENDING");
  }

  /** Whether a reason may be said of it though nobody has to approve it. */
  boolean isAutomatic() {
    return level.equals("AUTO") && status.equals("APPROVED");
  }

  /** Product and lot. */
  public String shown() {
    return lotCode == null ? productCode : productCode + " / " + lotCode;
  }

  /** Why that person may not approve it. */
  String refusal(String by, Locale language) {
    return RuleBook.message(
        RuleBook.finding(String.valueOf(refusal), Place.FILE, null, "user", by, "product", shown()),
        language);
  }
}
