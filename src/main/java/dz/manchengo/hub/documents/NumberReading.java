package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a text says as a number (domain notes §7.5). */
sealed interface NumberReading {

  /**
   * One value, beyond doubt.
   *
   * @param provenMark the decimal mark, comma or point, that its writer must be using; null when
   *     the text shows none
   */
  record Exact(BigDecimal value, @Nullable Character provenMark) implements NumberReading {
    Exact(BigDecimal value) {
      this(value, null);
    }
  }

  /** One separator and exactly three digits behind it: {@code 1.234} (FMT-003, FMT-004). */
  record Ambiguous(BigDecimal asDecimal, BigDecimal asGrouped, char separator)
      implements NumberReading {

    /** The value for a writer whose decimal mark is known. */
    BigDecimal value(char decimalMark) {
      return decimalMark == separator ? asDecimal : asGrouped;
    }
  }

  /** Digits whose groups are not groups of three (FMT-005). */
  record BadGrouping() implements NumberReading {}

  /** FMT-002. */
  record NotANumber() implements NumberReading {}

  NumberReading BAD_GROUPING = new BadGrouping();
  NumberReading NOT_A_NUMBER = new NotANumber();
}
