package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Who may say what {@code 1.234} is, once arithmetic on the row could not (§7.5, witnesses b to e).
 * Each is the decimal mark that the witness speaks for, null when it does not know.
 */
record DecimalWitnesses(
    @Nullable Character column,
    @Nullable Character feed,
    @Nullable Character otherColumns,
    @Nullable Character delimiter) {

  static final DecimalWitnesses NONE = new DecimalWitnesses(null, null, null, null);

  /** A value with the name of its witness, for the sentence of FMT-004. */
  record Settled(BigDecimal value, Witness witness) {}

  /** In the order in which they are heard. */
  enum Witness {
    ARITHMETIC("reason.witness.arithmetic"),
    COLUMN("reason.witness.column"),
    FEED("reason.witness.feed"),
    OTHER_COLUMNS("reason.witness.other-columns"),
    DELIMITER("reason.witness.delimiter");

    private final String label;

    Witness(String label) {
      this.label = label;
    }

    String label() {
      return label;
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

  private @Nullable Character markOf(Witness witness) {
    return switch (witness) {
      case ARITHMETIC -> null;
      case COLUMN -> column;
      case FEED -> feed;
      case OTHER_COLUMNS -> otherColumns;
      case DELIMITER -> delimiter;
    };
  }
}
