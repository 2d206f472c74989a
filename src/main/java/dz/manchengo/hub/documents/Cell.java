package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What a cell holds, before anybody knows what its column means. */
public sealed interface Cell {
  /** The text that a person sees or typed; never null, empty for a blank cell. */
  String text();

  default boolean isBlank() {
    return false;
  }

  static Cell blank() {
    return Blank.ONE;
  }

  /** Empty, or white space only. */
  record Blank() implements Cell {
    private static final Blank ONE = new Blank();

    @Override
    public String text() {
      return "";
    }

    @Override
    public boolean isBlank() {
      return true;
    }
  }

  /**
   * Text as it stands in the file, outer white space included. The readers give one object for
   * texts that come again and again, so what it means is found out once.
   */
  final class Text implements Cell {
    private final String text;
    private @Nullable NumberReading number;
    private @Nullable DateReading date;
    private @Nullable String trimmed;
    private @Nullable String letters;

    public Text(String text) {
      this.text = text;
    }

    @Override
    public String text() {
      return text;
    }

    NumberReading number() {
      NumberReading known = number;
      if (known == null) {
        known = NumberText.read(text);
        number = known;
      }
      return known;
    }

    DateReading date() {
      DateReading known = date;
      if (known == null) {
        known = DateText.read(text);
        date = known;
      }
      return known;
    }

    /** Whether a spreadsheet's failed formula was saved as text (FMT-012). */
    boolean isError() {
      return ErrorText.is(trimmed());
    }

    /** By which most words that matter are told from the others (see {@link TotalRows}). */
    String firstLetters() {
      String known = letters;
      if (known == null) {
        known = TotalRows.firstLetters(text);
        letters = known;
      }
      return known;
    }

    String trimmed() {
      String known = trimmed;
      if (known == null) {
        known = Typography.trim(text);
        trimmed = known;
      }
      return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Text same && text.equals(same.text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }

    @Override
    public String toString() {
      return "Text[" + text + "]";
    }
  }

  /** A number of a workbook, already freed of binary noise: {@code 0.30000000000000004} is 0.3. */
  record Numeric(BigDecimal value) implements Cell {
    @Override
    public String text() {
      return value.toPlainString();
    }
  }

  /**
   * A number of a workbook with a percent format.
   *
   * @param value as shown: 5 for 5 %, which the file holds as 0.05
   */
  record Percent(BigDecimal value) implements Cell {
    @Override
    public String text() {
      return value.stripTrailingZeros().toPlainString().replace('.', ',') + " %";
    }
  }

  /** A number of a workbook whose format shows it as an amount: {@code 0.00 "DA"}. */
  record Dinars(BigDecimal value) implements Cell {
    /** With a fourth decimal behind three: {@code 12,345} may be twelve thousand. */
    @Override
    public String text() {
      BigDecimal clear = value.scale() == 3 ? value.setScale(4) : value;
      return clear.toPlainString().replace('.', ',') + " DA";
    }
  }

  /**
   * A number of a workbook whose format shows it with a unit: {@code 0" kg"}.
   *
   * @param unit in which the cell is shown
   */
  record Measured(BigDecimal value, QuantityUnit unit) implements Cell {
    /** With a fourth decimal behind three: {@code 12,345} may be twelve thousand. */
    @Override
    public String text() {
      BigDecimal clear = value.scale() == 3 ? value.setScale(4) : value;
      return clear.toPlainString().replace('.', ',') + " " + unit.word();
    }
  }

  /**
   * A whole number that its workbook shows as a code: 123 as {@code 000123}, 45 as {@code FA-0045}.
   *
   * @param text as shown
   */
  record Coded(BigDecimal value, String text) implements Cell {}

  /** A real date of a workbook: a number with a date format. */
  record Moment(LocalDateTime value) implements Cell {
    @Override
    public String text() {
      return value.toLocalTime().toSecondOfDay() == 0
          ? value.toLocalDate().toString()
          : value.toString();
    }
  }

  record Truth(boolean value) implements Cell {
    @Override
    public String text() {
      return value ? "VRAI" : "FAUX";
    }
  }

  /** An Excel error such as {@code #N/A} (FMT-012); as text see {@link Text#isError}. */
  record Fault(String text) implements Cell {}

  /**
   * What stands for a line of the file that could not be read to its end (FMT-021).
   *
   * @param line of the file, from 1
   * @param text how it begins
   * @param reason phrase of {@code reasons.tsv}
   * @param detail for that phrase
   * @param whole whether the line is a document of its own
   */
  record Broken(int line, String text, String reason, String detail, boolean whole)
      implements Cell {}

  /** A formula that was never calculated (FIL-016). */
  record Uncalculated(String text) implements Cell {}
}
