package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Who may say what {@code 1.234} is, once arithmetic on the row could not (§7.5, witnesses b to e).
 * Each is the decimal mark that the witness speaks for, null when it does not know.
 *
 * @param declared by the sheet's own header, as « À corriger » does: it outranks all others, for
 *     its rows are few and typed by several hands
 */
record DecimalWitnesses(
    @Nullable Character declared,
    @Nullable Character column,
    @Nullable Character feed,
    @Nullable Character otherColumns,
    @Nullable Character delimiter) {

  static final DecimalWitnesses NONE = new DecimalWitnesses(null, null, null, null, null);

  /** A value with the name of its witness, for the sentence of FMT-004. */
  record Settled(BigDecimal value, Witness witness) {}

  /** In the order in which they are heard. */
  enum Witness {
    DECLARED("reason.witness.declared"),
    ARITHMETIC("reason.witness.arithmetic"),
    COLUMN("reason.witness.column"),
    FEED("reason.witness.feed"),
    OTHER_COLUMNS("reason.witness.other-columns"),
    DELIMITER("reason.witness.delimiter");

    private final String reason;

    Witness(String reason) {
      this.reason = reason;
    }

    /** Its phrase in {@code reasons.tsv}. */
    String reason() {
      return reason;
    }
  }

  /** The mark that goes with a CSV delimiter: comma needs the point; a bar says nothing. */
  static @Nullable Character besideDelimiter(char delimiter) {
    return switch (delimiter) {
      case ';', '\t' -> ',';
      case ',' -> '.';
      default -> null;
    };
  }

  /** The value by the first witness who knows; null when none does (FMT-003). */
  @Nullable Settled settle(NumberReading.Ambiguous number) {
    for (Witness witness : Witness.values()) {
      Character mark = markOf(witness);
      if (mark != null) {
        return new Settled(number.value(mark), witness);
      }
    }
    return null;
  }

  /** The mark of the first witness who knows; null when none does. */
  @Nullable Character mark() {
    for (Witness witness : Witness.values()) {
      Character mark = markOf(witness);
      if (mark != null) {
        return mark;
      }
    }
    return null;
  }

  private @Nullable Character markOf(Witness witness) {
    return switch (witness) {
      case DECLARED -> declared;
      case ARITHMETIC -> null;
      case COLUMN -> column;
      case FEED -> feed;
      case OTHER_COLUMNS -> otherColumns;
      case DELIMITER -> delimiter;
    };
  }
}
