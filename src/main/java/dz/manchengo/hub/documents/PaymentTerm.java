package dz.manchengo.hub.documents;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A due date that is said as a term: « 30 jours », « 60 j fin de mois », « à réception ».
 *
 * @param days after the invoice's date
 * @param endOfMonth whether the rest of that month is added
 */
public record PaymentTerm(int days, boolean endOfMonth) {
  /** Beside the fields of a document, where its column of due dates says a term. */
  public static final String FIELD = "due_term";

  private static final Pattern DAYS =
      Pattern.compile(
          "(?:a |sous )?(\\d{1,3}) ?(?:j|jr|jrs|jours?|days?)(?: nets?)?(?<end> ?,? ?(?:fdm|fin (?:de |du )?mois))?(?: date (?:de )?facture)?");
  private static final Pattern AT_ONCE =
      Pattern.compile("(?:a (?:la )?)?reception(?: (?:de )?(?:la )?facture)?|(?:au )?comptant");
  private static final Pattern END = Pattern.compile("fin (?:de |du )?mois|fdm");

  /** The term that a cell says; null where it says none. */
  static @Nullable PaymentTerm of(Cell cell) {
    String text = Typography.fold(CellValue.text(cell)).strip();
    Matcher days = DAYS.matcher(text);
    if (days.matches()) {
      return new PaymentTerm(Integer.parseInt(days.group(1)), days.group("end") != null);
    }
    if (AT_ONCE.matcher(text).matches()) {
      return new PaymentTerm(0, false);
    }
    return END.matcher(text).matches() ? new PaymentTerm(0, true) : null;
  }

  /** The day on which an invoice of that day is due. */
  public LocalDate from(LocalDate invoice) {
    LocalDate day = invoice.plusDays(days);
    return endOfMonth ? day.with(TemporalAdjusters.lastDayOfMonth()) : day;
  }
}
