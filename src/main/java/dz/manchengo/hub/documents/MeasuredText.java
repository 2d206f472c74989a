package dz.manchengo.hub.documents;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A quantity that names its unit in its own cell: {@code 250 g}, {@code 1 200,5 kg}.
 *
 * @param number as text
 */
record MeasuredText(String number, QuantityUnit unit) {
  private static final Pattern FORM =
      Pattern.compile("([-+]?[\\p{Nd}][\\p{Nd}\\p{Zs}.,]*?)\\p{Zs}*(\\p{L}{1,12}[²³]?)\\.?");

  /** As nearly every quantity does. */
  private static boolean endsInDigit(String text) {
    return !text.isEmpty() && Typography.isDigit(text.charAt(text.length() - 1));
  }

  /** Null for a text that is none. */
  static @Nullable MeasuredText of(Cell cell) {
    if (!(cell instanceof Cell.Text text) || endsInDigit(text.text())) {
      return null;
    }
    Matcher form = FORM.matcher(text.trimmed());
    QuantityUnit unit = form.matches() ? QuantityUnit.of(form.group(2)) : null;
    return unit == null ? null : new MeasuredText(form.group(1), unit);
  }
}
