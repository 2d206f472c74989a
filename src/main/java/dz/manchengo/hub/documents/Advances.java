package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was paid before a form was written, or was still owed: where « Total TTC » less « Acompte »
 * and with « Solde antérieur » is its « Net à payer », that is no amount of the invoice, and
 * nothing to compare it with.
 */
final class Advances {
  private static final BigDecimal CLOSE = new BigDecimal("0.02");
  private static final Pattern NAME =
      Pattern.compile(
          "(?:montants? |total |deja )*"
              + "(?:avances?|acomptes?|arrhes|versements?|reglements?|reten(?:ues?|tions?)|verse|paye|regle)\\b.*");

  private static final Pattern OWED =
      Pattern.compile(
          "(?:ancien|precedent) solde\\b.*|(?:solde|report|reste|impaye|arriere)s? "
              + "(?:anterieur|precedent|ancien|initial)s?\\b.*|arrieres?\\b.*"
              + "|consign\\p{L}+\\b.*|emballages? consignes?\\b.*");

  private BigDecimal sum = BigDecimal.ZERO;
  private int first;

  /** A row below the table. */
  void look(SourceRow row) {
    String label = TotalRows.firstText(row);
    boolean owed = OWED.matcher(label).matches();
    Cell value = owed || NAME.matcher(label).matches() ? TotalLabel.of(row).value() : null;
    BigDecimal amount = value == null ? null : CellValue.exact(value);
    if (amount != null && amount.signum() != 0) {
      first = first == 0 ? row.number() : first;
      sum = owed ? sum.subtract(amount) : sum.add(amount.abs());
    }
  }

  /** Whether anything of it stands there. */
  boolean areAny() {
    return first != 0;
  }

  /** Takes away what is left to be paid, if it stands below them and they explain it. */
  void settle(Map<Aliases.Field, Titles.Title> found) {
    Titles.Title net = Titles.of(found, "net_to_pay");
    BigDecimal left = amount(net);
    BigDecimal ttc = amount(Titles.of(found, "total_ttc"));
    BigDecimal stamp = amount(Titles.of(found, "stamp"));
    if (net == null || left == null || ttc == null || first == 0 || first > net.row()) {
      return;
    }
    BigDecimal gap = ttc.subtract(left).subtract(sum);
    boolean explained = isZero(gap) || (stamp != null && isZero(gap.add(stamp)));
    found.keySet().removeIf(field -> explained && field.name().equals("net_to_pay"));
  }

  private static boolean isZero(BigDecimal gap) {
    return gap.abs().compareTo(CLOSE) <= 0;
  }

  private static @Nullable BigDecimal amount(Titles.@Nullable Title title) {
    return title == null ? null : CellValue.exact(title.value());
  }
}
