package dz.manchengo.hub.documents;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Codes of articles and parties, and the identifiers of the Algerian administrations. */
final class Identifiers {
  /** What programs make of a long number; {@code 12E5} may be somebody's code. */
  private static final Pattern SCIENTIFIC =
      Pattern.compile("[-+]?(?:\\d+[.,]\\d+[eE][-+]?\\d{1,3}|\\d+[eE][-+]\\d{1,3})");

  /** Excel keeps 15 digits of a number and makes the others zeros. */
  private static final int DIGITS_OF_EXCEL = 15;

  /** As Excel writes months; people who number by months mostly write capitals. */
  private static final Pattern MONTH_OF_EXCEL = monthOfExcel();

  private static final int LONGEST_MONTH = 12;
  private static final int NIF = 15;
  private static final int NIF_OF_BRANCH = 20;
  private static final int NIF_WITHOUT_ZEROS = 12;

  /**
   * 0, the last three digits of the year (1900 to 2049), the wilaya, and nine digits more (domain
   * notes §1.2).
   */
  private static final Pattern NIF_OF_COMPANY =
      Pattern.compile("0(?:9[0-9]{2}|0[0-4][0-9])(?:0[1-9]|[1-6][0-9])[0-9]{9}");

  private static final Pattern ZEROS_AROUND_A_LETTER = Pattern.compile("0{3,}[A-Z]0*");
  private static final Set<String> NOTHING_TO_SAY = Set.of("NEANT", "NÉANT", "NA", "ND");

  private Identifiers() {}

  private static Pattern monthOfExcel() {
    String month =
        "(?:janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc"
            + "|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\\.?";
    return Pattern.compile(month + "-\\d{2}|\\d{1,2}-" + month + "(?:-\\d{2})?");
  }

  /**
   * A code exactly as it stands, but for outer white space and the apostrophe by which people make
   * Excel take it as a text; leading zeros are kept. One that the spreadsheet took for a date,
   * {@code 12/2026}, is lost as well.
   */
  static IdentifierReading code(Cell cell) {
    if (cell instanceof Cell.Numeric number) {
      return ofNumber(number.value());
    }
    if (cell instanceof Cell.Dinars dinars) {
      return ofNumber(dinars.value());
    }
    if (cell instanceof Cell.Measured measured) {
      return ofNumber(measured.value());
    }
    String text = bare(CellValue.text(cell));
    if (text.isEmpty()) {
      return IdentifierReading.MISSING;
    }
    if (cell instanceof Cell.Coded) {
      return new IdentifierReading.Kept(text);
    }
    return cell instanceof Cell.Text && !isScientific(text)
        ? new IdentifierReading.Kept(text)
        : new IdentifierReading.Damaged(text);
  }

  private static String bare(String text) {
    return text.startsWith("'") && text.indexOf('\'', 1) < 0
        ? Typography.trim(text.substring(1))
        : text;
  }

  private static IdentifierReading ofNumber(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    boolean damaged = bare.precision() - bare.scale() > DIGITS_OF_EXCEL;
    return damaged
        ? new IdentifierReading.Damaged(number.toString())
        : new IdentifierReading.Kept(bare.toPlainString());
  }

  private static boolean isScientific(String text) {
    return Typography.isDigit(text.charAt(text.length() - 1))
        && (text.indexOf('E') > 0 || text.indexOf('e') > 0)
        && SCIENTIFIC.matcher(text).matches();
  }

  /** Whether a number is what Excel shows of one that it took for a date: {@code janv-01}. */
  static boolean wasMadeADate(String number) {
    return number.length() <= LONGEST_MONTH && MONTH_OF_EXCEL.matcher(number).matches();
  }

  /**
   * 15 digits, 20 for a branch. A number of 12 to 14 digits has lost its leading zeros: in a
   * numeric cell in any case, as text (a CSV that Excel saved) if with them it is what a company's
   * NIF is.
   */
  static IdentifierReading nif(Cell cell) {
    IdentifierReading reading =
        cleaned(cell, id -> id.length() == NIF || id.length() == NIF_OF_BRANCH, true);
    return reading instanceof IdentifierReading.Invalid invalid
        ? withLeadingZeros(invalid, cell instanceof Cell.Numeric)
        : reading;
  }

  private static IdentifierReading withLeadingZeros(
      IdentifierReading.Invalid invalid, boolean numeric) {
    String raw = invalid.raw();
    int lost = NIF - raw.length();
    if (lost <= 0 || lost > NIF - NIF_WITHOUT_ZEROS || !Typography.areDigits(raw)) {
      return invalid;
    }
    String padded = "0".repeat(lost) + raw;
    boolean sure = numeric || (raw.charAt(0) != '0' && NIF_OF_COMPANY.matcher(padded).matches());
    return sure ? new IdentifierReading.Padded(raw, padded) : invalid;
  }

  /** 11 to 20 digits. */
  static IdentifierReading nis(Cell cell) {
    return cleaned(cell, id -> id.length() >= 11 && id.length() <= 20, true);
  }

  /** {@code 25 B 1234567 16/00} or {@code 16/00-1234567B25}; compared by letters and digits. */
  static IdentifierReading rc(Cell cell) {
    return cleaned(
        cell,
        id -> id.length() >= 6 && id.length() <= 20 && id.chars().anyMatch(Character::isLetter),
        false);
  }

  /** 3 to 20 letters and digits, 11 digits most often. */
  static IdentifierReading ai(Cell cell) {
    return cleaned(cell, id -> id.length() >= 3 && id.length() <= 20, false);
  }

  private static IdentifierReading cleaned(
      Cell cell, Predicate<String> isValid, boolean digitsOnly) {
    IdentifierReading reading = code(cell);
    if (!(reading instanceof IdentifierReading.Kept kept)) {
      return reading;
    }
    String id = Typography.lettersAndDigits(kept.value()).toUpperCase(Locale.ROOT);
    if (isPlaceholder(id)) {
      return IdentifierReading.MISSING;
    }
    String mustBeDigits = cell instanceof Cell.Numeric ? kept.value() : id;
    boolean valid = isValid.test(id) && (!digitsOnly || Typography.areDigits(mustBeDigits));
    return valid ? new IdentifierReading.Kept(id) : new IdentifierReading.Invalid(kept.value());
  }

  /** Nothing but zeros around at most one letter, as in {@code 00/00-0000000B00}. */
  private static boolean isPlaceholder(String id) {
    return NOTHING_TO_SAY.contains(id)
        || id.chars().allMatch(c -> c == '0' || c == 'X')
        || ZEROS_AROUND_A_LETTER.matcher(id).matches();
  }

  /** A GTIN-8, -12, -13 or -14 whose check digit is right (MDM-010). */
  static boolean isGtin(String text) {
    int length = text.length();
    return (length == 8 || (length >= 12 && length <= 14))
        && Typography.areDigits(text)
        && gtinCheckDigit(text.substring(0, length - 1)) == text.charAt(length - 1);
  }

  /** The digit that follows: weights 3 and 1 from the right, up to the next ten. */
  static char gtinCheckDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int weight = (digits.length() - i) % 2 == 1 ? 3 : 1;
      sum += weight * (digits.charAt(i) - '0');
    }
    return (char) ('0' + (10 - sum % 10) % 10);
  }
}
