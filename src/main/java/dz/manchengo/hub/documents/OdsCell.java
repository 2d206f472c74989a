package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** The OpenDocument cell that is being read: what its attributes say, and the text it shows. */
final class OdsCell {
  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  private static final String EXTENSION =
      "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";

  /** As the cell is shown: {@code 1 250,50 DA}. */
  private static final Pattern DINARS =
      Pattern.compile("[-\\d., \u00a0\u202f]++(?:DA|DZD|د\\.ج\\.?)");

  /** How programs that do not mark errors show them beside the value 0. */
  private static final Pattern FAULT =
      Pattern.compile("#(?:N/A|NULL!|DIV/0!|VALUE!|REF!|NAME\\?|NUM!)|Err:\\d{3}");

  private static final BigDecimal NANOS_OF_DAY = BigDecimal.valueOf(86_400_000_000_000L);
  private static final LocalDate END = LocalDate.of(10_000, 1, 1);

  private final Texts texts = new Texts();
  private final StringBuilder shown = new StringBuilder();
  private int paragraphs;
  private boolean inParagraph;
  private String type = "";
  private boolean fault;
  private @Nullable String value;
  private @Nullable String formula;
  private boolean covered;

  /** Begins a cell; without attributes one that a merged range covers, whose content is unseen. */
  void begin(@Nullable Attributes a) {
    shown.setLength(0);
    paragraphs = 0;
    inParagraph = false;
    covered = a == null;
    type = "";
    value = null;
    formula = null;
    fault = false;
    if (a != null) {
      String own = a.getValue(OFFICE, "value-type");
      type = own == null ? "" : own;
      value = a.getValue(OFFICE, attribute());
      formula = a.getValue(TABLE, "formula");
      fault = "error".equals(a.getValue(EXTENSION, "value-type"));
    }
  }

  private String attribute() {
    return switch (type) {
      case "date", "time", "boolean", "string" -> type + "-value";
      default -> "value";
    };
  }

  /** A paragraph begins; from the second one on a new line. */
  void paragraph() {
    if (paragraphs++ > 0) {
      shown.append('\n');
    }
    inParagraph = true;
  }

  void endParagraph() {
    inParagraph = false;
  }

  void spaces(int count) {
    shown.append(" ".repeat(count));
  }

  /**
   * Text of the file as it stands there. The standard would make one space of several, the programs
   * do not.
   */
  void append(String text) {
    if (inParagraph) {
      shown.append(text);
    }
  }

  int length() {
    return shown.length();
  }

  Cell content(int row, int column) {
    if (covered) {
      return Cell.blank();
    }
    String text = shown.toString();
    if (fault || (formula != null && FAULT.matcher(text).matches())) {
      return new Cell.Fault(text.isEmpty() ? "#N/A" : text);
    }
    if (type.isEmpty()) {
      return formula == null || !text.isEmpty() ? texts.cell(text) : uncalculated(row, column);
    }
    if (value == null) {
      return texts.cell(text);
    }
    Cell typed = typed(value);
    return typed == null ? texts.cell(text.isEmpty() ? value : text) : typed;
  }

  private Cell uncalculated(int row, int column) {
    String text = formula == null ? "" : formula.replaceFirst("^(of|oooc|msoxl):", "");
    return new Cell.Uncalculated(text.isBlank() ? CellRange.columnName(column) + row : text);
  }

  /** Null for what is not what it says to be. */
  private @Nullable Cell typed(String given) {
    try {
      return switch (type) {
        case "float", "currency", "percentage" -> number(ExcelNumber.parsed(given));
        case "date" -> moment(given.strip());
        case "time" -> new Cell.Numeric(fractionOfDay(Duration.parse(given.strip())));
        case "boolean" -> new Cell.Truth(given.strip().equals("true"));
        default -> texts.cell(given);
      };
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  private @Nullable Cell number(@Nullable BigDecimal number) {
    if (number == null) {
      return null;
    }
    if (type.equals("percentage")) {
      return new Cell.Percent(number.movePointRight(2));
    }
    MeasuredText measured = MeasuredText.of(new Cell.Text(shown.toString()));
    if (measured != null) {
      return new Cell.Measured(number, measured.unit());
    }
    if (DINARS.matcher(shown).matches()) {
      return new Cell.Dinars(number);
    }
    String code = type.equals("float") ? ShownCode.of(number, shown.toString()) : null;
    return code == null ? new Cell.Numeric(number) : new Cell.Coded(number, code);
  }

  /** To the millisecond, as {@link ExcelNumber#moment}. */
  private static @Nullable Cell moment(String iso) {
    LocalDateTime exact =
        iso.length() == 10 ? LocalDate.parse(iso).atStartOfDay() : LocalDateTime.parse(iso);
    LocalDateTime moment = exact.plusNanos(500_000).truncatedTo(ChronoUnit.MILLIS);
    boolean known = moment.getYear() >= 1 && moment.toLocalDate().isBefore(END);
    return known ? new Cell.Moment(moment) : null;
  }

  /** As Excel holds a time without a date. */
  private static BigDecimal fractionOfDay(Duration time) {
    BigDecimal nanos =
        BigDecimal.valueOf(time.getSeconds())
            .movePointRight(9)
            .add(BigDecimal.valueOf(time.getNano()));
    BigDecimal fraction = nanos.divide(NANOS_OF_DAY, new MathContext(20, RoundingMode.HALF_UP));
    BigDecimal tidy = ExcelNumber.parsed(fraction.toString());
    return tidy == null ? fraction : tidy;
  }
}
