package dz.manchengo.hub.accounting;

import static dz.manchengo.hub.documents.RawDocument.number;
import static dz.manchengo.hub.documents.RawDocument.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of a row, debits positive: of its columns of balances, or where the file has none of
 * what was there and moved.
 *
 * @param columns fields of which the file has a column; an empty cell of one is zero
 */
record Amounts(Map<String, Object> values, Set<String> columns) {
  private static final Set<String> CREDIT =
      Set.of("c", "cr", "credit", "crediteur", "crédit", "créditeur");

  /** Of movements alone one side is half of a balance. */
  Optional<String> lacking() {
    if (has("balance") || has("balance_debit") || has("balance_credit")) {
      return Optional.empty();
    }
    return Optional.of(has("movement_debit") ? "movement_credit" : "movement_debit")
        .filter(field -> !has(field));
  }

  BigDecimal balance() {
    if (has("balance_debit") || has("balance_credit")) {
      return of("balance_debit").subtract(of("balance_credit"));
    }
    if (has("balance")) {
      return signed(of("balance"));
    }
    BigDecimal opening = opening();
    return (opening == null ? BigDecimal.ZERO : opening)
        .add(of("movement_debit"))
        .subtract(of("movement_credit"));
  }

  /** Null where the file does not say what was there before. */
  @Nullable BigDecimal opening() {
    if (has("opening_debit") || has("opening_credit")) {
      return of("opening_debit").subtract(of("opening_credit"));
    }
    return has("opening") ? of("opening") : null;
  }

  /** Null where the file does not say what moved. */
  @Nullable BigDecimal moved(String field) {
    return has(field) ? of(field) : null;
  }

  /** « 1 200,00 | C » */
  private BigDecimal signed(BigDecimal amount) {
    String side = text(values, "side");
    return side != null && CREDIT.contains(side.strip().toLowerCase(Locale.ROOT))
        ? amount.abs().negate()
        : amount;
  }

  private boolean has(String field) {
    return columns.contains(field);
  }

  private BigDecimal of(String field) {
    BigDecimal amount = number(values, field);
    return (amount == null ? BigDecimal.ZERO : amount).setScale(2, RoundingMode.HALF_UP);
  }
}
